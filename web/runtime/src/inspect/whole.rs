//! Objects that are shown as one piece of text, before whatever properties were put on them.

use boa_engine::builtins::date::Date;
use boa_engine::builtins::error::Error;
use boa_engine::builtins::promise::PromiseState as Settled;
use boa_engine::builtins::regexp::RegExp;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{JsBigInt, JsObject, JsString, JsSymbol, JsValue};
use web_output::{Entry, ObjectKind, ObjectPreview, PromiseState};

use super::inspector::Inspector;
use crate::corrections::correct_regexp_literal;
use crate::trace::error_stack;
use crate::values::property;

/// The object, if it is one of these.
pub(super) fn preview(object: &JsObject, inspector: &mut Inspector<'_>) -> Option<ObjectPreview> {
    if object.is::<Error>() {
        let explained = error_stack::explained(object, inspector.context);
        return Some(ObjectPreview {
            frames: explained.frames,
            ..said(ObjectKind::Error, error_stack::title(object, &explained.message))
        });
    }
    let engine_text = || JsValue::from(object.clone()).display().to_string();
    if object.is_callable() {
        return Some(function(object, &engine_text()));
    }
    if object.is::<Date>() {
        return Some(said(ObjectKind::Date, engine_text()));
    }
    if object.is::<RegExp>() {
        return Some(said(ObjectKind::RegExp, correct_regexp_literal(&engine_text())));
    }
    if let Ok(promise) = JsPromise::from_object(object.clone()) {
        return Some(promise_preview(&promise.state(), inspector));
    }
    boxed_primitive(object).map(|(class, value)| ObjectPreview {
        class: class.to_owned(),
        ..said(ObjectKind::Boxed, inspector.value(&value).to_string())
    })
}

/// A proxy, of which nothing is known without asking it.
pub(super) fn proxy(object: &JsObject) -> ObjectPreview {
    let text = if object.is_callable() {
        "[Proxy of a function]"
    } else {
        "[Proxy]"
    };
    said(ObjectKind::Proxy, text.to_owned())
}

fn said(kind: ObjectKind, text: String) -> ObjectPreview {
    ObjectPreview {
        text,
        ..ObjectPreview::new(kind)
    }
}

/// `[class Dog extends Animal]`, `[AsyncFunction: load]`; the engine knows which functions are classes.
fn function(object: &JsObject, engine_text: &str) -> ObjectPreview {
    if let Some(class) = engine_text.strip_prefix("[class ") {
        let parent = object
            .prototype()
            .and_then(|parent| property::text_property(&parent, "name"))
            .filter(|parent| !parent.is_empty());
        let text = match parent {
            Some(parent) => format!("[class {} extends {parent}]", class.trim_end_matches(']')),
            None => engine_text.to_owned(),
        };
        return said(ObjectKind::Class, text);
    }
    let text = match (
        property::constructor_name(object),
        engine_text.strip_prefix("[Function"),
    ) {
        (Some(name), Some(rest)) if name.ends_with("Function") => format!("[{name}{rest}"),
        _ => engine_text.to_owned(),
    };
    said(ObjectKind::Function, text)
}

fn promise_preview(state: &Settled, inspector: &mut Inspector<'_>) -> ObjectPreview {
    let (state, name, value) = match state {
        Settled::Pending => (PromiseState::Pending, "", None),
        Settled::Fulfilled(value) => (PromiseState::Fulfilled, "", Some(value)),
        Settled::Rejected(reason) => (PromiseState::Rejected, "<rejected>", Some(reason)),
    };
    ObjectPreview {
        class: "Promise".to_owned(),
        entries: value
            .map(|value| Entry::Inner {
                name: name.to_owned(),
                value: inspector.value(value),
            })
            .into_iter()
            .collect(),
        ..ObjectPreview::new(ObjectKind::Promise(state))
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
