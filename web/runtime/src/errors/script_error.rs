//! [`ScriptError`]: an uncaught exception with its place in the user's own source.

use std::error::Error as _;
use std::fmt;

use boa_engine::builtins::error::Error;
use boa_engine::error::{EngineError, RuntimeLimitError};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsError, JsObject, JsValue, js_string};

use web_source::{LineColumn, SyntaxError, without_marks};

use crate::inspect::inspect;
use crate::trace::{Frame, Place, Sources, error_stack};
use crate::values::property::{own_value, text_property};

/// How many causes of causes are told.
const MAX_CAUSES: usize = 8;
/// How many of the errors of an `AggregateError` are told.
const MAX_PARTS: usize = 20;

/// An uncaught exception.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ScriptError {
    /// Such as `TypeError` or `PluginError`; empty when something other than an error was thrown.
    pub name: String,
    /// The message, or the thrown value as people read it.
    pub message: String,
    /// Where it was thrown; for a syntax error, where the source stops making sense.
    pub place: Option<Place>,
    /// Innermost first.
    pub frames: Vec<Frame>,
    /// With a plugin failure: the last lines of the plugin's standard error; else empty.
    pub stderr: String,
    /// What led to it, as `new Error(message, { cause })` says.
    pub cause: Option<Box<Self>>,
    /// The errors in an `AggregateError`.
    pub parts: Vec<Self>,
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name.as_str() {
            "" => f.write_str(&self.message),
            name => write!(f, "{name}: {}", self.message),
        }
    }
}

impl ScriptError {
    /// Where it was thrown, if that is in `file`.
    #[must_use]
    pub fn position_in(&self, file: &str) -> Option<LineColumn> {
        self.place
            .as_ref()
            .filter(|place| place.file == file)
            .and_then(|place| place.position)
    }

    /// An exception that ended the evaluation.
    pub(crate) fn from_thrown(error: JsError, context: &mut Context) -> Box<Self> {
        Box::new(Self::read(error, context))
    }

    fn read(error: JsError, context: &mut Context) -> Self {
        if let Some(limit) = error.as_engine() {
            return Self::from_engine(limit, &error, context);
        }
        // An error object keeps its frames; anything else has only those that the engine prints with it.
        let printed = error.as_opaque().filter(|value| !value.is_object()).map(|value| {
            let text = error.to_string();
            let value = JsError::from_opaque(value.clone()).to_string();
            text.strip_prefix(&value).map(str::to_owned).unwrap_or_default()
        });
        match error.into_opaque(context) {
            Ok(value) => Self::from_value(&value, &printed.unwrap_or_default(), MAX_CAUSES, context),
            Err(error) => Self::new("Error", &error.to_string()),
        }
    }

    /// A source that does not parse.
    pub(crate) fn from_syntax(error: SyntaxError, file: &str) -> Box<Self> {
        Box::new(Self {
            place: Some(Place {
                file: file.to_owned(),
                position: error.position,
            }),
            ..Self::new("SyntaxError", &error.message)
        })
    }

    /// A limit of the engine; scripts cannot catch these.
    fn from_engine(limit: &EngineError, error: &JsError, context: &Context) -> Self {
        let (name, message) = if is_recursion(limit) {
            let message = "Maximum call stack size exceeded; a script cannot catch this";
            ("RangeError", message.to_owned())
        } else {
            ("InternalError", limit.to_string())
        };
        let text = error.to_string();
        let frames = text.split_once('\n').map_or("", |(_, frames)| frames);
        Self::new(name, &message).with_printed(frames, context)
    }

    fn from_value(value: &JsValue, printed_frames: &str, causes: usize, context: &mut Context) -> Self {
        let Some(error) = value.as_object().filter(JsObject::is::<Error>) else {
            let message = match value.as_string() {
                Some(text) => text.to_std_string_escaped(),
                None => inspect(value, context),
            };
            return Self::new("", &message).with_printed(printed_frames, context);
        };
        let text = |name| text_property(&error, name).unwrap_or_default();
        let frames = error_stack::frames(&error, context);
        let mut told = Self::new(&text("name"), &without_marks(&text("message"))).with_frames(frames);
        told.stderr = text("stderr");
        if causes > 0 {
            let cause = own_value(&error, &PropertyKey::from(js_string!("cause")));
            told.cause = cause.map(|cause| Box::new(Self::from_value(&cause, "", causes - 1, context)));
            told.parts = parts(&error)
                .iter()
                .map(|part| Self::from_value(part, "", causes - 1, context))
                .collect();
        }
        told
    }

    fn new(name: &str, message: &str) -> Self {
        Self {
            name: name.to_owned(),
            message: message.to_owned(),
            place: None,
            frames: Vec::new(),
            stderr: String::new(),
            cause: None,
            parts: Vec::new(),
        }
    }

    fn with_printed(self, printed: &str, context: &Context) -> Self {
        let frames = Sources::of(context).map(|sources| sources.read(printed));
        self.with_frames(frames.unwrap_or_default())
    }

    fn with_frames(mut self, frames: Vec<Frame>) -> Self {
        self.frames = frames;
        let places = || self.frames.iter().filter_map(|frame| frame.place.as_ref());
        // A constructor that the class does not spell out has a file and no line; its caller has both.
        let known = places().find(|place| place.position.is_some());
        self.place = known.or_else(|| places().next()).cloned();
        self
    }
}

/// Whether calls inside calls are what an error of the engine is about.
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
