//! `structuredClone`: a deep copy, cycles included, of whatever can be copied; with buffers handed over if asked.

mod copier;

use boa_engine::builtins::array_buffer::ArrayBuffer;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsValue, js_string};

use super::argument::{option, required, sequence, type_error};
use super::dom_exception;
use crate::bounds::stoppable;
use copier::Copier;

/// Defines the function.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let function = stoppable(structured_clone);
    context.register_global_builtin_callable(js_string!("structuredClone"), 1, function)
}

fn structured_clone(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = required(args, 0, "structuredClone")?;
    let transfer = option(args.get_or_undefined(1), "transfer", "structuredClone", context)?;
    copy(value, &transfer, context)
}

/// Copies a value, and hands over the buffers of the list `transfer`.
///
/// # Errors
/// A `DataCloneError` if it cannot be copied; whatever a getter throws.
pub(super) fn copy(value: &JsValue, transfer: &JsValue, context: &mut Context) -> JsResult<JsValue> {
    let transfer = transferred(transfer, context)?;
    let copy = Copier::new(transfer.clone()).copy(value, context)?;
    for buffer in transfer {
        let detached = buffer
            .downcast_mut::<ArrayBuffer>()
            .map(|mut buffer| buffer.detach(&JsValue::undefined()));
        detached.transpose()?;
    }
    Ok(copy)
}

/// The buffers that are to be handed over.
fn transferred(list: &JsValue, context: &mut Context) -> JsResult<Vec<JsObject>> {
    if list.is_undefined() {
        return Ok(Vec::new());
    }
    let members = sequence(list, context)?
        .ok_or_else(|| type_error("the option transfer is a list of ArrayBuffers"))?;
    let mut buffers = Vec::new();
    for member in members {
        let buffer = member.as_object().filter(JsObject::is::<ArrayBuffer>);
        let is_usable = |buffer: &JsObject| {
            !buffers.contains(buffer)
                && buffer
                    .downcast_ref::<ArrayBuffer>()
                    .is_some_and(|buffer| buffer.data().is_some())
        };
        match buffer {
            Some(buffer) if is_usable(&buffer) => buffers.push(buffer),
            Some(_) => {
                return Err(dom_exception::thrown(
                    "DataCloneError",
                    "an ArrayBuffer can be transferred once only",
                    context,
                ));
            }
            None => {
                return Err(dom_exception::thrown(
                    "DataCloneError",
                    "only an ArrayBuffer can be transferred",
                    context,
                ));
            }
        }
    }
    Ok(buffers)
}
