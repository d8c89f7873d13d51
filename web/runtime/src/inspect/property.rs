//! Reading objects without running anything: own and inherited data properties, never a getter, never a proxy.

use boa_engine::builtins::error::Error;
use boa_engine::builtins::proxy::Proxy;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::property::{NonMaxU32, PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsString, JsSymbol, JsValue, js_string};

use crate::cell::without_marks;
use crate::frames::{Sources, frame_lines};
use crate::value::is_identifier;

/// How far up the chain of prototypes a property is looked for.
const MAX_PROTOTYPES: usize = 100;

/// The name of the class that an object was made by, or else its tag, as its prototype says.
pub(crate) fn constructor_name(object: &JsObject) -> Option<String> {
    let prototype = object.prototype()?;
    let constructor = data_property(&prototype, &js_string!("constructor").into());
    let name = constructor.and_then(|constructor| text_property(&constructor.as_object()?, "name"));
    let tag = || data_property(&prototype, &JsSymbol::to_string_tag().into())?.as_string();
    match name
        .map(|name| without_marks(&name))
        .filter(|name| !name.is_empty())
    {
        Some(name) if name != "Object" && name != "Iterator" => Some(name),
        name => tag().map(|tag| tag.to_std_string_escaped()).or(name),
    }
}

/// A property that holds a string, own or inherited.
pub(crate) fn text_property(object: &JsObject, name: &str) -> Option<String> {
    data_property(object, &JsString::from(name).into())?
        .as_string()
        .map(|text| text.to_std_string_escaped())
}

/// `Name: message` and the frames, as the engine recorded them or as the script overwrote them.
pub(super) fn error_text(error: &JsObject, context: &mut Context) -> String {
    let name = text_property(error, "name").unwrap_or_else(|| "Error".to_owned());
    let message = text_property(error, "message").unwrap_or_default();
    let title = match (name.as_str(), message.as_str()) {
        (_, "") => name,
        ("", _) => message,
        _ => format!("{name}: {message}"),
    };
    let printed = stack(error, context).unwrap_or_default();
    let frames = Sources::of(context).map(|sources| sources.read(&printed));
    frame_lines(&frames.unwrap_or_default())
        .into_iter()
        .fold(without_marks(&title), |text, frame| {
            format!("{text}\n    at {frame}")
        })
}

/// The frames of an error, one to a line, as `error.stack` says. Only the engine's own getter is called.
pub(crate) fn stack(error: &JsObject, context: &mut Context) -> Option<String> {
    let key = PropertyKey::from(js_string!("stack"));
    if error.is::<Error>() && own_property(error, &key).is_none() {
        let engine = context.intrinsics().constructors().error().prototype();
        let getter = own_property(&engine, &key)?.get()?.as_callable()?;
        let stack = getter
            .call(&error.clone().into(), &[], context)
            .ok()?
            .as_string()?;
        return Some(stack.to_std_string_escaped());
    }
    text_property(error, "stack")
}

/// The frames that are under way, as the engine prints them.
pub(crate) fn frames_here(context: &mut Context) -> String {
    let base = context.intrinsics().constructors().error().constructor();
    let made = base.construct(&[], None, context);
    made.ok()
        .and_then(|error| stack(&error, context))
        .unwrap_or_default()
}

/// The own enumerable properties except elements, by the name that is shown.
pub(super) fn own_enumerable(object: &JsObject, context: &mut Context) -> Vec<(String, PropertyDescriptor)> {
    let has_elements = object.is_array() || object.is::<TypedArray>() || object.is::<JsString>();
    object
        .own_property_keys(context)
        .unwrap_or_default()
        .into_iter()
        .filter(|key| !(has_elements && matches!(key, PropertyKey::Index(_))))
        .filter_map(|key| {
            let property =
                own_property(object, &key).filter(|property| property.enumerable() == Some(true))?;
            Some((shown_key(&key), property))
        })
        .collect()
}

/// The value of a property, or what kind of accessor it is.
pub(super) fn shown(property: &PropertyDescriptor, show: &mut dyn FnMut(&JsValue) -> String) -> String {
    let is_there = |accessor: Option<&JsValue>| accessor.is_some_and(|function| !function.is_undefined());
    match property.value() {
        Some(value) => show(value),
        None => match (is_there(property.get()), is_there(property.set())) {
            (true, true) => "[Getter/Setter]",
            (true, false) => "[Getter]",
            _ => "[Setter]",
        }
        .to_owned(),
    }
}

pub(super) fn array_length(array: &JsObject) -> u64 {
    own_property(array, &js_string!("length").into())
        .and_then(|length| length.value()?.as_number())
        .map_or(0, |length| length as u64)
}

/// The first index from `start` on that holds an element. An array may be billions long and nearly empty, so
/// only the indices that exist are looked at.
pub(super) fn next_element(array: &JsObject, start: u64) -> Option<u64> {
    let array = array.borrow();
    let properties = array.properties();
    if element_key(start).is_some_and(|key| properties.contains_key(&key)) {
        return Some(start);
    }
    properties
        .index_property_keys()
        .map(u64::from)
        .filter(|index| *index >= start)
        .min()
}

pub(super) fn shown_element(
    array: &JsObject,
    index: u64,
    show: &mut dyn FnMut(&JsValue) -> String,
) -> String {
    element_key(index)
        .and_then(|key| own_property(array, &key))
        .map_or_else(|| "undefined".to_owned(), |element| shown(&element, show))
}

fn shown_key(key: &PropertyKey) -> String {
    match key {
        PropertyKey::Symbol(symbol) => format!("[{}]", symbol.descriptive_string().to_std_string_escaped()),
        PropertyKey::Index(index) => index.get().to_string(),
        PropertyKey::String(name) => {
            let name = name.to_std_string_escaped();
            if is_identifier(&name) {
                name
            } else {
                format!("{name:?}")
            }
        }
    }
}

fn data_property(object: &JsObject, key: &PropertyKey) -> Option<JsValue> {
    let mut holder = Some(object.clone());
    for _ in 0..MAX_PROTOTYPES {
        let current = holder.filter(|object| !object.is::<Proxy>())?;
        if let Some(property) = own_property(&current, key) {
            return property.value().cloned();
        }
        holder = current.prototype();
    }
    None
}

/// The value of an own property that is no accessor.
pub(crate) fn own_value(object: &JsObject, key: &PropertyKey) -> Option<JsValue> {
    own_property(object, key)?.value().cloned()
}

fn own_property(object: &JsObject, key: &PropertyKey) -> Option<PropertyDescriptor> {
    object.borrow().properties().get(key)
}

fn element_key(index: u64) -> Option<PropertyKey> {
    NonMaxU32::new(u32::try_from(index).ok()?).map(PropertyKey::Index)
}
