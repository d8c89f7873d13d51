//! Reading objects without running anything: own and inherited data properties, never a getter, never a proxy.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsString, JsSymbol, JsValue, js_string};

use web_source::without_marks;

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

/// The keys of the own enumerable properties except elements.
pub(crate) fn own_enumerable(object: &JsObject, context: &mut Context) -> Vec<PropertyKey> {
    let mut keys = own_keys(object, context);
    keys.retain(|key| is_enumerable(object, key));
    keys
}

/// The keys of all own enumerable properties.
pub(crate) fn enumerable_keys(object: &JsObject, context: &mut Context) -> Vec<PropertyKey> {
    if object.is::<Proxy>() {
        return Vec::new();
    }
    let mut keys = object.own_property_keys(context).unwrap_or_default();
    keys.retain(|key| is_enumerable(object, key));
    keys
}

/// The value of an own property that is no accessor.
pub(crate) fn own_value(object: &JsObject, key: &PropertyKey) -> Option<JsValue> {
    own_property(object, key)?.value().cloned()
}

/// The keys of all own properties except elements.
pub(crate) fn own_keys(object: &JsObject, context: &mut Context) -> Vec<PropertyKey> {
    let has_elements = object.is_array() || object.is::<TypedArray>() || object.is::<JsString>();
    let mut keys = object.own_property_keys(context).unwrap_or_default();
    keys.retain(|key| !(has_elements && matches!(key, PropertyKey::Index(_))));
    keys
}

/// The key of an own property that is not enumerable, if there is one.
pub(crate) fn own_hidden(object: &JsObject, name: &str) -> Option<PropertyKey> {
    let key = PropertyKey::from(JsString::from(name));
    let property = own_property(object, &key)?;
    (property.enumerable() != Some(true)).then_some(key)
}

pub(crate) fn array_length(array: &JsObject) -> u64 {
    own_property(array, &js_string!("length").into())
        .and_then(|length| length.value()?.as_number())
        .map_or(0, |length| length as u64)
}

/// The key as the property is called.
pub(crate) fn plain_name(key: &PropertyKey) -> String {
    match key {
        PropertyKey::Symbol(symbol) => format!("[{}]", symbol.descriptive_string().to_std_string_escaped()),
        PropertyKey::Index(index) => index.get().to_string(),
        PropertyKey::String(name) => name.to_std_string_escaped(),
    }
}

fn is_enumerable(object: &JsObject, key: &PropertyKey) -> bool {
    own_property(object, key).is_some_and(|property| property.enumerable() == Some(true))
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

pub(crate) fn own_property(object: &JsObject, key: &PropertyKey) -> Option<PropertyDescriptor> {
    object.borrow().properties().get(key)
}
