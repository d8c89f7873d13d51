//! Entries as scripts see them: go-go-goja's properties, and `signature`.

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, js_string};

use super::entry::{Entry, Fact, Kind};

/// An entry as an object.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn entry(entry: &Entry, context: &mut Context) -> JsResult<JsValue> {
    let js = JsObject::with_object_proto(context.intrinsics());
    let own = reference(entry.source, entry.kind, &entry.id, context)?;
    js.create_data_property_or_throw(js_string!("ref"), own, context)?;
    let related: Vec<JsValue> = entry
        .related
        .iter()
        .map(|(kind, id)| reference(entry.source, *kind, id, context).map(JsValue::from))
        .collect::<JsResult<_>>()?;
    for (name, value) in [
        ("title", text(&entry.title)),
        ("signature", text(&signature(entry))),
        ("summary", text(&entry.summary)),
        ("body", text(&entry.body)),
        ("topics", texts(&entry.topics, context)),
        ("tags", texts(&entry.tags, context)),
        ("path", text(&entry.path)),
        ("kindLabel", text(entry.kind.label())),
        ("related", JsArray::from_iter(related, context).into()),
        ("metadata", metadata(entry, context)?),
    ] {
        js.create_data_property_or_throw(JsString::from(name), value, context)?;
    }
    Ok(js.into())
}

pub(super) fn text(value: &str) -> JsValue {
    JsString::from(value).into()
}

fn metadata(entry: &Entry, context: &mut Context) -> JsResult<JsValue> {
    let metadata = JsObject::with_object_proto(context.intrinsics());
    for (name, fact) in &entry.metadata {
        let value = match fact {
            Fact::Text(value) => text(value),
            Fact::Texts(values) => texts(values, context),
            Fact::Number(number) => (*number).into(),
            Fact::Flag(flag) => (*flag).into(),
        };
        metadata.create_data_property_or_throw(JsString::from(*name), value, context)?;
    }
    Ok(metadata.into())
}

/// How to call it; empty for what cannot be called.
fn signature(entry: &Entry) -> String {
    match &entry.parameters {
        Some(parameters) => format!("{}{parameters}", entry.title),
        None => String::new(),
    }
}

fn reference(source: &str, kind: Kind, id: &str, context: &mut Context) -> JsResult<JsObject> {
    let reference = JsObject::with_object_proto(context.intrinsics());
    for (name, value) in [("sourceId", source), ("kind", kind.as_str()), ("id", id)] {
        reference.create_data_property_or_throw(JsString::from(name), text(value), context)?;
    }
    Ok(reference)
}

fn texts(values: &[String], context: &mut Context) -> JsValue {
    let values: Vec<JsValue> = values.iter().map(|value| text(value)).collect();
    JsArray::from_iter(values, context).into()
}
