//! The stack as checks see it: calls inside calls, and how often the engine is inside itself. While they look, they look up,
//! too: a callback of a built-in function can be stopped there.

use std::cell::{Cell, RefCell};
use std::hint::black_box;
use std::ptr;
use std::rc::Rc;

use boa_engine::{Context, JsNativeError, JsResult};

use crate::limits::{CALLS, NESTED_CALLS, RECURSION};
use crate::realm::{Memory, StopSignal};

/// How many checks lie between two looks at the stop flag.
const CHECKS_AT_ONCE: u32 = 32;

/// Calls that the engine may make between two checks, such as that of the check itself.
const RESERVE: usize = 16;

/// The calls under way in a context.
#[derive(Debug)]
struct Stacks {
    memory: Rc<Memory>,
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

/// Prepares a context.
pub(super) fn register(memory: Rc<Memory>, context: &mut Context) {
    context.insert_data(Stacks {
        memory,
        frames_left: Cell::default(),
        nested: RefCell::default(),
        checks: Cell::default(),
    });
}

/// From here on calls count: `frames_left` of the engine's frames belong to nobody any more.
pub(crate) fn begin(frames_left: usize, context: &mut Context) {
    if let Some(stacks) = context.get_data::<Stacks>() {
        stacks.frames_left.set(frames_left);
        let mut nested = stacks.nested.borrow_mut();
        nested.clear();
        nested.push(depth_of_thread());
    }
    context
        .runtime_limits_mut()
        .set_recursion_limit(frames_left + RECURSION);
}

/// Goes on, unless there are too many calls inside calls, or the values take too much.
///
/// # Errors
/// A `RangeError`; or what ends the script, if a stop was requested.
pub(super) fn check(context: &mut Context) -> JsResult<()> {
    // The iterator knows its length.
    let frames = context.stack_trace().size_hint().0;
    let Some(stacks) = context.get_data::<Stacks>() else {
        return Ok(());
    };
    let calls = frames.saturating_sub(stacks.frames_left.get());
    let nested = stacks.nested_at(depth_of_thread());
    let looks_up = stacks.tick();
    stacks.memory.check()?;
    if calls >= CALLS || nested >= NESTED_CALLS {
        return Err(JsNativeError::range()
            .with_message("Maximum call stack size exceeded")
            .into());
    }
    // The engine counts nested calls twice, and what checks nothing may take what is left of the stack.
    let rest = RECURSION - RECURSION * nested / NESTED_CALLS;
    context
        .runtime_limits_mut()
        .set_recursion_limit(frames + nested + rest + RESERVE);
    if looks_up {
        StopSignal::check(context)?;
    }
    Ok(())
}

/// How deep the thread's stack is: it grows towards smaller addresses.
fn depth_of_thread() -> usize {
    let here = 0_u8;
    usize::MAX - black_box(ptr::from_ref(&here)).addr()
}
