//! The tokens of a source for colours and completion, and where the parser has already found a statement. What a slash
//! is, is guessed from the token before: nothing that must be right may depend on it.

use crate::lexer::{Lexer, Slash};
pub(crate) use crate::lexer::{Token, TokenKind};

/// Reads a source from its start.
pub(crate) struct Tokens<'a> {
    lexer: Lexer<'a>,
    slash: Slash,
}

/// Words after which a slash begins a regular expression.
const BEFORE_EXPRESSION: &[&str] = &[
    "await",
    "case",
    "delete",
    "do",
    "else",
    "in",
    "instanceof",
    "new",
    "of",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
];

impl<'a> Tokens<'a> {
    pub(crate) fn of(source: &'a str) -> Self {
        Self {
            lexer: Lexer::of_script(source),
            slash: Slash::BeginsRegExp,
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.lexer.next(self.slash)?;
        let divides = match token.kind {
            TokenKind::Word => !BEFORE_EXPRESSION.contains(&token.text),
            TokenKind::Literal | TokenKind::Close => true,
            TokenKind::Operator => matches!(token.text, "++" | "--"),
            TokenKind::Open => false,
        };
        self.slash = if divides {
            Slash::Divides
        } else {
            Slash::BeginsRegExp
        };
        Some(token)
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_end_where_javascript_ends_them() {
        let source =
            "#!x\nlet a = b / c / 2; // d\n/[/]\\//g.test('}') /* \n */ `x${ {a: `}`} }y${z}w` 1.5e3=>x?.y";
        let texts: Vec<&str> = Tokens::of(source).map(|token| token.text).collect();
        assert_eq!(
            texts,
            [
                "let",
                "a",
                "=",
                "b",
                "/",
                "c",
                "/",
                "2",
                ";",
                "/[/]\\//g",
                ".",
                "test",
                "(",
                "'}'",
                ")",
                "`x${",
                "{",
                "a",
                ":",
                "`}`",
                "}",
                "}y${",
                "z",
                "}w`",
                "1.5e3",
                "=>",
                "x",
                "?.",
                "y"
            ]
        );
    }

    #[test]
    fn what_never_ends_ends_with_the_source() {
        for source in ["'a", "`a", "`a${", "/a", "/*", "{", "a\\", "\"\\"] {
            assert!(Tokens::of(source).count() <= 2, "{source}");
        }
    }
}
