//! The arguments of a call. Objects give their own enumerable string keys, getters evaluated, in their order;
//! `undefined` and holes are null; `toJSON` is not called; a `Uint8Array` is base64, as in go-go-goja.

use std::collections::HashSet;
use std::vec;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::builtins::typed_array::{TypedArray, TypedArrayKind};
use boa_engine::object::builtins::JsUint8Array;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsBigInt, JsObject, JsResult, JsString, JsSymbol, JsValue, JsVariant, js_string};
use indexmap::IndexMap;
use proto::limits::{MAX_DEPTH, MAX_NODES};
use proto::value::{Value, ValueError};

use super::failure::Failure;
use super::place::{Place, Step};
use super::refusal::Refusal;

/// Converts every argument of a call of `function`, which errors name.
///
/// # Errors
/// A `TypeError` that names the argument and the place in it, a `RangeError` where a limit is exceeded, or
/// whatever a getter threw.
pub(crate) fn arguments_from_js(
    function: &str,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<Vec<Value>> {
    args.iter()
        .enumerate()
        .map(|(position, argument)| {
            Reader::default()
                .run(argument, context)
                .map_err(|failure| failure.into_error(function, position))
        })
        .collect()
}

/// An array or object whose children are being read.
enum Open {
    List {
        object: JsObject,
        length: u64,
        next: u64,
        items: Vec<Value>,
    },
    /// The key belongs to the child that is being read.
    Object {
        object: JsObject,
        keys: vec::IntoIter<PropertyKey>,
        key: String,
        fields: IndexMap<String, Value>,
    },
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    /// The objects in `open`, to notice cycles.
    ancestors: HashSet<JsObject>,
    nodes: usize,
}

impl Reader {
    fn run(mut self, root: &JsValue, context: &mut Context) -> Result<Value, Failure> {
        let mut finished = self.enter(root, context)?;
        loop {
            if let Some(value) = finished.take() {
                match self.open.last_mut() {
                    None => return Ok(value),
                    Some(Open::List { items, .. }) => items.push(value),
                    Some(Open::Object { fields, key, .. }) => {
                        fields.insert(std::mem::take(key), value);
                    }
                }
            }
            finished = match self.next_child(context)? {
                Some(child) => self.enter(&child, context)?,
                None => self.leave(),
            };
        }
    }

    /// Counts the value; a nested one is opened, any other is finished.
    fn enter(&mut self, value: &JsValue, context: &mut Context) -> Result<Option<Value>, Failure> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Failure::Limit(ValueError::TooManyNodes));
        }
        let object = match value.variant() {
            JsVariant::Undefined | JsVariant::Null => return Ok(Some(Value::Null)),
            JsVariant::Boolean(value) => return Ok(Some(value.into())),
            JsVariant::Integer32(number) => return Ok(Some(f64::from(number).into())),
            JsVariant::Float64(number) => return Ok(Some(number.into())),
            JsVariant::String(text) => return self.text(&text).map(Value::String).map(Some),
            JsVariant::BigInt(_) => return Err(self.refused(bigint())),
            JsVariant::Symbol(_) => return Err(self.refused(symbol())),
            JsVariant::Object(object) => object,
        };
        match self.flat(&object, context)? {
            Some(value) => Ok(Some(value)),
            None => self.descend(object, context).map(|()| None),
        }
    }

    /// The value of an object that stands for a primitive or for bytes.
    fn flat(&self, object: &JsObject, context: &mut Context) -> Result<Option<Value>, Failure> {
        if object.is::<OrdinaryObject>() || object.is_array() {
            return Ok(None);
        }
        let boxed_text = object.downcast_ref::<JsString>().map(|text| text.clone());
        if let Some(text) = boxed_text {
            return self.text(&text).map(Value::String).map(Some);
        }
        if let Some(number) = object.downcast_ref::<f64>() {
            return Ok(Some((*number).into()));
        }
        if let Some(value) = object.downcast_ref::<bool>() {
            return Ok(Some((*value).into()));
        }
        let is_bytes = object
            .downcast_ref::<TypedArray>()
            .is_some_and(|array| array.kind() == TypedArrayKind::Uint8);
        if is_bytes {
            let bytes = JsUint8Array::from_object(object.clone())?.to_vec(context)?;
            return Ok(Some(STANDARD.encode(bytes).into()));
        }
        Err(self.refused(if object.is::<JsBigInt>() {
            bigint()
        } else if object.is::<JsSymbol>() {
            symbol()
        } else {
            Refusal::of_object(object)
        }))
    }

    fn descend(&mut self, object: JsObject, context: &mut Context) -> Result<(), Failure> {
        if self.open.len() == MAX_DEPTH {
            return Err(Failure::Limit(ValueError::TooDeep));
        }
        if !self.ancestors.insert(object.clone()) {
            let depth = self.open.iter().position(|open| *open.object() == object);
            return Err(Failure::Cycle(
                self.place(),
                self.place_of_ancestor(depth.unwrap_or_default()),
            ));
        }
        let opened = if object.is_array() {
            let length = object.get(js_string!("length"), context)?.to_length(context)?;
            // Holes count: a sparse array is as long for a plugin as it says.
            if length > MAX_NODES as u64 {
                return Err(Failure::Limit(ValueError::TooManyNodes));
            }
            Open::List {
                object,
                length,
                next: 0,
                items: Vec::new(),
            }
        } else {
            Open::Object {
                keys: object.own_property_keys(context)?.into_iter(),
                object,
                key: String::new(),
                fields: IndexMap::new(),
            }
        };
        self.open.push(opened);
        Ok(())
    }

    fn next_child(&mut self, context: &mut Context) -> Result<Option<JsValue>, Failure> {
        match self.open.last_mut() {
            None => Ok(None),
            Some(Open::List {
                object, length, next, ..
            }) => {
                if next == length {
                    return Ok(None);
                }
                *next += 1;
                Ok(Some(object.get(*next - 1, context)?))
            }
            Some(Open::Object {
                object, keys, key, ..
            }) => {
                let object = object.clone();
                let Some((name, value)) = next_property(&object, keys, context)? else {
                    return Ok(None);
                };
                // The lossy name serves only to say where the lone surrogate is.
                *key = name.to_std_string_lossy();
                self.text(&name)?;
                Ok(Some(value))
            }
        }
    }

    fn leave(&mut self) -> Option<Value> {
        let closed = self.open.pop()?;
        self.ancestors.remove(closed.object());
        Some(match closed {
            Open::List { items, .. } => Value::List(items.into()),
            Open::Object { fields, .. } => Value::Object(fields.into()),
        })
    }

    fn text(&self, text: &JsString) -> Result<String, Failure> {
        text.to_std_string().map_err(|_| {
            self.refused(Refusal::new(
                "a string with a lone surrogate",
                "pass text.toWellFormed()",
            ))
        })
    }

    fn refused(&self, refusal: Refusal) -> Failure {
        Failure::Refused(self.place(), refusal)
    }

    fn place(&self) -> Place {
        self.place_of_ancestor(self.open.len())
    }

    /// The place of the object that is open at `depth`, or of the value that is being read.
    fn place_of_ancestor(&self, depth: usize) -> Place {
        Place(self.open.iter().take(depth).map(Open::step).collect())
    }
}

impl Open {
    fn object(&self) -> &JsObject {
        match self {
            Self::List { object, .. } | Self::Object { object, .. } => object,
        }
    }

    fn step(&self) -> Step {
        match self {
            Self::List { next, .. } => Step::Index(next.saturating_sub(1)),
            Self::Object { key, .. } => Step::Key(key.clone()),
        }
    }
}

/// The next own enumerable property with a string key. A getter that ran before may have removed it.
fn next_property(
    object: &JsObject,
    keys: &mut vec::IntoIter<PropertyKey>,
    context: &mut Context,
) -> JsResult<Option<(JsString, JsValue)>> {
    for key in keys {
        let name = match &key {
            PropertyKey::String(name) => name.clone(),
            PropertyKey::Index(index) => js_string!(index.get().to_string()),
            PropertyKey::Symbol(_) => continue,
        };
        let property = object.borrow().properties().get(&key);
        let Some(property) = property.filter(|property| property.enumerable() == Some(true)) else {
            continue;
        };
        let value = match property.value() {
            Some(value) => value.clone(),
            None => object.get(key, context)?,
        };
        return Ok(Some((name, value)));
    }
    Ok(None)
}

fn bigint() -> Refusal {
    Refusal::new("a BigInt", "pass Number(value) or value.toString()")
}

fn symbol() -> Refusal {
    Refusal::new("a Symbol", "pass symbol.description")
}
