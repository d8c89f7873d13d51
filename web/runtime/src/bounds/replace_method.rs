//! Functions of ours in the place of built-in ones.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, NativeFunction, js_string};

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
