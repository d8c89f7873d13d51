//! What the parser says about a source that does not parse: the words, and the place where it has one.

use boa_engine::parser::{self, lexer};

use super::Position;
use crate::cell::parse_script;
use crate::lines::Lines;

/// The parser's words without the place, which is told apart.
pub(super) fn message(error: &parser::Error) -> String {
    if matches!(error, parser::Error::AbruptEnd) {
        return "unexpected end of the script".to_owned();
    }
    let message = error.to_string();
    if message.starts_with("unexpected token 'export'") {
        return "unexpected token 'export', which stands only in a file that others import".to_owned();
    }
    let place =
        reported_position(error).map(|Position { line, column }| format!(" at line {line}, col {column}"));
    match place.and_then(|place| message.strip_suffix(&place)) {
        Some(words) => words.to_owned(),
        None => message,
    }
}

/// Where the source stops making sense.
pub(super) fn position(error: &parser::Error, source: &str) -> Option<Position> {
    match (error, reported_position(error)) {
        (parser::Error::AbruptEnd, _) => Some(Lines::of(source).end()),
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
    let fails = |end: usize| parse_script(&source[..end]).is_err_and(|error| is_unterminated(&error));
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
