//! Built-in functions that the engine does not bound: each gets a check in front, so that what would exhaust the
//! memory, the stack or somebody's patience is a RangeError that a script can catch.

mod arrays;
mod json;
mod strings;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{
    Context, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string,
};

/// Puts the checks in front of the functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    let intrinsics = context.intrinsics().constructors();
    let (string, array) = (intrinsics.string().prototype(), intrinsics.array().prototype());
    for (name, guard) in strings::GUARDS {
        guard_method(&string, name, *guard, context)?;
    }
    for (name, guard) in arrays::GUARDS {
        guard_method(&array, name, *guard, context)?;
    }
    let json = context.global_object().get(js_string!("JSON"), context)?;
    if let Some(json) = json.as_object() {
        guard_method(&json, "stringify", json::check, context)?;
    }
    Ok(())
}

/// Looks at a call before it is made.
type Guard = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<()>;

/// Replaces a method by one of the same name and length that asks the guard first.
fn guard_method(object: &JsObject, name: &str, guard: Guard, context: &mut Context) -> JsResult<()> {
    let key = PropertyKey::from(JsString::from(name));
    let Some(method) = object.get(key.clone(), context)?.as_object() else {
        return Ok(());
    };
    let length = method.get(js_string!("length"), context)?.to_length(context)?;
    let guarded = NativeFunction::from_copy_closure_with_captures(
        move |this, args, method, context| {
            guard(this, args, context)?;
            method.call(this, args, context)
        },
        method,
    );
    let guarded = FunctionObjectBuilder::new(context.realm(), guarded)
        .name(JsString::from(name))
        .length(usize::try_from(length).unwrap_or_default())
        .constructor(false)
        .build();
    let property = PropertyDescriptor::builder()
        .value(guarded)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, property, context).map(drop)
}

fn range(message: String) -> JsError {
    JsNativeError::range().with_message(message).into()
}
