//! What was thrown, as a [`ScriptError`].

use std::error::Error as _;

use boa_engine::builtins::error::Error;
use boa_engine::error::{EngineError, RuntimeLimitError};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsError, JsObject, JsValue, js_string};
use web_output::{Frame, Location, ScriptError};

use crate::inspect::inspect;
use crate::trace::{Sources, error_stack};
use crate::values::property::{own_value, text_property};

/// How many causes of causes are read.
const MAX_CAUSES: usize = 8;
/// How many of the errors of an `AggregateError` are read.
const MAX_PARTS: usize = 20;

/// Reads an exception that ended an evaluation.
pub(crate) fn from_thrown(error: JsError, context: &mut Context) -> Box<ScriptError> {
    Box::new(read(error, context))
}

fn read(error: JsError, context: &mut Context) -> ScriptError {
    if let Some(limit) = error.as_engine() {
        return from_engine(limit, &error, context);
    }
    // An error object keeps its frames; anything else has only those that the engine prints with it.
    let printed = error.as_opaque().filter(|value| !value.is_object()).map(|value| {
        let text = error.to_string();
        let value = JsError::from_opaque(value.clone()).to_string();
        text.strip_prefix(&value).map(str::to_owned).unwrap_or_default()
    });
    match error.into_opaque(context) {
        Ok(value) => from_value(&value, &printed.unwrap_or_default(), MAX_CAUSES, context),
        Err(error) => named("Error", error.to_string()),
    }
}

/// A limit of the engine; scripts cannot catch these.
fn from_engine(limit: &EngineError, error: &JsError, context: &Context) -> ScriptError {
    let base = if is_recursion(limit) {
        named("RangeError", "Maximum call stack size exceeded".to_owned())
    } else {
        named("InternalError", limit.to_string())
    };
    let text = error.to_string();
    let frames = text.split_once('\n').map_or("", |(_, frames)| frames);
    with_frames(base, read_frames(frames, context), context)
}

fn from_value(value: &JsValue, printed: &str, causes: usize, context: &mut Context) -> ScriptError {
    let Some(error) = value.as_object().filter(JsObject::is::<Error>) else {
        let message = match value.as_string() {
            Some(text) => text.to_std_string_escaped(),
            None => inspect(value, context),
        };
        return with_frames(named("", message), read_frames(printed, context), context);
    };
    let text = |name| text_property(&error, name).unwrap_or_default();
    let explained = error_stack::explained(&error, context);
    let base = named(&text("name"), explained.message);
    let mut read = with_frames(base, explained.frames, context);
    read.stderr = text("stderr");
    if causes > 0 {
        let cause = own_value(&error, &PropertyKey::from(js_string!("cause")));
        read.cause = cause.map(|cause| Box::new(from_value(&cause, "", causes - 1, context)));
        read.parts = parts(&error)
            .iter()
            .map(|part| from_value(part, "", causes - 1, context))
            .collect();
    }
    read
}

fn named(name: &str, message: String) -> ScriptError {
    ScriptError {
        name: name.to_owned(),
        message,
        ..ScriptError::default()
    }
}

fn read_frames(printed: &str, context: &Context) -> Vec<Frame> {
    Sources::of(context).map_or_else(Vec::new, |sources| sources.read(printed))
}

fn with_frames(error: ScriptError, frames: Vec<Frame>, context: &Context) -> ScriptError {
    let locations = || frames.iter().filter_map(|frame| frame.location.as_ref());
    // A constructor that the class does not spell out has a file and no line; its caller has both.
    let known = locations().find(|location| !matches!(location, Location::In { .. }));
    let location = known.or_else(|| locations().next()).cloned();
    let code = location
        .as_ref()
        .and_then(|location| Sources::of(context)?.code_frame(location));
    ScriptError {
        location,
        code,
        frames,
        ..error
    }
}

/// Whether an error of the engine is about the depth of calls.
fn is_recursion(limit: &EngineError) -> bool {
    match limit {
        EngineError::RuntimeLimit(limit) => *limit != RuntimeLimitError::LoopIteration,
        // What cannot fail anywhere else fails in a function that awaits.
        EngineError::Panic(panic) => panic
            .source()
            .and_then(|source| source.downcast_ref::<Box<JsError>>())
            .and_then(|source| source.as_engine())
            .is_some_and(is_recursion),
    }
}

/// The errors in an `AggregateError`.
fn parts(error: &JsObject) -> Vec<JsValue> {
    let Some(errors) =
        own_value(error, &PropertyKey::from(js_string!("errors"))).and_then(|errors| errors.as_object())
    else {
        return Vec::new();
    };
    (0..MAX_PARTS)
        .map_while(|index| own_value(&errors, &PropertyKey::from(index)))
        .collect()
}
