//! [`Reviver`]: calls the second argument of `JSON.parse` for every value, from the innermost out, and puts what it
//! returns in the value's place. Without recursion.

use std::ops::Range;

use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, js_string};
use boa_gc::{Finalize, Trace};

use super::reader::{Source, Sources};

/// The operations of the standard that the engine offers as functions only. They are taken before scripts can replace
/// them.
#[derive(Clone, Trace, Finalize)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct Reviver {
    is_array: JsObject,
    keys: JsObject,
    delete_property: JsObject,
}

/// A value whose parts are revived before it is itself.
struct Open {
    holder: JsObject,
    name: JsString,
    value: JsValue,
    left: Parts,
    /// Its number among the sources, if it was in the text.
    source: Option<usize>,
}

/// The names of the parts that are left.
enum Parts {
    None,
    Elements(Range<u64>),
    /// In reverse, so that the next is the last.
    Properties(Vec<JsString>),
}

impl Reviver {
    pub(super) fn new(context: &mut Context) -> JsResult<Self> {
        let constructors = context.intrinsics().constructors();
        let (array, object) = (
            constructors.array().constructor(),
            constructors.object().constructor(),
        );
        let reflect = context.intrinsics().objects().reflect();
        let mut function = |holder: &JsObject, name: JsString| holder.get(name, context)?.to_object(context);
        Ok(Self {
            is_array: function(&array, js_string!("isArray"))?,
            keys: function(&object, js_string!("keys"))?,
            delete_property: function(&reflect, js_string!("deleteProperty"))?,
        })
    }

    /// Revives a value that was read from `text`.
    ///
    /// # Errors
    /// Whatever the function throws, or an object that it put in place of another.
    pub(super) fn revive(
        &self,
        value: JsValue,
        sources: &Sources,
        text: &JsString,
        function: &JsObject,
        context: &mut Context,
    ) -> JsResult<JsValue> {
        let root = JsObject::with_object_proto(context.intrinsics());
        root.create_data_property_or_throw(js_string!(), value, context)?;
        let whole = sources.0.len().checked_sub(1);
        let mut open = vec![self.open(root, js_string!(), whole, context)?];
        loop {
            let Some(innermost) = open.last_mut() else {
                return Ok(JsValue::undefined());
            };
            if let (Some(name), Some(holder)) = (innermost.left.next(), innermost.value.as_object()) {
                let source = innermost.source.and_then(|source| sources.part(source, &name));
                let part = self.open(holder, name, source, context)?;
                open.push(part);
                continue;
            }
            let Some(complete) = open.pop() else {
                return Ok(JsValue::undefined());
            };
            let (holder, name) = (complete.holder.clone(), complete.name.clone());
            let source = complete
                .source
                .and_then(|source| sources.text(source, &complete.value, text));
            let revived = call(function, complete, source, context)?;
            if open.is_empty() {
                return Ok(revived);
            }
            self.put(&holder, name, revived, context)?;
        }
    }

    fn open(
        &self,
        holder: JsObject,
        name: JsString,
        source: Option<usize>,
        context: &mut Context,
    ) -> JsResult<Open> {
        let value = holder.get(name.clone(), context)?;
        Ok(Open {
            left: self.parts(&value, context)?,
            holder,
            name,
            value,
            source,
        })
    }

    fn parts(&self, value: &JsValue, context: &mut Context) -> JsResult<Parts> {
        let Some(object) = value.as_object() else {
            return Ok(Parts::None);
        };
        let argument = std::slice::from_ref(value);
        if self
            .is_array
            .call(&JsValue::undefined(), argument, context)?
            .to_boolean()
        {
            let length = object.get(js_string!("length"), context)?.to_length(context)?;
            return Ok(Parts::Elements(0..length));
        }
        let keys = self
            .keys
            .call(&JsValue::undefined(), argument, context)?
            .to_object(context)?;
        let length = keys.get(js_string!("length"), context)?.to_length(context)?;
        let mut names = Vec::new();
        for index in (0..length).rev() {
            names.push(keys.get(index, context)?.to_string(context)?);
        }
        Ok(Parts::Properties(names))
    }

    /// Neither a property that cannot be changed nor one that cannot be deleted is an error.
    fn put(&self, holder: &JsObject, name: JsString, value: JsValue, context: &mut Context) -> JsResult<()> {
        if value.is_undefined() {
            let arguments = [holder.clone().into(), name.into()];
            return self
                .delete_property
                .call(&JsValue::undefined(), &arguments, context)
                .map(drop);
        }
        holder.create_data_property(name, value, context).map(drop)
    }
}

fn call(
    function: &JsObject,
    Open {
        holder, name, value, ..
    }: Open,
    source: Option<JsString>,
    context: &mut Context,
) -> JsResult<JsValue> {
    let details = JsObject::with_object_proto(context.intrinsics());
    if let Some(source) = source {
        details.create_data_property_or_throw(js_string!("source"), source, context)?;
    }
    function.call(&holder.into(), &[name.into(), value, details.into()], context)
}

impl Parts {
    fn next(&mut self) -> Option<JsString> {
        match self {
            Self::None => None,
            Self::Elements(indices) => indices.next().map(JsString::from),
            Self::Properties(names) => names.pop(),
        }
    }
}

impl Sources {
    /// Finds the source of a part by its name.
    fn part(&self, whole: usize, name: &JsString) -> Option<usize> {
        match &self.0[whole] {
            Source::Primitive(..) => None,
            Source::Array(parts) => {
                let index: usize = name.to_std_string_lossy().parse().ok()?;
                parts.get(index).copied()
            }
            Source::Object(parts) => parts.get(&name.clone().into()).copied(),
        }
    }

    /// Returns the text of a primitive, if the value is still what stood there.
    fn text(&self, source: usize, value: &JsValue, text: &JsString) -> Option<JsString> {
        match &self.0[source] {
            Source::Primitive(range, original) if JsValue::same_value(original, value) => {
                text.get(range.clone())
            }
            _ => None,
        }
    }
}
