//! Any JavaScript value as text for people: the result of a run, and what the console shows of objects.
//! Bounded in depth and length; reads no getter and asks no proxy, so that looking never runs code.

mod layout;
mod property;

use boa_engine::builtins::date::Date;
use boa_engine::builtins::error::Error;
use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::promise::PromiseState;
use boa_engine::builtins::proxy::Proxy;
use boa_engine::builtins::regexp::RegExp;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::object::builtins::{JsPromise, JsTypedArray};
use boa_engine::{Context, JsBigInt, JsObject, JsString, JsSymbol, JsValue, JsVariant};

use layout::{Braces, Layout};
pub(crate) use property::{constructor_name, frames_here, own_value, stack, text_property};

/// Deeper objects are named, not opened.
const MAX_DEPTH: usize = 4;
/// Entries shown of one object.
const MAX_ENTRIES: usize = 100;
/// Entries shown of all objects of one value together.
const MAX_ENTRIES_IN_ALL: usize = 2_000;
/// Characters shown of a string inside an object.
const MAX_TEXT: usize = 10_000;

/// The value as a script would write it where that is possible; strings in quotes.
pub(crate) fn inspect(value: &JsValue, context: &mut Context) -> String {
    Inspector {
        context,
        ancestors: Vec::new(),
        entries_left: MAX_ENTRIES_IN_ALL,
    }
    .value(value)
}

struct Inspector<'a> {
    context: &'a mut Context,
    /// The objects around the one that is being shown.
    ancestors: Vec<JsObject>,
    entries_left: usize,
}

impl Inspector<'_> {
    fn value(&mut self, value: &JsValue) -> String {
        match value.variant() {
            JsVariant::String(text) => quote(&text, self.ancestors.is_empty()),
            JsVariant::Object(object) => self.object(&object),
            _ => value.display().to_string(),
        }
    }

    fn object(&mut self, object: &JsObject) -> String {
        if object.is::<Proxy>() {
            return "[Proxy]".to_owned();
        }
        if self.ancestors.contains(object) {
            return "[Circular]".to_owned();
        }
        if self.ancestors.len() > MAX_DEPTH {
            let name = constructor_name(object).unwrap_or_else(|| "Object".to_owned());
            return format!("[{name}]");
        }
        self.ancestors.push(object.clone());
        let text = self.open(object);
        self.ancestors.pop();
        text
    }

    /// The object with its entries.
    fn open(&mut self, object: &JsObject) -> String {
        let name = constructor_name(object);
        let mut layout = if object.is_array() {
            self.array(object, name)
        } else if object.is::<TypedArray>() {
            self.typed_array(object, name)
        } else if object.is::<OrderedMap<JsValue>>() {
            self.map(object, name)
        } else if object.is::<OrderedSet>() {
            self.set(object, name)
        } else if let Some(text) = self.whole(object) {
            Layout::new(text, Braces::IfNeeded)
        } else {
            let head = match name {
                Some(name) if name == "Object" => String::new(),
                Some(name) => name,
                None if object.prototype().is_none() => "[Object: null prototype]".to_owned(),
                None => String::new(),
            };
            Layout::new(head, Braces::Curly)
        };
        self.properties(object, &mut layout);
        layout.finish()
    }

    /// The text of an object that is shown as one piece, before whatever properties were put on it.
    fn whole(&mut self, object: &JsObject) -> Option<String> {
        if object.is::<Error>() {
            return Some(property::error_text(object, self.context));
        }
        let engine_text = || JsValue::from(object.clone()).display().to_string();
        if object.is_callable() || object.is::<Date>() {
            return Some(engine_text());
        }
        if object.is::<RegExp>() {
            // Boa 0.22 escapes a slash that the source has escaped already.
            return Some(engine_text().replace("\\\\/", "\\/"));
        }
        if let Ok(promise) = JsPromise::from_object(object.clone()) {
            return Some(match promise.state() {
                PromiseState::Pending => "Promise { <pending> }".to_owned(),
                PromiseState::Fulfilled(value) => format!("Promise {{ {} }}", self.value(&value)),
                PromiseState::Rejected(reason) => format!("Promise {{ <rejected> {} }}", self.value(&reason)),
            });
        }
        boxed_primitive(object).map(|(name, value)| format!("[{name}: {}]", self.value(&value)))
    }

    fn array(&mut self, object: &JsObject, name: Option<String>) -> Layout {
        let length = property::array_length(object);
        let head = match name {
            Some(name) if name != "Array" => format!("{name}({length})"),
            _ => String::new(),
        };
        let mut layout = Layout::new(head, Braces::Square);
        let mut next = 0;
        while next < length && layout.len() < MAX_ENTRIES && self.spend() {
            let element = property::next_element(object, next).unwrap_or(length);
            if element > next {
                layout.push(format!("<{} empty>", element - next));
                next = element;
            } else {
                layout.push(property::shown_element(object, next, &mut |value| {
                    self.value(value)
                }));
                next += 1;
            }
        }
        layout.rest(length - next);
        layout
    }

    fn typed_array(&mut self, object: &JsObject, name: Option<String>) -> Layout {
        let array = JsTypedArray::from_object(object.clone()).ok();
        let length = array
            .as_ref()
            .and_then(|array| array.length(self.context).ok())
            .unwrap_or_default();
        let name = name.unwrap_or_else(|| "TypedArray".to_owned());
        let mut layout = Layout::new(format!("{name}({length})"), Braces::Square);
        for index in 0..length {
            if layout.len() == MAX_ENTRIES || !self.spend() {
                break;
            }
            let element = array
                .as_ref()
                .and_then(|array| array.at(index as i64, self.context).ok());
            layout.push(element.unwrap_or_default().display().to_string());
        }
        let shown = layout.len();
        layout.rest((length - shown) as u64);
        layout
    }

    fn map(&mut self, map: &JsObject, name: Option<String>) -> Layout {
        let entries: Vec<(JsValue, JsValue)> = map
            .downcast_ref::<OrderedMap<JsValue>>()
            .map(|entries| {
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), value.clone()))
                    .collect()
            })
            .unwrap_or_default();
        let name = name.unwrap_or_else(|| "Map".to_owned());
        let mut layout = Layout::new(format!("{name}({})", entries.len()), Braces::Curly);
        for (key, value) in &entries {
            if layout.len() == MAX_ENTRIES || !self.spend() {
                break;
            }
            layout.push(format!("{} => {}", self.value(key), self.value(value)));
        }
        let shown = layout.len();
        layout.rest((entries.len() - shown) as u64);
        layout
    }

    fn set(&mut self, set: &JsObject, name: Option<String>) -> Layout {
        let items: Vec<JsValue> = set
            .downcast_ref::<OrderedSet>()
            .map(|items| items.iter().cloned().collect())
            .unwrap_or_default();
        let name = name.unwrap_or_else(|| "Set".to_owned());
        let mut layout = Layout::new(format!("{name}({})", items.len()), Braces::Curly);
        for item in &items {
            if layout.len() == MAX_ENTRIES || !self.spend() {
                break;
            }
            layout.push(self.value(item));
        }
        let shown = layout.len();
        layout.rest((items.len() - shown) as u64);
        layout
    }

    /// The own enumerable properties, without the elements of an array.
    fn properties(&mut self, object: &JsObject, layout: &mut Layout) {
        let properties = property::own_enumerable(object, self.context);
        let total = properties.len();
        for (shown, (name, property)) in properties.into_iter().enumerate() {
            if shown == MAX_ENTRIES || !self.spend() {
                layout.rest((total - shown) as u64);
                return;
            }
            let value = property::shown(&property, &mut |value| self.value(value));
            layout.push(format!("{name}: {value}"));
        }
    }

    /// Whether one more entry may be shown.
    fn spend(&mut self) -> bool {
        let has_left = self.entries_left > 0;
        self.entries_left = self.entries_left.saturating_sub(1);
        has_left
    }
}

fn boxed_primitive(object: &JsObject) -> Option<(&'static str, JsValue)> {
    if let Some(text) = object.downcast_ref::<JsString>() {
        return Some(("String", text.clone().into()));
    }
    if let Some(number) = object.downcast_ref::<f64>() {
        return Some(("Number", (*number).into()));
    }
    if let Some(value) = object.downcast_ref::<bool>() {
        return Some(("Boolean", (*value).into()));
    }
    if let Some(number) = object.downcast_ref::<JsBigInt>() {
        return Some(("BigInt", number.clone().into()));
    }
    object
        .downcast_ref::<JsSymbol>()
        .map(|symbol| ("Symbol", symbol.clone().into()))
}

/// The string in double quotes; inside objects a long one is cut.
fn quote(text: &JsString, whole: bool) -> String {
    let limit = if whole { usize::MAX } else { MAX_TEXT };
    let escaped = text.to_std_string_escaped();
    let mut quoted = String::with_capacity(escaped.len().min(limit) + 2);
    quoted.push('"');
    let mut chars = escaped.chars();
    for next in chars.by_ref().take(limit) {
        match next {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => quoted.push_str(&control.escape_unicode().to_string()),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    match chars.count() {
        0 => quoted,
        more => format!("{quoted}… {more} more characters"),
    }
}
