//! [`Copier`]: copies a value. Getters of plain objects run, as the standard says; methods and prototypes do not come
//! along.

use std::collections::HashMap;

use boa_engine::builtins::array_buffer::{AlignedVec, ArrayBuffer, SharedArrayBuffer};
use boa_engine::builtins::date::Date;
use boa_engine::builtins::error::Error;
use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::builtins::regexp::RegExp;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::object::builtins::{JsArray, JsArrayBuffer, JsDataView, JsDate, JsMap, JsSet, JsTypedArray};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsBigInt, JsObject, JsResult, JsString, JsValue, js_string};

use crate::bounds::limits::DATA_DEPTH;
use crate::globals::web::blob;
use crate::globals::web::class;
use crate::globals::web::dom_exception;
use crate::trace::error_stack;
use crate::values::property;

pub(super) struct Copier {
    transferred: Vec<JsObject>,
    /// What was copied already, for cycles and for values that are shared.
    copies: HashMap<JsObject, JsObject>,
    depth: usize,
}

impl Copier {
    pub(super) fn new(transferred: Vec<JsObject>) -> Self {
        Self {
            transferred,
            copies: HashMap::new(),
            depth: 0,
        }
    }

    pub(super) fn copy(&mut self, value: &JsValue, context: &mut Context) -> JsResult<JsValue> {
        let Some(object) = value.as_object() else {
            return match value.is_symbol() {
                true => Err(refused("a symbol", context)),
                false => Ok(value.clone()),
            };
        };
        if let Some(copy) = self.copies.get(&object) {
            return Ok(copy.clone().into());
        }
        if self.depth == DATA_DEPTH {
            let message = format!("the value is more than {DATA_DEPTH} levels deep");
            return Err(dom_exception::thrown("DataCloneError", &message, context));
        }
        self.depth += 1;
        let copy = self.object(&object, context);
        self.depth -= 1;
        copy.map(JsValue::from)
    }

    fn object(&mut self, object: &JsObject, context: &mut Context) -> JsResult<JsObject> {
        if let Some(copy) = self.flat(object, context)? {
            self.copies.insert(object.clone(), copy.clone());
            return Ok(copy);
        }
        if object.is::<Error>() {
            return self.error(object, context);
        }
        if object.is::<OrderedMap<JsValue>>() {
            return self.map(object, context);
        }
        if object.is::<OrderedSet>() {
            return self.set(object, context);
        }
        let copy = if object.is_array() {
            let copy = JsObject::from(JsArray::new(context)?);
            let length = object.get(js_string!("length"), context)?;
            copy.set(js_string!("length"), length, true, context)?;
            copy
        } else if object.is::<OrdinaryObject>() && !object.is_callable() {
            JsObject::with_object_proto(context.intrinsics())
        } else {
            let what = match property::constructor_name(object) {
                _ if object.is_callable() => "a function".to_owned(),
                Some(name) => format!("an object of class {name}"),
                None => "this object".to_owned(),
            };
            return Err(refused(&what, context));
        };
        self.copies.insert(object.clone(), copy.clone());
        self.properties(object, &copy, context)?;
        Ok(copy)
    }

    /// Objects without other objects in them.
    fn flat(&mut self, object: &JsObject, context: &mut Context) -> JsResult<Option<JsObject>> {
        if object.is::<Date>() {
            let time = JsDate::from_object(object.clone())?.get_time(context)?;
            let copy = JsDate::new(context);
            copy.set_time(time, context)?;
            return Ok(Some(copy.into()));
        }
        if object.is::<RegExp>() {
            let constructor = context.intrinsics().constructors().regexp().constructor();
            return constructor
                .construct(&[object.clone().into()], None, context)
                .map(Some);
        }
        if object.is::<SharedArrayBuffer>() {
            return Ok(Some(object.clone()));
        }
        if object.is::<ArrayBuffer>() {
            return self.buffer(object, context).map(Some);
        }
        if object.is::<TypedArray>() {
            return self.typed_array(object, context).map(Some);
        }
        if let Ok(view) = JsDataView::from_object(object.clone()) {
            let (offset, length) = (view.byte_offset(context)?, view.byte_length(context)?);
            let buffer = self.copy(&view.buffer(context)?, context)?;
            let constructor = context.intrinsics().constructors().data_view().constructor();
            let arguments = [buffer, (offset as f64).into(), (length as f64).into()];
            return constructor.construct(&arguments, None, context).map(Some);
        }
        if let Some(copy) = blob::copy(object, context)? {
            return Ok(Some(copy));
        }
        boxed(object)
            .map(|primitive| primitive.to_object(context))
            .transpose()
    }

    fn buffer(&self, object: &JsObject, context: &mut Context) -> JsResult<JsObject> {
        let buffer = JsArrayBuffer::from_object(object.clone())?;
        let bytes = buffer.data().map(|bytes| AlignedVec::from_slice(0, &bytes));
        let Some(bytes) = bytes else {
            let what = match self.transferred.contains(object) {
                true => "an ArrayBuffer that was transferred",
                false => "a detached ArrayBuffer",
            };
            return Err(refused(what, context));
        };
        Ok(JsArrayBuffer::from_byte_block(bytes, context)?.into())
    }

    fn typed_array(&mut self, object: &JsObject, context: &mut Context) -> JsResult<JsObject> {
        let array = JsTypedArray::from_object(object.clone())?;
        let (offset, length) = (array.byte_offset(context)?, array.length(context)?);
        let buffer = self.copy(&array.buffer(context)?, context)?;
        // The engine's own class of that kind, even if the array is of a class that extends it.
        let kind = array
            .kind()
            .map(|kind| format!("{kind:?}Array"))
            .unwrap_or_default();
        let constructor = context.global_object().get(JsString::from(kind), context)?;
        let Some(constructor) = constructor.as_constructor() else {
            return Err(refused("a typed array whose class is gone", context));
        };
        let arguments = [buffer, (offset as f64).into(), (length as f64).into()];
        constructor.construct(&arguments, None, context)
    }

    fn error(&mut self, error: &JsObject, context: &mut Context) -> JsResult<JsObject> {
        let name = error.get(js_string!("name"), context)?.to_string(context)?;
        let constructors = context.intrinsics().constructors();
        let constructor = match name.to_std_string_lossy().as_str() {
            "EvalError" => constructors.eval_error(),
            "RangeError" => constructors.range_error(),
            "ReferenceError" => constructors.reference_error(),
            "SyntaxError" => constructors.syntax_error(),
            "TypeError" => constructors.type_error(),
            "URIError" => constructors.uri_error(),
            _ => constructors.error(),
        }
        .constructor();
        let dom_exception = class::prototype("DOMException", context)?;
        let own = |name| property::own_value(error, &PropertyKey::from(JsString::from(name)));
        let message: Vec<JsValue> = own("message").into_iter().collect();
        let copy = if error.prototype().as_ref() == Some(&dom_exception) {
            let message = message.first().and_then(JsValue::as_string).unwrap_or_default();
            let (name, message) = (name.to_std_string_lossy(), message.to_std_string_lossy());
            dom_exception::value(&name, &message, context)?
        } else {
            constructor.construct(&message, None, context)?
        };
        self.copies.insert(error.clone(), copy.clone());
        let stack = error_stack::text(error, context);
        class::hidden(&copy, js_string!("stack"), JsString::from(stack), context)?;
        if let Some(cause) = own("cause") {
            let cause = self.copy(&cause, context)?;
            class::hidden(&copy, js_string!("cause"), cause, context)?;
        }
        Ok(copy)
    }

    fn map(&mut self, object: &JsObject, context: &mut Context) -> JsResult<JsObject> {
        let copy = JsMap::new(context);
        self.copies.insert(object.clone(), copy.clone().into());
        let entries: Vec<(JsValue, JsValue)> = match object.downcast_ref::<OrderedMap<JsValue>>() {
            Some(map) => map
                .iter()
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
            None => Vec::new(),
        };
        for (key, value) in entries {
            let (key, value) = (self.copy(&key, context)?, self.copy(&value, context)?);
            copy.set(key, value, context)?;
        }
        Ok(copy.into())
    }

    fn set(&mut self, object: &JsObject, context: &mut Context) -> JsResult<JsObject> {
        let copy = JsSet::new(context);
        self.copies.insert(object.clone(), copy.clone().into());
        let members: Vec<JsValue> = match object.downcast_ref::<OrderedSet>() {
            Some(set) => set.iter().cloned().collect(),
            None => Vec::new(),
        };
        for member in members {
            let member = self.copy(&member, context)?;
            copy.add(member, context)?;
        }
        Ok(copy.into())
    }

    /// The own enumerable properties with string keys, as far as they are still there when their turn comes.
    fn properties(&mut self, object: &JsObject, copy: &JsObject, context: &mut Context) -> JsResult<()> {
        for key in property::enumerable_keys(object, context) {
            if matches!(key, PropertyKey::Symbol(_)) || !object.has_own_property(key.clone(), context)? {
                continue;
            }
            let value = object.get(key.clone(), context)?;
            let value = self.copy(&value, context)?;
            copy.create_data_property_or_throw(key, value, context)?;
        }
        Ok(())
    }
}

fn boxed(object: &JsObject) -> Option<JsValue> {
    if let Some(text) = object.downcast_ref::<JsString>() {
        return Some(text.clone().into());
    }
    if let Some(number) = object.downcast_ref::<f64>() {
        return Some((*number).into());
    }
    if let Some(value) = object.downcast_ref::<bool>() {
        return Some((*value).into());
    }
    object
        .downcast_ref::<JsBigInt>()
        .map(|number| number.clone().into())
}

fn refused(what: &str, context: &mut Context) -> boa_engine::JsError {
    dom_exception::thrown("DataCloneError", &format!("{what} cannot be cloned"), context)
}
