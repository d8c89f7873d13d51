//! A source in pieces that deserve a colour, for terminals. Values as the runtime shows them look enough like
//! source that the same holds for them.

use std::ops::Range;

use crate::tokens::{Token, TokenKind, Tokens};

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// A word of the language that is no value.
    Keyword,
    /// A string, a template or a regular expression.
    Text,
    /// A number, or a word that is a value: `null`, `true`.
    Literal,
    /// A comment.
    Comment,
}

const KEYWORDS: [&str; 40] = [
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "finally",
    "for",
    "from",
    "function",
    "get",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "of",
    "return",
    "set",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "try",
    "typeof",
    "var",
    "void",
    "while",
];

const VALUES: [&str; 6] = ["Infinity", "NaN", "false", "null", "true", "undefined"];

/// The pieces in their order, in bytes; what lies between them has no colour.
#[must_use]
pub fn spans(source: &str) -> Vec<(Range<usize>, Span)> {
    let mut spans = Vec::new();
    let mut end = 0;
    let mut after_dot = false;
    for token in Tokens::of(source) {
        comments(source, end..token.start, &mut spans);
        end = token.end();
        if let Some(span) = span_of(&token).filter(|_| !after_dot) {
            spans.push((token.start..end, span));
        }
        after_dot = token.is(".") || token.is("?.");
    }
    comments(source, end..source.len(), &mut spans);
    spans
}

fn span_of(token: &Token<'_>) -> Option<Span> {
    let is_template = token.text.starts_with('`') || token.text.ends_with('`');
    match token.kind {
        TokenKind::Word if KEYWORDS.contains(&token.text) => Some(Span::Keyword),
        TokenKind::Word if VALUES.contains(&token.text) => Some(Span::Literal),
        TokenKind::Literal if token.text.starts_with(|first: char| first.is_ascii_digit()) => {
            Some(Span::Literal)
        }
        TokenKind::Literal => Some(Span::Text),
        TokenKind::Open | TokenKind::Close if is_template => Some(Span::Text),
        _ => None,
    }
}

/// Between two tokens there are comments and space.
fn comments(source: &str, between: Range<usize>, spans: &mut Vec<(Range<usize>, Span)>) {
    let gap = &source[between.clone()];
    let comment = gap.trim();
    if let Some(offset) = gap.find(comment).filter(|_| !comment.is_empty()) {
        let start = between.start + offset;
        spans.push((start..start + comment.len(), Span::Comment));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_colour_is_found_and_nothing_else() {
        let source = "let a = 'b'; // c\nx.let(`d${1}e`, null) /* f */";
        let pieces: Vec<(&str, Span)> = spans(source)
            .into_iter()
            .map(|(range, span)| (&source[range], span))
            .collect();
        assert_eq!(
            pieces,
            [
                ("let", Span::Keyword),
                ("'b'", Span::Text),
                ("// c", Span::Comment),
                ("`d${", Span::Text),
                ("1", Span::Literal),
                ("}e`", Span::Text),
                ("null", Span::Literal),
                ("/* f */", Span::Comment),
            ]
        );
    }
}
