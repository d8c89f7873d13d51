//! The module that `require("docs")` gives: go-go-goja's `sources`, `search`, `get`, `byID`, `bySlug` and `bySymbol`,
//! and `modules`.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs as _, JsNativeError, JsObject, JsResult, JsString, JsValue, js_string};

use super::entry::{Kind, PLUGINS, RUNTIME};
use super::index::{Docs, MODULE};
use super::search::Query;
use super::to_js::{self, text};
use crate::bounds::stoppable;

const FUNCTIONS: &[(&str, usize, NativeFunctionPointer)] = &[
    ("modules", 0, modules),
    ("sources", 0, sources),
    ("search", 1, search),
    ("get", 1, get),
    ("byID", 3, by_id),
    ("bySlug", 2, by_slug),
    ("bySymbol", 2, by_symbol),
];

/// The module object.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn create(context: &mut Context) -> JsResult<JsObject> {
    let module = JsObject::with_object_proto(context.intrinsics());
    for (name, length, function) in FUNCTIONS {
        let function = FunctionObjectBuilder::new(context.realm(), stoppable(*function))
            .name(JsString::from(*name))
            .length(*length)
            .build();
        module.create_data_property_or_throw(JsString::from(*name), function, context)?;
    }
    Ok(module)
}

/// The names that `require` takes.
fn modules(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let docs = docs(context)?;
    let modules = docs.entries().iter().filter(|entry| entry.kind == Kind::Module);
    let names: Vec<JsValue> = modules
        .map(|entry| text(&entry.id))
        .chain([text(MODULE)])
        .collect();
    Ok(JsArray::from_iter(names, context).into())
}

fn sources(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let all = [
        (
            PLUGINS,
            "plugin",
            "Plugin Manifests",
            "What the plugins of this session say about themselves",
        ),
        (
            RUNTIME,
            "jsdoc",
            "Runtime",
            "The functions and limits of this runtime",
        ),
    ];
    let mut sources = Vec::new();
    for (id, kind, title, summary) in all {
        let source = JsObject::with_object_proto(context.intrinsics());
        for (name, value) in [
            ("id", text(id)),
            ("kind", text(kind)),
            ("title", text(title)),
            ("summary", text(summary)),
            ("runtimeScoped", true.into()),
            ("metadata", JsValue::null()),
        ] {
            source.create_data_property_or_throw(JsString::from(name), value, context)?;
        }
        sources.push(source.into());
    }
    Ok(JsArray::from_iter(sources, context).into())
}

/// Takes words, or an object with `text`, `sourceIds`, `kinds`, `topics`, `tags` and `limit`.
fn search(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let docs = docs(context)?;
    let asked = args.get_or_undefined(0);
    let query = match asked.as_object() {
        Some(asked) => Query {
            text: member(&asked, "text", context)?,
            sources: members(&asked, "sourceIds", context)?,
            kinds: members(&asked, "kinds", context)?,
            topics: members(&asked, "topics", context)?,
            tags: members(&asked, "tags", context)?,
            limit: asked.get(js_string!("limit"), context)?.to_length(context)? as usize,
        },
        None if asked.is_undefined() => Query::default(),
        None => Query {
            text: asked.to_string(context)?.to_std_string_lossy(),
            ..Query::default()
        },
    };
    let found: Vec<JsValue> = query
        .run(docs.entries())
        .into_iter()
        .map(|entry| to_js::entry(entry, context))
        .collect::<JsResult<_>>()?;
    Ok(JsArray::from_iter(found, context).into())
}

/// Takes the `ref` of an entry.
fn get(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(reference) = args.get_or_undefined(0).as_object() else {
        return Err(JsNativeError::typ()
            .with_message("docs.get takes the ref of an entry: { sourceId, kind, id }")
            .into());
    };
    let source = member(&reference, "sourceId", context)?;
    let kind = member(&reference, "kind", context)?;
    let id = member(&reference, "id", context)?;
    find(&source, &kind, &id, context)
}

fn by_id(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (source, kind) = (argument(args, 0, context)?, argument(args, 1, context)?);
    let id = argument(args, 2, context)?;
    find(&source, &kind, &id, context)
}

fn by_slug(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (source, slug) = (argument(args, 0, context)?, argument(args, 1, context)?);
    find(&source, Kind::Section.as_str(), &slug, context)
}

fn by_symbol(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (source, symbol) = (argument(args, 0, context)?, argument(args, 1, context)?);
    find(&source, Kind::Symbol.as_str(), &symbol, context)
}

/// The entry, or `null`.
fn find(source: &str, kind: &str, id: &str, context: &mut Context) -> JsResult<JsValue> {
    match docs(context)?.find(source, kind, id) {
        Some(entry) => to_js::entry(entry, context),
        None => Ok(JsValue::null()),
    }
}

fn argument(args: &[JsValue], index: usize, context: &mut Context) -> JsResult<String> {
    let text = args.get_or_undefined(index).to_string(context)?;
    Ok(text.to_std_string_lossy().trim().to_owned())
}

/// A text in an object; empty if it is none.
fn member(object: &JsObject, name: &str, context: &mut Context) -> JsResult<String> {
    let value = object.get(JsString::from(name), context)?;
    let text = value.as_string().unwrap_or_default();
    Ok(text.to_std_string_lossy().trim().to_owned())
}

fn members(object: &JsObject, name: &str, context: &mut Context) -> JsResult<Vec<String>> {
    let Some(list) = object.get(JsString::from(name), context)?.as_object() else {
        return Ok(Vec::new());
    };
    let length = list.get(js_string!("length"), context)?.to_length(context)?;
    let mut members = Vec::new();
    for index in 0..length.min(1_000) {
        if let Some(text) = list.get(index, context)?.as_string() {
            members.push(text.to_std_string_lossy().trim().to_owned());
        }
    }
    members.retain(|member| !member.is_empty());
    Ok(members)
}

fn docs(context: &Context) -> JsResult<std::rc::Rc<Docs>> {
    Docs::of(context).ok_or_else(|| JsNativeError::error().with_message("docs is not set up").into())
}
