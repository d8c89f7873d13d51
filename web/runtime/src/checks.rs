//! Checks: what the engine bounds by errors that pass every `catch` by, or not at all, is looked at by the user's own
//! sources before it happens, and is a `RangeError` like any. They call a hidden function: before a function calls
//! others, and before a text is joined with itself.
//!
//! What is not rewritten has no checks: `eval`, `new Function`, and cells of the profile `raw`. The engine's own bounds
//! follow behind for these.

mod calls;
mod growth;
mod places;
mod source_text;
mod stack;

use std::rc::Rc;

use boa_engine::ast::visitor::VisitWith;
use boa_engine::interner::Interner;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::cell::MARK;
use crate::lines::Lines;
use crate::realm::Memory;
use crate::rewritten::Edit;
use places::Places;
pub(crate) use stack::begin;

/// The native part of a check, which is no function of the user's.
pub(crate) const CHECKING: &str = "check";

/// Texts below this size, in bytes, may grow.
const SMALL: f64 = 1024.0 * 1024.0;

/// The checks that a source gets, as its parser has read it. `own` tells what the engine calls a name.
pub(crate) fn edits(
    tree: &impl VisitWith,
    lines: &Lines,
    interner: &Interner,
    own: impl Fn(String) -> String,
) -> Vec<Edit> {
    let places = Places::of(lines);
    let mut edits = calls::edits(tree, &places);
    edits.extend(growth::edits(tree, &places, interner, own));
    edits
}

/// Defines the function, and hides it in what functions show of their sources.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    if let Some(memory) = context.get_data::<Rc<Memory>>().cloned() {
        stack::register(memory, context);
    }
    let check = FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(check))
        .name(js_string!(CHECKING))
        .build();
    context.register_global_property(JsString::from(name()), check, Attribute::empty())?;
    source_text::register(context)
}

/// What a source calls.
fn name() -> String {
    format!("{CHECKING}{MARK}")
}

/// Looks at the stack and the memory, at a text and how often it will be in the next one, or at the memory alone.
fn check(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    match args {
        [text, times] => {
            if let (Some(text), Some(times)) = (text.as_string(), times.as_number()) {
                let width = if text.as_str().is_latin1() { 1.0 } else { 2.0 };
                // A sum is made from the left, and what came before the last part is still there.
                let bytes = text.len() as f64 * width * (2.0 * times - 1.0);
                if bytes >= SMALL {
                    Memory::check_room_in(context, bytes as u64)?;
                }
            }
        }
        [] => stack::check(context)?,
        _ => Memory::check_in(context)?,
    }
    Ok(JsValue::undefined())
}
