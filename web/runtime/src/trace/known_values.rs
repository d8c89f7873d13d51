//! What the names of a source stand for at the moment, for whoever looks for the expression that failed.

use std::cell::RefCell;

use boa_engine::{Context, JsSymbol, JsValue};
use web_source::{Known, Path, Root, ValueKind, ValuePath, Values};

use crate::trace::sources::Sources;
use crate::values::lookup::{self, Slot, key_of};

/// The values of a context.
pub(super) struct KnownValues<'c>(RefCell<&'c mut Context>);

impl<'c> KnownValues<'c> {
    pub(super) fn new(context: &'c mut Context) -> Self {
        Self(RefCell::new(context))
    }
}

impl Values for KnownValues<'_> {
    fn value(&self, path: &ValuePath) -> Option<Known> {
        let mut context = self.0.borrow_mut();
        let value = at(&path.as_path(), &mut context)?;
        Some(known(&value, &context))
    }
}

/// The value at the end of a path, which begins with a name as the engine calls it; `undefined` where the last property
/// is not there.
pub(super) fn at(path: &Path<'_>, context: &mut Context) -> Option<JsValue> {
    let root = match path.root {
        Root::Name(name) => lookup::global(name, context)?,
        Root::Module(name) => Sources::of(context)?.module(name, context)?.into(),
        Root::Text => return None,
    };
    path.steps.iter().try_fold(root, |value, step| {
        match lookup::property(&value, &key_of(step), context) {
            Slot::Value(value) => Some(value),
            Slot::Absent => Some(JsValue::undefined()),
            Slot::Unknown => None,
        }
    })
}

fn known(value: &JsValue, context: &Context) -> Known {
    let kind = match value.type_of() {
        "undefined" => ValueKind::Undefined,
        "boolean" => ValueKind::Boolean,
        "number" => ValueKind::Number,
        "bigint" => ValueKind::BigInt,
        "string" => ValueKind::String,
        "symbol" => ValueKind::Symbol,
        "function" => ValueKind::Function,
        _ if value.is_null() => ValueKind::Null,
        _ => ValueKind::Object,
    };
    let known = Known::from(kind);
    if kind.is_object() {
        let is_iterable = match lookup::property(value, &JsSymbol::iterator().into(), context) {
            Slot::Value(method) => Some(!method.is_null_or_undefined()),
            Slot::Absent => Some(false),
            Slot::Unknown => None,
        };
        return Known { is_iterable, ..known };
    }
    let text = match kind {
        ValueKind::String => value.as_string().map(|text| text.to_std_string_escaped()),
        ValueKind::Boolean | ValueKind::Number => Some(value.display().to_string()),
        _ => None,
    };
    Known { text, ..known }
}
