//! Stack checks: the engine's own bound on recursion passes every `catch` by, so functions of the user look at the stack
//! themselves before they call others, and throw a `RangeError` like any. While they do, they look up, too: a callback
//! of a built-in function can be stopped there.
//!
//! What is not rewritten has no checks: `eval`, `new Function`, and cells of the profile `raw`. The engine's bound
//! follows behind for these.

mod places;
mod source_text;

use std::cell::Cell;
use std::hint::black_box;
use std::ptr;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsNativeError, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::cell::MARK;
use crate::limits::{CALL_STACK, CALL_STACK_LEAST, CALLS, RECURSION};
use crate::realm::{Memory, StopSignal};
pub(crate) use places::edits;

/// The native part of a check, which is no function of the user's.
pub(crate) const CHECKING: &str = "stack check";

/// How many checks lie between two looks at the stop flag and at the memory.
const CHECKS_AT_ONCE: u32 = 32;

/// Where the stacks of a context began.
#[derive(Debug, Default)]
struct Stacks {
    /// An address on the thread's stack.
    base: Cell<usize>,
    /// Frames of the engine that were there before.
    frames: Cell<usize>,
    checks: Cell<u32>,
}

/// What a source calls for a check.
fn name() -> String {
    format!("check{MARK}")
}

/// Defines the check, and hides it in what functions show of their sources.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    context.insert_data(Stacks::default());
    let check = FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(check))
        .name(js_string!(CHECKING))
        .build();
    context.register_global_property(JsString::from(name()), check, Attribute::empty())?;
    source_text::register(context)
}

/// From here on calls count: `frames_left` of the engine's frames belong to nobody any more.
pub(crate) fn begin(frames_left: usize, context: &mut Context) {
    if let Some(stacks) = context.get_data::<Stacks>() {
        stacks.base.set(address());
        stacks.frames.set(frames_left);
    }
    context
        .runtime_limits_mut()
        .set_recursion_limit(frames_left + RECURSION);
}

/// Goes on, unless calls inside calls take too much.
fn check(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let frames = context.stack_trace().size_hint().0;
    let Some(stacks) = context.get_data::<Stacks>() else {
        return Ok(JsValue::undefined());
    };
    let calls = frames.saturating_sub(stacks.frames.get());
    let bytes = stacks.base.get().abs_diff(address());
    let checks = stacks.checks.get();
    stacks.checks.set(checks.wrapping_add(1));
    if calls >= CALLS || bytes >= CALL_STACK {
        return Err(JsNativeError::range()
            .with_message("Maximum call stack size exceeded")
            .into());
    }
    // The engine counts a call by a built-in function twice, and does not say how many there are.
    let by_built_in = calls.min(bytes / CALL_STACK_LEAST);
    let rest = RECURSION - RECURSION * bytes / CALL_STACK;
    context
        .runtime_limits_mut()
        .set_recursion_limit(frames + by_built_in + rest);
    if checks % CHECKS_AT_ONCE == 0 {
        StopSignal::check(context)?;
        Memory::check_in(context)?;
    }
    Ok(JsValue::undefined())
}

/// Where the thread's stack is now.
fn address() -> usize {
    let here = 0_u8;
    black_box(ptr::from_ref(&here)).addr()
}
