//! [`ScriptError`]: an uncaught exception with its place in the user's own source.

use std::fmt;

use boa_engine::ast::scope::Scope;
use boa_engine::builtins::error::Error;
use boa_engine::interner::Interner;
use boa_engine::parser::{self, Parser, lexer};
use boa_engine::{Context, JsError, JsObject, JsValue, Source};

use crate::inspect::{inspect, stack, text_property};

/// The name by which frames call the user's source.
pub(crate) const SCRIPT_NAME: &str = "script.js";

/// A frame that repeats more often than this is shown once, with the count.
const SHOWN_REPEATS: usize = 3;

/// An uncaught exception.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ScriptError {
    /// Such as `TypeError` or `PluginError`; empty when something other than an error was thrown.
    pub name: String,
    /// The message, or the thrown value as people read it.
    pub message: String,
    /// Where it was thrown; for a syntax error, where the source stops making sense.
    pub position: Option<Position>,
    /// Innermost first, such as `shout (script.js:3:7)`.
    pub frames: Vec<String>,
    /// With a plugin failure: the last lines of the plugin's standard error; else empty.
    pub stderr: String,
}

/// A place in the source, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
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
    /// An exception that ended the evaluation.
    pub(crate) fn from_thrown(error: JsError, context: &mut Context) -> Self {
        if error.as_engine().is_some() {
            return Self::from_engine(&error);
        }
        // An error object keeps its frames; anything else has only those that the engine prints with it.
        let printed = error.as_opaque().filter(|value| !value.is_object()).map(|value| {
            let text = error.to_string();
            let value = JsError::from_opaque(value.clone()).to_string();
            text.strip_prefix(&value).map(str::to_owned).unwrap_or_default()
        });
        match error.into_opaque(context) {
            Ok(value) => Self::from_value(&value, &printed.unwrap_or_default(), context),
            Err(error) => Self::from_engine(&error),
        }
    }

    /// A source that does not parse. It is parsed once more, because only the parser's own error has the place.
    pub(crate) fn from_syntax(source: &str, error: &JsError) -> Self {
        let (position, message) = match parse(source) {
            Some(again) => (syntax_position(&again, source), syntax_message(&again)),
            None => {
                let native = error.as_native();
                (
                    None,
                    native.map_or_else(String::new, |native| native.message().to_owned()),
                )
            }
        };
        Self {
            name: "SyntaxError".to_owned(),
            message,
            position,
            frames: Vec::new(),
            stderr: String::new(),
        }
    }

    /// A limit of the engine; scripts cannot catch these.
    fn from_engine(error: &JsError) -> Self {
        let text = error.to_string();
        let (title, frames) = text.split_once('\n').unwrap_or((&text, ""));
        let (name, message) = title.split_once(": ").unwrap_or(("", title));
        Self::new(name.to_owned(), message.to_owned(), frames)
    }

    fn from_value(value: &JsValue, printed_frames: &str, context: &mut Context) -> Self {
        let Some(error) = value.as_object().filter(JsObject::is::<Error>) else {
            let message = match value.as_string() {
                Some(text) => text.to_std_string_escaped(),
                None => inspect(value, context),
            };
            return Self::new(String::new(), message, printed_frames);
        };
        let frames = stack(&error, context).unwrap_or_default();
        let text = |name| text_property(&error, name).unwrap_or_default();
        Self {
            stderr: text("stderr"),
            ..Self::new(text("name"), text("message"), &frames)
        }
    }

    fn new(name: String, message: String, frames: &str) -> Self {
        let frames: Vec<String> = frames
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("at "))
            .map(str::to_owned)
            .collect();
        Self {
            name,
            message,
            position: frames.iter().find_map(|frame| frame_position(frame)),
            frames: folded(&frames),
            stderr: String::new(),
        }
    }
}

/// Folds the frames of a recursion.
fn folded(frames: &[String]) -> Vec<String> {
    let mut folded = Vec::new();
    for same in frames.chunk_by(|one, next| one == next) {
        if same.len() > SHOWN_REPEATS {
            folded.push(same[0].clone());
            folded.push(format!("… {} more of the same", same.len() - 1));
        } else {
            folded.extend_from_slice(same);
        }
    }
    folded
}

/// Reads `name (script.js:LINE:COLUMN)`.
fn frame_position(frame: &str) -> Option<Position> {
    let (_, place) = frame.strip_suffix(')')?.rsplit_once('(')?;
    let (line, column) = place
        .strip_prefix(SCRIPT_NAME)?
        .strip_prefix(':')?
        .split_once(':')?;
    Some(Position {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
    })
}

/// The parser's words without the place, which is told apart.
fn syntax_message(error: &parser::Error) -> String {
    if matches!(error, parser::Error::AbruptEnd) {
        return "unexpected end of the script".to_owned();
    }
    let message = error.to_string();
    let place =
        reported_position(error).map(|Position { line, column }| format!(" at line {line}, col {column}"));
    match place.and_then(|place| message.strip_suffix(&place)) {
        Some(words) => words.to_owned(),
        None => message,
    }
}

fn syntax_position(error: &parser::Error, source: &str) -> Option<Position> {
    match (error, reported_position(error)) {
        (parser::Error::AbruptEnd, _) => Some(end_of(source)),
        // Boa reports some errors of the whole script, such as a name declared twice, at its first character.
        (parser::Error::General { .. }, Some(Position { line: 1, column: 1 })) => None,
        (_, Some(position)) => Some(position),
        (_, None) if is_unterminated(error) => Some(unterminated_line(source)),
        (_, None) => None,
    }
}

fn reported_position(error: &parser::Error) -> Option<Position> {
    let position = match error {
        parser::Error::Expected { span, .. } | parser::Error::Unexpected { span, .. } => span.start(),
        parser::Error::General { position, .. } => *position,
        parser::Error::Lex {
            err: lexer::Error::Syntax(_, position),
        } => *position,
        parser::Error::Lex { .. } | parser::Error::AbruptEnd | parser::Error::ScopeAnalysis { .. } => {
            return None;
        }
    };
    Some(Position {
        line: position.line_number(),
        column: position.column_number(),
    })
}

/// The line of a string or template that is never closed, which the lexer reports without a place: the shortest
/// run of lines from the start that fails in this way ends with it.
fn unterminated_line(source: &str) -> Position {
    let ends: Vec<usize> = source
        .match_indices('\n')
        .map(|(end, _)| end)
        .chain([source.len()])
        .collect();
    let fails = |end: usize| parse(&source[..end]).is_some_and(|error| is_unterminated(&error));
    let line = ends.partition_point(|end| !fails(*end));
    Position {
        line: u32::try_from(line.min(ends.len() - 1) + 1).unwrap_or(u32::MAX),
        column: 1,
    }
}

fn is_unterminated(error: &parser::Error) -> bool {
    matches!(
        error,
        parser::Error::Lex {
            err: lexer::Error::IO(_)
        }
    )
}

fn parse(source: &str) -> Option<parser::Error> {
    Parser::new(Source::from_bytes(source))
        .parse_script(&Scope::new_global(), &mut Interner::default())
        .err()
}

fn end_of(source: &str) -> Position {
    let last = source.rsplit('\n').next().unwrap_or_default();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Position {
        line: count(source.split('\n').count()),
        column: count(last.chars().count() + 1),
    }
}
