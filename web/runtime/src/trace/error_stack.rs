//! `error.stack`: what was thrown and where, in places of the user's own text, in the form that other engines gave it.

use boa_engine::builtins::error::Error;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::trace::frames::Sources;
use crate::values::property::{own_property, text_property};
use web_output::Frame;
use web_source::without_marks;

/// The engine's own getter.
#[derive(Clone)]
struct EngineGetter(JsObject);

/// Puts a getter of our own in front of the engine's.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    let prototype = context.intrinsics().constructors().error().prototype();
    let Some(engine) = own_property(&prototype, &key()) else {
        return Ok(());
    };
    if let Some(getter) = engine.get().and_then(JsValue::as_object) {
        context.insert_data(EngineGetter(getter));
    }
    let getter = NativeFunction::from_fn_ptr(|this, _, context| {
        let error = this.as_object().filter(JsObject::is::<Error>);
        Ok(error.map_or_else(JsValue::undefined, |error| {
            JsString::from(text(&error, context)).into()
        }))
    });
    let getter = FunctionObjectBuilder::new(context.realm(), getter)
        .name(js_string!("get stack"))
        .build();
    let property = PropertyDescriptor::builder()
        .get(getter)
        .maybe_set(engine.set().cloned())
        .enumerable(false)
        .configurable(true);
    prototype
        .define_property_or_throw(key(), property, context)
        .map(drop)
}

/// What the getter gives: the title, and a line for each frame.
pub(crate) fn text(error: &JsObject, context: &mut Context) -> String {
    let mut text = title(error);
    for frame in frames(error, context) {
        text.push_str("\n    at ");
        text.push_str(&frame.to_string());
    }
    text
}

/// `Name: message`.
pub(crate) fn title(error: &JsObject) -> String {
    let name = text_property(error, "name").unwrap_or_else(|| "Error".to_owned());
    let message = text_property(error, "message").unwrap_or_default();
    without_marks(&match (name.as_str(), message.as_str()) {
        (_, "") => name,
        ("", _) => message,
        _ => format!("{name}: {message}"),
    })
}

/// The frames of an error, innermost first: those of the engine, or what a script put in their place.
pub(crate) fn frames(error: &JsObject, context: &mut Context) -> Vec<Frame> {
    let Some(sources) = Sources::of(context) else {
        return Vec::new();
    };
    match own_property(error, &key()) {
        None if error.is::<Error>() => sources.read(&printed(error, context).unwrap_or_default()),
        _ => Sources::read_told(&text_property(error, "stack").unwrap_or_default()),
    }
}

/// The frames that are under way, as the engine prints them.
pub(crate) fn printed_here(context: &mut Context) -> String {
    let base = context.intrinsics().constructors().error().constructor();
    let made = base.construct(&[], None, context);
    made.ok()
        .and_then(|error| printed(&error, context))
        .unwrap_or_default()
}

/// The frames of an error, as the engine prints them.
fn printed(error: &JsObject, context: &mut Context) -> Option<String> {
    let EngineGetter(getter) = context.get_data::<EngineGetter>().cloned()?;
    let printed = getter.call(&error.clone().into(), &[], context).ok()?;
    Some(printed.as_string()?.to_std_string_escaped())
}

fn key() -> PropertyKey {
    js_string!("stack").into()
}
