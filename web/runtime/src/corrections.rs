//! Built-in functions that the engine gets wrong, each replaced or wrapped in a file of its own that names the engine's
//! issue. Once the engine is fixed, the file goes: a test in `tests/it/corrections.rs` fails then and says so.

mod json_parse;
mod number_format;
mod regexp_source;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, NativeFunction, js_string};

pub(crate) use regexp_source::correct_literal as correct_regexp_literal;

/// Puts the corrections in place of the engine's functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    json_parse::register(context)?;
    number_format::register(context)?;
    regexp_source::register(context)
}

/// Replaces a method by one with the same name, length and attributes. `replacement` gets the engine's own.
///
/// # Errors
/// When the engine cannot define the property.
fn replace_method(
    object: &JsObject,
    name: &str,
    context: &mut Context,
    replacement: impl FnOnce(JsObject) -> NativeFunction,
) -> JsResult<()> {
    let key = PropertyKey::from(JsString::from(name));
    let Some(method) = object.get(key.clone(), context)?.as_object() else {
        return Ok(());
    };
    let function = like(&method, replacement(method.clone()), context)?;
    let property = PropertyDescriptor::builder()
        .value(function)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, property, context).map(drop)
}

/// Replaces the getter of a property by one with the same name and attributes. `replacement` gets the engine's own.
///
/// # Errors
/// When the engine cannot define the property.
fn replace_getter(
    object: &JsObject,
    name: &str,
    context: &mut Context,
    replacement: impl FnOnce(JsObject) -> NativeFunction,
) -> JsResult<()> {
    let key = PropertyKey::from(JsString::from(name));
    let property = object.borrow().properties().get(&key);
    let getter = property.and_then(|property| property.get().cloned());
    let Some(getter) = getter.and_then(|getter| getter.as_object()) else {
        return Ok(());
    };
    let function = like(&getter, replacement(getter.clone()), context)?;
    let property = PropertyDescriptor::builder()
        .get(function)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, property, context).map(drop)
}

/// Makes a function object that looks like a built-in one.
fn like(builtin: &JsObject, function: NativeFunction, context: &mut Context) -> JsResult<JsObject> {
    let name = builtin.get(js_string!("name"), context)?.to_string(context)?;
    let length = builtin.get(js_string!("length"), context)?.to_length(context)?;
    let function = FunctionObjectBuilder::new(context.realm(), function)
        .name(name)
        .length(usize::try_from(length).unwrap_or_default())
        .constructor(false)
        .build();
    Ok(function.into())
}
