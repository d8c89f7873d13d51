//! `error.stack`: what was thrown and where, in places of the user's own text, in the form that other engines gave it.

use boa_engine::builtins::error::Error;
use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::builtins::proxy::Proxy;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::trace::explain::{Explained, explain};
use crate::trace::sources::Sources;
use crate::values::property::{own_property, own_value, text_property};
use web_source::without_marks;

/// How many classes an error is an instance of, at most.
const MAX_CLASSES: usize = 16;

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
    let explained = explained(error, context);
    let mut text = title(error, &explained.message);
    for frame in explained.frames {
        text.push_str("\n    at ");
        text.push_str(&frame.to_string());
    }
    text
}

/// `Name: message`.
pub(crate) fn title(error: &JsObject, message: &str) -> String {
    let name = without_marks(&text_property(error, "name").unwrap_or_else(|| "Error".to_owned()));
    match (name.as_str(), message) {
        (_, "") => name,
        ("", _) => message.to_owned(),
        _ => format!("{name}: {message}"),
    }
}

/// An error with the frames of the engine, or with what a script put in their place.
pub(crate) fn explained(error: &JsObject, context: &mut Context) -> Explained {
    let message = text_property(error, "message").unwrap_or_default();
    match own_property(error, &key()) {
        None if error.is::<Error>() => {
            let printed = printed(error, context).unwrap_or_default();
            explain(&message, &printed, &constructors(error), context)
        }
        _ => Explained {
            message: without_marks(&message),
            frames: Sources::read_told(&text_property(error, "stack").unwrap_or_default()),
        },
    }
}

/// The classes of the user that an error was made by, as the engine calls them.
fn constructors(error: &JsObject) -> Vec<String> {
    let classes = std::iter::successors(error.prototype(), |prototype| {
        Some(prototype.clone())
            .filter(|prototype| !prototype.is::<Proxy>())?
            .prototype()
    });
    classes
        .take(MAX_CLASSES)
        .filter_map(|prototype| own_value(&prototype, &js_string!("constructor").into())?.as_object())
        .filter(|class| class.is::<OrdinaryFunction>())
        .filter_map(|class| text_property(&class, "name"))
        .filter(|name| !name.is_empty())
        .collect()
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
