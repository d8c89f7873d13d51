//! Opening an object that was shown in part: its elements page by page, then all of its properties, then what no
//! property holds. Opening a getter runs it, because somebody asked for it.

use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsObject, JsResult, JsValue};
use web_output::{Entry, Handle, Opened};

use super::bounds::Bounds;
use super::collection;
use super::handles::{self, Kept};
use super::inspector::Inspector;
use crate::values::property;

/// Entries that are given at once.
const PAGE: usize = 100;

/// The entries of an object from place `from` on, or the value of a getter.
pub(crate) fn open(handle: Handle, from: u64, context: &mut Context) -> Opened {
    match handles::find(handle, context) {
        None => Opened::Gone,
        Some(Kept::Object(object)) => page(&object, from, context),
        Some(Kept::Getter(object, key)) => match object.get(key, context) {
            Ok(value) => Opened::Value(super::preview(&value, context)),
            Err(error) => thrown(error.into_opaque(context), context),
        },
    }
}

/// Elements count from 0 to the size, properties from there on.
fn page(object: &JsObject, from: u64, context: &mut Context) -> Opened {
    let bounds = Bounds {
        entries: PAGE,
        entries_in_all: PAGE * 10,
        text_in_all: Bounds::WHOLE.text_in_all,
        ..Bounds::BRIEF
    };
    let mut inspector = Inspector::new(bounds, true, context);
    let (mut entries, mut next, size) = match collection::kind(object) {
        Some(kind) => {
            let size = collection::size(object, kind, &mut inspector);
            let (entries, next) = collection::elements(object, kind, from, size, &mut inspector);
            (entries, next.max(from), size)
        }
        None => (Vec::new(), from, 0),
    };
    let keys = property::own_keys(object, inspector.context);
    let end = size + keys.len() as u64;
    if next >= size {
        for key in keys.iter().skip((next - size) as usize) {
            if entries.len() >= PAGE {
                break;
            }
            entries.extend(inspector.property(object, key));
            next += 1;
        }
    }
    if next >= end {
        entries.extend(inner(object, &mut inspector));
    }
    Opened::Entries {
        entries,
        next: (next < end).then_some(next),
    }
}

/// What no property holds.
fn inner(object: &JsObject, inspector: &mut Inspector<'_>) -> Vec<Entry> {
    let mut inner = Vec::new();
    if let Ok(promise) = JsPromise::from_object(object.clone()) {
        use boa_engine::builtins::promise::PromiseState::{Fulfilled, Pending, Rejected};
        match promise.state() {
            Pending => {}
            Fulfilled(value) => inner.push(("[[Value]]", value)),
            Rejected(reason) => inner.push(("[[Reason]]", reason)),
        }
    }
    if let Some(prototype) = object.prototype() {
        inner.push(("[[Prototype]]", prototype.into()));
    }
    inner
        .into_iter()
        .map(|(name, value)| Entry::Inner {
            name: name.to_owned(),
            value: inspector.value(&value),
        })
        .collect()
}

fn thrown(error: JsResult<JsValue>, context: &mut Context) -> Opened {
    match error {
        Ok(error) => Opened::Threw(super::preview(&error, context)),
        Err(limit) => Opened::Failed(limit.to_string()),
    }
}
