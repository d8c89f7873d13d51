//! Whether a source at a prompt is whole, or more lines must follow.

use boa_interner::Interner;
use boa_parser::Error;

use crate::cell::{Unfinished, parse};
use crate::depth::Refused;
use crate::parse::parse_body;

/// Whether a source is a whole cell. A source with a syntax error counts as complete.
#[must_use]
pub fn is_complete(source: &str) -> bool {
    match parse(source, &mut Interner::default()) {
        Ok(_) => true,
        Err(Unfinished {
            refused: Refused::Depth { .. },
            ..
        }) => true,
        Err(Unfinished {
            refused: Refused::Grammar(error),
            is_in_import,
        }) => {
            !is_in_import
                && !matches!(error, Error::AbruptEnd)
                && !is_open(&error, source)
                && !is_open_object(source)
        }
    }
}

/// Whether a source that would be a block is an object to whoever types it at a prompt: `{ a: 1 }`.
#[must_use]
pub fn is_object(source: &str) -> bool {
    let wrapped = in_brackets(source);
    source.trim_start().starts_with('{') && parse_body(&wrapped, &mut Interner::default()).is_ok()
}

/// The source as an expression.
#[must_use]
pub fn in_brackets(source: &str) -> String {
    format!("({source}\n)")
}

/// An object that is no block, which the end of the source cuts off.
fn is_open_object(source: &str) -> bool {
    let begun = format!("({source}");
    source.trim_start().starts_with('{')
        && !is_object(source)
        && matches!(
            parse_body(&begun, &mut Interner::default()),
            Err(Refused::Grammar(Error::AbruptEnd))
        )
}

/// A template, comment or continued line that the end of the source cuts off.
fn is_open(error: &Error, source: &str) -> bool {
    let text = error.to_string();
    source.ends_with('\\')
        || text.contains("unterminated template")
        || text.contains("unterminated multiline comment")
        || {
            let is_in_comment = source
                .rfind("/*")
                .is_some_and(|start| !source[start..].contains("*/"));
            is_in_comment && matches!(error, Error::Lex { .. })
        }
}
