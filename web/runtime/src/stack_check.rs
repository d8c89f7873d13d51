//! Stack checks: the engine's own bound on recursion passes every `catch` by, so functions of the user look at the stack
//! themselves before they call others, and throw a `RangeError` like any. While they do, they look up, too: a callback
//! of a built-in function can be stopped there.
//!
//! What is not rewritten has no checks: `eval`, `new Function`, and cells of the profile `raw`. The engine's bound
//! follows behind for these.

mod places;
mod source_text;

use std::cell::{Cell, RefCell};
use std::hint::black_box;
use std::ptr;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsNativeError, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::cell::MARK;
use crate::limits::{CALLS, NESTED_CALLS, RECURSION};
use crate::realm::{Memory, StopSignal};
pub(crate) use places::edits;

/// The native part of a check, which is no function of the user's.
pub(crate) const CHECKING: &str = "stack check";

/// How many checks lie between two looks at the stop flag and at the memory.
const CHECKS_AT_ONCE: u32 = 32;

/// The calls under way in a context.
#[derive(Debug, Default)]
struct Stacks {
    /// Frames of the engine that belong to nobody any more.
    frames_left: Cell<usize>,
    /// How deep the thread's stack was where the engine was called by itself, through a built-in function, a getter or
    /// a proxy, from the outside inwards. Calls between functions of the user take nothing of that stack.
    nested: RefCell<Vec<usize>>,
    checks: Cell<u32>,
}

impl Stacks {
    /// Counts how often the engine is inside itself at a depth of the thread's stack.
    fn nested_at(&self, depth: usize) -> usize {
        let mut nested = self.nested.borrow_mut();
        while nested.last().is_some_and(|inner| *inner > depth) {
            nested.pop();
        }
        if nested.last() != Some(&depth) {
            nested.push(depth);
        }
        nested.len()
    }

    /// Whether it is time to look up.
    fn tick(&self) -> bool {
        let checks = self.checks.get().wrapping_add(1);
        self.checks.set(checks);
        checks.is_multiple_of(CHECKS_AT_ONCE)
    }
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
        stacks.frames_left.set(frames_left);
        stacks.nested.borrow_mut().clear();
    }
    context
        .runtime_limits_mut()
        .set_recursion_limit(frames_left + RECURSION);
}

/// Goes on, unless there are too many calls inside calls.
fn check(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    // The iterator knows its length.
    let frames = context.stack_trace().size_hint().0;
    let Some(stacks) = context.get_data::<Stacks>() else {
        return Ok(JsValue::undefined());
    };
    let calls = frames.saturating_sub(stacks.frames_left.get());
    let nested = stacks.nested_at(stack_depth());
    let looks_up = stacks.tick();
    if calls >= CALLS || nested >= NESTED_CALLS {
        return Err(JsNativeError::range()
            .with_message("Maximum call stack size exceeded")
            .into());
    }
    // The engine counts nested calls twice, and what checks nothing may take what is left of the stack.
    let rest = RECURSION - RECURSION * nested / NESTED_CALLS;
    context
        .runtime_limits_mut()
        .set_recursion_limit(frames + nested + rest);
    if looks_up {
        StopSignal::check(context)?;
        Memory::check_in(context)?;
    }
    Ok(JsValue::undefined())
}

/// How deep the thread's stack is: it grows towards smaller addresses.
fn stack_depth() -> usize {
    let here = 0_u8;
    usize::MAX - black_box(ptr::from_ref(&here)).addr()
}
