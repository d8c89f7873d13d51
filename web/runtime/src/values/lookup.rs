//! Values of names and properties as they are now, read without running anything.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::module::ModuleNamespace;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsString, JsValue, JsVariant, Script};
use web_source::input;

use crate::values::property::{own_property, own_value};

/// How far up the chain of prototypes properties are looked for.
const MAX_PROTOTYPES: usize = 32;

/// What is known about a property.
pub(crate) enum Slot {
    /// It has this value.
    Value(JsValue),
    /// It is not there.
    Absent,
    /// Only code could tell.
    Unknown,
}

impl Slot {
    pub(crate) fn value(self) -> Option<JsValue> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Unknown => None,
        }
    }
}

/// The value of a global name, as the engine calls it, unless code would have to run for it.
pub(crate) fn global(name: &str, context: &mut Context) -> Option<JsValue> {
    let key = JsString::from(name);
    if !context.realm().scope().has_lex_binding(&key) {
        return own_value(&context.global_object(), &key.into());
    }
    // A lexical binding is read without calling anything.
    let script = Script::parse(input(name), None, context).ok()?;
    script.evaluate(context).ok()
}

/// A property of a value, own or inherited.
pub(crate) fn property(value: &JsValue, key: &PropertyKey, context: &Context) -> Slot {
    let mut end = value.as_object();
    for holder in chain(value, context) {
        if let Some(property) = own_property(&holder, key) {
            return property.value().cloned().map_or(Slot::Unknown, Slot::Value);
        }
        if holder.is::<TypedArray>() || holder.is::<ModuleNamespace>() {
            return Slot::Unknown;
        }
        end = holder.prototype();
    }
    // A proxy, a very long chain, and what strings have of their own.
    if end.is_some() || !value.is_object() {
        Slot::Unknown
    } else {
        Slot::Absent
    }
}

/// The object and its prototypes, up to a proxy; for any other value the prototypes alone.
pub(crate) fn chain(value: &JsValue, context: &Context) -> impl Iterator<Item = JsObject> + use<> {
    let constructors = context.intrinsics().constructors();
    let first = match value.variant() {
        JsVariant::Object(object) => Some(object),
        JsVariant::String(_) => Some(constructors.string().prototype()),
        JsVariant::Boolean(_) => Some(constructors.boolean().prototype()),
        JsVariant::Float64(_) | JsVariant::Integer32(_) => Some(constructors.number().prototype()),
        JsVariant::BigInt(_) => Some(constructors.bigint().prototype()),
        JsVariant::Symbol(_) => Some(constructors.symbol().prototype()),
        JsVariant::Null | JsVariant::Undefined => None,
    };
    let is_open = |object: &JsObject| !object.is::<Proxy>();
    std::iter::successors(first.filter(is_open), move |object| {
        object.prototype().filter(is_open)
    })
    .take(MAX_PROTOTYPES)
}

/// The key of a property that is written as `name`.
pub(crate) fn key_of(name: &str) -> PropertyKey {
    match name.parse::<u32>() {
        Ok(index) => index.into(),
        Err(_) => JsString::from(name).into(),
    }
}
