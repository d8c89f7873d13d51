//! Objects that hold elements: arrays, typed arrays, maps, sets and bytes.

use boa_engine::builtins::array_buffer::{ArrayBuffer, SharedArrayBuffer};
use boa_engine::builtins::dataview::DataView;
use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::object::builtins::JsTypedArray;
use boa_engine::property::{NonMaxU32, PropertyKey};
use boa_engine::{JsObject, JsValue};
use web_output::{Entry, ObjectKind, ObjectPreview, Preview, Primitive};

use super::inspector::Inspector;
use crate::values::bytes::View;
use crate::values::property;

/// Bytes of a buffer that are written out.
const SHOWN_BYTES: usize = 64;

/// The object and its first elements, if it is one of these.
pub(super) fn preview(object: &JsObject, inspector: &mut Inspector<'_>) -> Option<ObjectPreview> {
    let kind = kind(object)?;
    let name = property::constructor_name(object);
    if kind == ObjectKind::Bytes {
        return Some(bytes(object, name, inspector));
    }
    let size = size(object, kind, inspector);
    let mut preview = ObjectPreview {
        class: match name {
            Some(name) if kind == ObjectKind::Array && name == "Array" => String::new(),
            Some(name) => name,
            None => format!("{kind:?}"),
        },
        size: Some(size),
        ..ObjectPreview::new(kind)
    };
    let (entries, next) = elements(object, kind, 0, size, inspector);
    preview.entries = entries;
    preview.hidden = size - next;
    Some(preview)
}

/// The kind of an object that holds elements.
pub(super) fn kind(object: &JsObject) -> Option<ObjectKind> {
    if object.is_array() {
        return Some(ObjectKind::Array);
    }
    if object.is::<TypedArray>() {
        return Some(ObjectKind::TypedArray);
    }
    if object.is::<OrderedMap<JsValue>>() {
        return Some(ObjectKind::Map);
    }
    if object.is::<OrderedSet>() {
        return Some(ObjectKind::Set);
    }
    let is_bytes = object.is::<ArrayBuffer>() || object.is::<SharedArrayBuffer>() || object.is::<DataView>();
    is_bytes.then_some(ObjectKind::Bytes)
}

/// How many elements there are; a hole counts.
pub(super) fn size(object: &JsObject, kind: ObjectKind, inspector: &mut Inspector<'_>) -> u64 {
    match kind {
        ObjectKind::Array => property::array_length(object),
        ObjectKind::TypedArray => JsTypedArray::from_object(object.clone())
            .and_then(|array| array.length(inspector.context))
            .unwrap_or_default() as u64,
        ObjectKind::Map => object
            .downcast_ref::<OrderedMap<JsValue>>()
            .map_or(0, |map| map.len() as u64),
        ObjectKind::Set => object
            .downcast_ref::<OrderedSet>()
            .map_or(0, |set| set.len() as u64),
        _ => 0,
    }
}

/// The elements from `from` on that may be shown, and the place after the last one.
pub(super) fn elements(
    object: &JsObject,
    kind: ObjectKind,
    from: u64,
    size: u64,
    inspector: &mut Inspector<'_>,
) -> (Vec<Entry>, u64) {
    match kind {
        ObjectKind::Array => array(object, from, size, inspector),
        ObjectKind::TypedArray => typed_array(object, from, size, inspector),
        ObjectKind::Map => map(object, from, inspector),
        ObjectKind::Set => set(object, from, inspector),
        _ => (Vec::new(), from),
    }
}

fn array(array: &JsObject, from: u64, length: u64, inspector: &mut Inspector<'_>) -> (Vec<Entry>, u64) {
    let mut entries = Vec::new();
    let mut next = from;
    while next < length && inspector.spend(entries.len()) {
        let index = next_element(array, next).unwrap_or(length).min(length);
        if index > next {
            entries.push(Entry::Holes {
                index: next,
                count: index - next,
            });
            next = index;
            continue;
        }
        let slot = element_key(index).and_then(|key| Some((property::own_property(array, &key)?, key)));
        let value = match slot {
            Some((slot, key)) => inspector.slot(array, &key, &slot),
            None => inspector.value(&JsValue::undefined()),
        };
        entries.push(Entry::Element { index, value });
        next += 1;
    }
    (entries, next)
}

fn typed_array(
    object: &JsObject,
    from: u64,
    length: u64,
    inspector: &mut Inspector<'_>,
) -> (Vec<Entry>, u64) {
    let mut entries = Vec::new();
    let mut next = from;
    if let Ok(array) = JsTypedArray::from_object(object.clone()) {
        while next < length && inspector.spend(entries.len()) {
            let element = array.at(next as i64, inspector.context).unwrap_or_default();
            let value = inspector.value(&element);
            entries.push(Entry::Element { index: next, value });
            next += 1;
        }
    }
    (entries, next)
}

fn map(map: &JsObject, from: u64, inspector: &mut Inspector<'_>) -> (Vec<Entry>, u64) {
    let pairs: Vec<(JsValue, JsValue)> = match map.downcast_ref::<OrderedMap<JsValue>>() {
        Some(map) => map
            .iter()
            .skip(from as usize)
            .take(inspector.max_entries())
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect(),
        None => Vec::new(),
    };
    let mut entries = Vec::new();
    for (key, value) in &pairs {
        if !inspector.spend(entries.len()) {
            break;
        }
        entries.push(Entry::Pair {
            key: inspector.value(key),
            value: inspector.value(value),
        });
    }
    let next = from + entries.len() as u64;
    (entries, next)
}

fn set(set: &JsObject, from: u64, inspector: &mut Inspector<'_>) -> (Vec<Entry>, u64) {
    let members: Vec<JsValue> = match set.downcast_ref::<OrderedSet>() {
        Some(set) => set
            .iter()
            .skip(from as usize)
            .take(inspector.max_entries())
            .cloned()
            .collect(),
        None => Vec::new(),
    };
    let mut entries = Vec::new();
    for member in &members {
        if !inspector.spend(entries.len()) {
            break;
        }
        entries.push(Entry::Element {
            index: from + entries.len() as u64,
            value: inspector.value(member),
        });
    }
    let next = from + entries.len() as u64;
    (entries, next)
}

fn bytes(object: &JsObject, name: Option<String>, inspector: &mut Inspector<'_>) -> ObjectPreview {
    let view = View::of(object, inspector.context);
    let size = view.as_ref().map_or(0, View::len);
    let shown = match view {
        Some(view) if !view.is_detached() => {
            let bytes = view.read(SHOWN_BYTES);
            let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            bytes.join(" ")
        }
        _ => "<detached>".to_owned(),
    };
    let mut preview = ObjectPreview {
        class: name.unwrap_or_else(|| "ArrayBuffer".to_owned()),
        size: Some(size as u64),
        hidden: size.saturating_sub(SHOWN_BYTES) as u64,
        ..ObjectPreview::new(ObjectKind::Bytes)
    };
    if !shown.is_empty() {
        preview.entries.push(Entry::Inner {
            name: String::new(),
            value: Preview::Primitive(Primitive::Number, shown),
        });
    }
    preview
}

/// The first index from `start` on that holds an element. An array may be billions long and nearly empty, so
/// only the indices that exist are looked at.
fn next_element(array: &JsObject, start: u64) -> Option<u64> {
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

fn element_key(index: u64) -> Option<PropertyKey> {
    NonMaxU32::new(u32::try_from(index).ok()?).map(PropertyKey::Index)
}
