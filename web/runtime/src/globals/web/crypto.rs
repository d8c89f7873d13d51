//! `crypto.getRandomValues` and `crypto.randomUUID`. Keys and ciphers are not offered.

use boa_engine::builtins::typed_array::{TypedArray, TypedArrayKind};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, js_string};

use super::argument::{required, type_error};
use super::class::{self, Definition};
use super::dom_exception;
use crate::values::bytes::View;

/// Random bytes of one call, as the web platform has it.
const MAX_BYTES: usize = 65_536;

/// Defines the class and its one object.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let (_, prototype) = class::define(
        &Definition {
            name: "Crypto",
            length: 0,
            construct: class::illegal,
            parent: None,
            methods: &[
                ("getRandomValues", 1, get_random_values),
                ("randomUUID", 0, random_uuid),
            ],
            statics: &[],
            properties: &[],
        },
        context,
    )?;
    let crypto = JsObject::from_proto_and_data(prototype, boa_engine::builtins::object::OrdinaryObject);
    class::hidden(&context.global_object(), js_string!("crypto"), crypto, context)
}

fn get_random_values(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let array = required(args, 0, "getRandomValues")?;
    let object = array.as_object();
    let kind = object
        .as_ref()
        .and_then(|object| object.downcast_ref::<TypedArray>().map(|array| array.kind()));
    let is_float = matches!(
        kind,
        Some(TypedArrayKind::Float16 | TypedArrayKind::Float32 | TypedArrayKind::Float64)
    );
    let view = object.and_then(|object| View::of(&object, context));
    let (Some(_), Some(view)) = (kind, view) else {
        return Err(type_error("getRandomValues takes a typed array of integers"));
    };
    if is_float {
        return Err(dom_exception::thrown(
            "TypeMismatchError",
            "getRandomValues takes a typed array of integers",
            context,
        ));
    }
    if view.len() > MAX_BYTES {
        return Err(dom_exception::thrown(
            "QuotaExceededError",
            &format!(
                "getRandomValues fills at most {MAX_BYTES} bytes, and the array has {}",
                view.len()
            ),
            context,
        ));
    }
    let mut bytes = vec![0; view.len()];
    fill(&mut bytes)?;
    view.write(&bytes);
    Ok(array.clone())
}

fn random_uuid(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let mut bytes = [0; 16];
    fill(&mut bytes)?;
    // Version 4, variant 10.
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let number = u128::from_be_bytes(bytes);
    let hex = format!("{number:032x}");
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    Ok(JsString::from(parts.join("-")).into())
}

fn fill(bytes: &mut [u8]) -> JsResult<()> {
    getrandom::fill(bytes).map_err(|error| type_error(format!("the system gives no random numbers: {error}")))
}
