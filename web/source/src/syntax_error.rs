//! [`SyntaxError`]: why a source is refused, in words and with the place in it.

use boa_interner::Interner;
use boa_parser::{Error, lexer};
use thiserror::Error as ThisError;

use crate::depth::Refused;
use crate::lines::{LineColumn, Lines};
use crate::parse::parse_script;
use crate::rewritten::Rewritten;

/// Why a source is refused.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[error("{message}")]
pub struct SyntaxError {
    /// What is wrong, without the place.
    pub message: String,
    /// Where the source stops making sense, if anybody knows.
    pub position: Option<LineColumn>,
}

impl SyntaxError {
    /// An error without a place.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            position: None,
        }
    }

    /// What is wrong with a source.
    pub(crate) fn from_refused(refused: &Refused, source: &str) -> Self {
        Self {
            message: message(refused),
            position: offset(refused, source).map(|offset| Lines::of(source).position(offset)),
        }
    }

    /// What is wrong with a text that the user did not write as it stands.
    pub(crate) fn from_rewritten(refused: &Refused, source: &Rewritten) -> Self {
        let offset = offset(refused, source.text()).map(|offset| source.original_offset(offset));
        Self {
            message: message(refused),
            position: offset.map(|offset| source.original().position(offset)),
        }
    }
}

/// The byte where a source stops making sense, if anybody knows.
pub(crate) fn offset(refused: &Refused, source: &str) -> Option<usize> {
    match refused {
        Refused::Grammar(error) => parser_offset(error, source),
        Refused::Depth { offset, .. } => *offset,
    }
}

fn message(refused: &Refused) -> String {
    match refused {
        Refused::Grammar(error) => parser_message(error),
        Refused::Depth { message, .. } => message.clone(),
    }
}

/// The byte where Boa's parser stopped, if it says so.
fn parser_offset(error: &Error, source: &str) -> Option<usize> {
    match (error, reported(error)) {
        (Error::AbruptEnd, _) => Some(source.len()),
        // Boa reports some errors of the whole script, such as a name declared twice, at its first character.
        (Error::General { .. }, Some((1, 1))) => None,
        (_, Some((line, column))) => Some(Lines::of(source).offset(line, column)),
        (_, None) if is_unterminated(error) => Some(unterminated_line(source)),
        (_, None) => None,
    }
}

/// The parser's words without the place, which is told apart.
fn parser_message(error: &Error) -> String {
    if matches!(error, Error::AbruptEnd) {
        return "unexpected end of the script".to_owned();
    }
    let message = error.to_string();
    if message.starts_with("unexpected token 'export'") {
        return "unexpected token 'export', which stands only in a file that others import".to_owned();
    }
    let place = reported(error).map(|(line, column)| format!(" at line {line}, col {column}"));
    match place.and_then(|place| message.strip_suffix(&place)) {
        Some(words) => words.to_owned(),
        None => message,
    }
}

/// The line and column that Boa reports.
fn reported(error: &Error) -> Option<(u32, u32)> {
    let position = match error {
        Error::Expected { span, .. } | Error::Unexpected { span, .. } => span.start(),
        Error::General { position, .. } => *position,
        Error::Lex {
            err: lexer::Error::Syntax(_, position),
        } => *position,
        Error::Lex { .. } | Error::AbruptEnd | Error::ScopeAnalysis { .. } => return None,
    };
    Some((position.line_number(), position.column_number()))
}

/// The line of a string or template that is never closed, which the lexer reports without a place: the shortest
/// run of lines from the start that fails in this way ends with it.
fn unterminated_line(source: &str) -> usize {
    let ends: Vec<usize> = source
        .match_indices('\n')
        .map(|(end, _)| end)
        .chain([source.len()])
        .collect();
    let fails = |end: usize| matches!(parse_script(&source[..end], &mut Interner::default()), Err(Refused::Grammar(error)) if is_unterminated(&error));
    let line = ends.partition_point(|end| !fails(*end)).min(ends.len() - 1);
    line.checked_sub(1).map_or(0, |before| ends[before] + 1)
}

fn is_unterminated(error: &Error) -> bool {
    matches!(
        error,
        Error::Lex {
            err: lexer::Error::IO(_)
        }
    )
}
