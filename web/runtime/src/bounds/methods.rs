//! Built-in functions that the engine does not bound: each gets a check in front, so that what would exhaust the
//! memory, the stack or somebody's patience is a RangeError that a script can catch.

mod arrays;
mod chains;
mod generators;
mod json;
mod strings;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{
    Context, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string,
};

pub(crate) use generators::Generators;

use crate::realm::Memory;

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
    json::register(context)?;
    generators::register(context)?;
    chains::register(context)
}

/// Looks at a call before it is made.
type Guard = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<()>;

/// Asks the guard before a method is called.
fn guard_method(object: &JsObject, name: &str, guard: Guard, context: &mut Context) -> JsResult<()> {
    replace_method(object, name, context, |method| {
        NativeFunction::from_copy_closure_with_captures(
            move |this, args, method, context| {
                Memory::check_in(context)?;
                guard(this, args, context)?;
                method.call(this, args, context)
            },
            method,
        )
    })
}

/// Replaces a method by one of the same name and length.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn replace_method(
    object: &JsObject,
    name: &str,
    context: &mut Context,
    replacement: impl FnOnce(JsObject) -> NativeFunction,
) -> JsResult<()> {
    let key = PropertyKey::from(JsString::from(name));
    let Some(method) = object.get(key.clone(), context)?.as_object() else {
        return Ok(());
    };
    let length = method.get(js_string!("length"), context)?.to_length(context)?;
    let replacement = FunctionObjectBuilder::new(context.realm(), replacement(method))
        .name(JsString::from(name))
        .length(usize::try_from(length).unwrap_or_default())
        .constructor(false)
        .build();
    let property = PropertyDescriptor::builder()
        .value(replacement)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, property, context).map(drop)
}

fn range(message: String) -> JsError {
    JsNativeError::range().with_message(message).into()
}
