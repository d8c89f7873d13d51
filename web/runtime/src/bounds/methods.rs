//! Checks in front of methods of strings and arrays that would exhaust the memory or somebody's patience at one stroke: a
//! `RangeError` that a script can catch comes first.

use boa_engine::{Context, JsObject, JsResult, NativeFunction};

use crate::bounds::guard::Guard;
use crate::bounds::memory::Memory;
use crate::bounds::replace_method::replace_method;
use crate::bounds::stop::StopSignal;
use crate::bounds::{arrays, strings};

/// Puts the checks in front of the functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    let intrinsics = context.intrinsics().constructors();
    let (string, array) = (intrinsics.string().prototype(), intrinsics.array().prototype());
    let arrays = intrinsics.array().constructor();
    guard_method(&arrays, "from", arrays::from, context)?;
    for (name, guard) in strings::GUARDS {
        guard_method(&string, name, *guard, context)?;
    }
    for (name, guard) in arrays::GUARDS {
        guard_method(&array, name, *guard, context)?;
    }
    Ok(())
}

/// Asks the guard before a method is called.
fn guard_method(object: &JsObject, name: &str, guard: Guard, context: &mut Context) -> JsResult<()> {
    replace_method(object, name, context, |method| {
        NativeFunction::from_copy_closure_with_captures(
            move |this, args, method, context| {
                // A loop in a callback of a built-in function comes by here, and nowhere else.
                StopSignal::check(context)?;
                Memory::check_in(context)?;
                guard(this, args, context)?;
                method.call(this, args, context)
            },
            method,
        )
    })
}
