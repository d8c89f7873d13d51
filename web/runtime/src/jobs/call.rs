//! Calls a function from the queue, where no script calls it. The engine names a function without a name as it names a
//! script, so such a call leaves a mark at the bottom of the frames.

use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsResult, JsValue, NativeFunction, js_string};

use crate::trace::QUEUE;

/// A native function that calls its first argument with the others.
#[derive(Clone)]
struct Caller(JsFunction);

/// Prepares a context for [`call_from_queue`].
pub(crate) fn register(context: &mut Context) {
    let caller = NativeFunction::from_fn_ptr(|this, args, context| match args.split_first() {
        Some((callback, args)) => match callback.as_callable() {
            Some(callback) => callback.call(this, args, context),
            None => Ok(JsValue::undefined()),
        },
        None => Ok(JsValue::undefined()),
    });
    let caller = FunctionObjectBuilder::new(context.realm(), caller)
        .name(js_string!(QUEUE))
        .build();
    context.insert_data(Caller(caller));
}

/// Calls a function that is under way for its own sake.
///
/// # Errors
/// What the function throws.
pub(crate) fn call_from_queue(
    callback: &JsFunction,
    this: &JsValue,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    match context.get_data::<Caller>().cloned() {
        // Native functions have names.
        Some(Caller(caller)) if callback.is::<OrdinaryFunction>() => {
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(callback.clone().into());
            all.extend_from_slice(args);
            caller.call(this, &all, context)
        }
        _ => callback.call(this, args, context),
    }
}
