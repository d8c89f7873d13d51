//! The tokens of a source without its grammar: enough to count how deep it nests before a parser recurses into it,
//! and to find statements that the parser does not place. Iterative, and tolerant of whatever is no JavaScript.

use std::iter::Peekable;
use std::str::CharIndices;

/// One token and where it lies, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    /// Whether a line ends between the token before and this one.
    pub(crate) on_new_line: bool,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

/// What kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// An identifier or a keyword.
    Word,
    /// A number, a string, a regular expression, or a template without substitutions.
    Literal,
    /// A bracket that opens, the start of a template before `${` among them.
    Open,
    /// A bracket that closes, the end of a template after `}` among them.
    Close,
    /// Anything else.
    Operator,
}

/// Reads a source from its start.
pub(crate) struct Tokens<'a> {
    source: &'a str,
    chars: Peekable<CharIndices<'a>>,
    /// For each open brace, whether it belongs to a template.
    braces: Vec<bool>,
    /// What the token before says about a slash.
    slash_divides: bool,
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

/// Longest first.
const OPERATORS: &[&str] = &[
    ">>>=", "...", "**=", "&&=", "||=", "??=", "===", "!==", "<<=", ">>=", ">>>", "=>", "**", "&&", "||",
    "??", "?.", "==", "!=", "<=", ">=", "<<", ">>", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
    "^=",
];

impl<'a> Tokens<'a> {
    pub(crate) fn of(source: &'a str) -> Self {
        let mut chars = source.char_indices().peekable();
        if source.starts_with("#!") {
            while chars.next_if(|(_, next)| !is_line_end(*next)).is_some() {}
        }
        Self {
            source,
            chars,
            braces: Vec::new(),
            slash_divides: false,
        }
    }

    /// Passes over space and comments; answers whether a line ended.
    fn skip_space(&mut self) -> bool {
        let mut line_ended = false;
        while let Some((at, next)) = self.chars.peek().copied() {
            let rest = &self.source[at..];
            if next.is_whitespace() || next == '\u{feff}' {
                line_ended |= is_line_end(next);
                self.chars.next();
            } else if rest.starts_with("//") {
                while self.chars.next_if(|(_, next)| !is_line_end(*next)).is_some() {}
            } else if let Some(comment) = rest.strip_prefix("/*") {
                let length = comment.find("*/").map_or(rest.len(), |end| end + 4);
                line_ended |= rest[..length].contains(is_line_end);
                self.skip_to(at + length);
            } else {
                break;
            }
        }
        line_ended
    }

    fn skip_to(&mut self, end: usize) {
        while self.chars.next_if(|(at, _)| *at < end).is_some() {}
    }

    fn read(&mut self, start: usize, first: char) -> TokenKind {
        match first {
            '"' | '\'' => self.string(first),
            '`' => self.template(),
            '(' | '[' => TokenKind::Open,
            ')' | ']' => TokenKind::Close,
            '{' => {
                self.braces.push(false);
                TokenKind::Open
            }
            '}' => match self.braces.pop() {
                Some(true) => match self.template() {
                    TokenKind::Open => TokenKind::Operator,
                    _ => TokenKind::Close,
                },
                _ => TokenKind::Close,
            },
            '/' if !self.slash_divides => self.regular_expression(),
            _ if first.is_ascii_digit() => {
                while self
                    .chars
                    .next_if(|(_, next)| next.is_alphanumeric() || matches!(next, '.' | '_'))
                    .is_some()
                {}
                TokenKind::Literal
            }
            _ if is_word_part(first) => {
                while self.chars.next_if(|(_, next)| is_word_part(*next)).is_some() {}
                TokenKind::Word
            }
            _ => {
                let rest = &self.source[start..];
                if let Some(operator) = OPERATORS.iter().find(|operator| rest.starts_with(**operator)) {
                    self.skip_to(start + operator.len());
                }
                TokenKind::Operator
            }
        }
    }

    fn string(&mut self, quote: char) -> TokenKind {
        while let Some((_, next)) = self.chars.next_if(|(_, next)| !matches!(next, '\n' | '\r')) {
            if next == '\\' {
                self.chars.next();
            } else if next == quote {
                break;
            }
        }
        TokenKind::Literal
    }

    /// The characters of a template up to its end or to the next substitution.
    fn template(&mut self) -> TokenKind {
        while let Some((_, next)) = self.chars.next() {
            match next {
                '\\' => {
                    self.chars.next();
                }
                '`' => break,
                '$' if self.chars.next_if(|(_, next)| *next == '{').is_some() => {
                    self.braces.push(true);
                    return TokenKind::Open;
                }
                _ => {}
            }
        }
        TokenKind::Literal
    }

    fn regular_expression(&mut self) -> TokenKind {
        let mut in_class = false;
        while let Some((_, next)) = self.chars.next_if(|(_, next)| !is_line_end(*next)) {
            match next {
                '\\' => {
                    self.chars.next();
                }
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => break,
                _ => {}
            }
        }
        while self.chars.next_if(|(_, next)| is_word_part(*next)).is_some() {}
        TokenKind::Literal
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let on_new_line = self.skip_space();
        let (start, first) = self.chars.next()?;
        let kind = self.read(start, first);
        let end = self.chars.peek().map_or(self.source.len(), |(at, _)| *at);
        let text = &self.source[start..end];
        self.slash_divides = match kind {
            TokenKind::Word => !BEFORE_EXPRESSION.contains(&text),
            TokenKind::Literal | TokenKind::Close => true,
            TokenKind::Operator => matches!(text, "++" | "--"),
            TokenKind::Open => false,
        };
        Some(Token {
            kind,
            text,
            start,
            on_new_line,
        })
    }
}

fn is_line_end(next: char) -> bool {
    matches!(next, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn is_word_part(next: char) -> bool {
    next.is_alphanumeric() || matches!(next, '_' | '$' | '#' | '\\' | '\u{200c}' | '\u{200d}')
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
