//! A plugin's result as fresh arrays and plain objects, built from the inside out.

use std::vec;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};
use indexmap::map;
use proto::value::Value;

/// Converts a result.
///
/// # Errors
/// When the engine cannot create an object.
pub(crate) fn value_to_js(value: Value, context: &mut Context) -> JsResult<JsValue> {
    let mut open: Vec<Open> = Vec::new();
    let mut current = Some(value);
    loop {
        let mut finished = match current.take() {
            Some(Value::List(list)) => {
                open.push(Open::List(list.into_vec().into_iter(), Vec::new()));
                None
            }
            Some(Value::Object(object)) => {
                let target = JsObject::with_object_proto(context.intrinsics());
                open.push(Open::Object(
                    object.into_map().into_iter(),
                    target,
                    JsString::default(),
                ));
                None
            }
            Some(Value::Bool(value)) => Some(value.into()),
            Some(Value::Number(number)) => Some(number.into()),
            Some(Value::String(text)) => Some(JsString::from(text).into()),
            Some(Value::Null) | None => Some(JsValue::null()),
        };
        while current.is_none() {
            let Some(parent) = open.last_mut() else {
                return Ok(finished.unwrap_or_default());
            };
            if let Some(child) = finished.take() {
                parent.accept(child, context)?;
            }
            current = parent.next_child();
            if current.is_none() {
                finished = open.pop().map(|closed| closed.close(context));
            }
        }
    }
}

/// An array or object that is being built.
enum Open {
    List(vec::IntoIter<Value>, Vec<JsValue>),
    /// The key belongs to the child that is being converted.
    Object(map::IntoIter<String, Value>, JsObject, JsString),
}

impl Open {
    fn next_child(&mut self) -> Option<Value> {
        match self {
            Self::List(rest, _) => rest.next(),
            Self::Object(rest, _, key) => rest.next().map(|(name, value)| {
                *key = name.into();
                value
            }),
        }
    }

    fn accept(&mut self, child: JsValue, context: &mut Context) -> JsResult<()> {
        match self {
            Self::List(_, items) => items.push(child),
            // Defined, not set: a key named `__proto__` is a key like any other.
            Self::Object(_, object, key) => {
                object.create_data_property_or_throw(std::mem::take(key), child, context)?;
            }
        }
        Ok(())
    }

    fn close(self, context: &mut Context) -> JsValue {
        match self {
            Self::List(_, items) => JsArray::from_iter(items, context).into(),
            Self::Object(_, object, _) => object.into(),
        }
    }
}
