//! Functions of ours in the place of built-in ones. They look the same: name, length, attributes, no constructor.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, NativeFunction, js_string};

/// Replaces a method. `replacement` gets the built-in one.
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
    let function = function_like(&method, replacement(method.clone()), context)?;
    let property = PropertyDescriptor::builder()
        .value(function)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, property, context).map(drop)
}

/// Replaces the getter of a property. `replacement` gets the built-in one.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn replace_getter(
    object: &JsObject,
    name: &str,
    context: &mut Context,
    replacement: impl FnOnce(JsObject) -> NativeFunction,
) -> JsResult<()> {
    let key = PropertyKey::from(JsString::from(name));
    let property = object.borrow().properties().get(&key);
    let getter = property.and_then(|property| property.get().and_then(|getter| getter.as_object()));
    let Some(getter) = getter else {
        return Ok(());
    };
    let function = function_like(&getter, replacement(getter.clone()), context)?;
    let property = PropertyDescriptor::builder()
        .get(function)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, property, context).map(drop)
}

fn function_like(builtin: &JsObject, function: NativeFunction, context: &mut Context) -> JsResult<JsObject> {
    let name = builtin.get(js_string!("name"), context)?.to_string(context)?;
    let length = builtin.get(js_string!("length"), context)?.to_length(context)?;
    let function = FunctionObjectBuilder::new(context.realm(), function)
        .name(name)
        .length(usize::try_from(length).unwrap_or_default())
        .constructor(false)
        .build();
    Ok(function.into())
}
