//! What stands before the cursor, by its tokens alone.

use crate::tokens::{Token, TokenKind, Tokens};

/// What is being written.
#[derive(Debug, PartialEq, Eq)]
pub enum Cursor<'a> {
    /// A name.
    Name {
        /// Where it begins, in bytes.
        start: usize,
        /// What is written of it.
        prefix: &'a str,
    },
    /// A property of a value.
    Member {
        /// The value.
        path: Path<'a>,
        /// Where the name of the property begins, in bytes.
        start: usize,
        /// What is written of it.
        prefix: &'a str,
    },
    /// The name of a module, in its quotes.
    Module {
        /// Where it begins, in bytes.
        start: usize,
        /// What is written of it.
        prefix: &'a str,
    },
    /// Nothing that could be completed.
    Nothing,
}

/// A value by the way to it, without calls.
#[derive(Debug, PartialEq, Eq)]
pub struct Path<'a> {
    /// Where it begins.
    pub root: Root<'a>,
    /// Names of properties.
    pub steps: Vec<&'a str>,
}

/// Where a path begins.
#[derive(Debug, PartialEq, Eq)]
pub enum Root<'a> {
    /// At a name.
    Name(&'a str),
    /// At `require("…")`.
    Module(&'a str),
    /// At a string.
    Text,
}

impl<'a> Cursor<'a> {
    /// Reads what stands before the byte `at`.
    #[must_use]
    pub fn at(source: &'a str, at: usize) -> Self {
        let before = source.get(..at).unwrap_or(source);
        let tokens: Vec<Token<'a>> = Tokens::of(before).collect();
        if let Some((last, others)) = tokens.split_last()
            && is_open_string(last)
        {
            return match names_a_module(others) {
                true => Self::Module {
                    start: last.start + 1,
                    prefix: &last.text[1..],
                },
                false => Self::Nothing,
            };
        }
        let (others, start, prefix) = match tokens.split_last() {
            Some((last, others)) if last.kind == TokenKind::Word && last.end() == at => {
                (others, last.start, last.text)
            }
            Some((last, _)) if is_text_to_its_end(last) && last.end() == at => return Self::Nothing,
            _ => (&tokens[..], at, ""),
        };
        if is_in_comment(before, others) {
            return Self::Nothing;
        }
        match others.split_last() {
            Some((dot, value)) if is_dot(dot) => match path(value) {
                Some(path) => Self::Member { path, start, prefix },
                None => Self::Nothing,
            },
            _ => Self::Name { start, prefix },
        }
    }
}

/// How far a call is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallProgress {
    /// The function's name, and nothing after it.
    Name,
    /// The bracket that opens its arguments, and maybe some of them.
    Arguments,
}

/// What may be a function whose name ends at the byte `at`, and then the one whose arguments are being written there.
#[must_use]
pub fn callees(source: &str, at: usize) -> Vec<(Path<'_>, CallProgress)> {
    let before = source.get(..at).unwrap_or(source);
    let tokens: Vec<Token<'_>> = Tokens::of(before).collect();
    let ends_with_name = tokens
        .last()
        .is_some_and(|last| last.kind == TokenKind::Word && last.end() == at);
    let mut open = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open => open.push(index),
            TokenKind::Close => drop(open.pop()),
            _ => {}
        }
    }
    let innermost = open.into_iter().rev().find(|index| tokens[*index].is("("));
    let named = path(&tokens).filter(|_| ends_with_name);
    let called = innermost.and_then(|innermost| path(&tokens[..innermost]));
    let named = named.map(|path| (path, CallProgress::Name));
    named
        .into_iter()
        .chain(called.map(|path| (path, CallProgress::Arguments)))
        .collect()
}

/// The path that the tokens end with.
fn path<'a>(tokens: &[Token<'a>]) -> Option<Path<'a>> {
    let mut steps = Vec::new();
    let mut rest = tokens;
    let root = loop {
        let (last, before) = rest.split_last()?;
        match (last.kind, before) {
            (TokenKind::Word, [value @ .., dot]) if is_dot(dot) => {
                steps.push(last.text);
                rest = value;
            }
            (TokenKind::Word, _) => break Root::Name(last.text),
            (TokenKind::Literal, _) => break Root::Text.for_string(last)?,
            (TokenKind::Close, [value @ .., open, key]) if last.is("]") && open.is("[") => {
                steps.push(literal(key)?);
                rest = value;
            }
            (TokenKind::Close, [.., require, open, name])
                if last.is(")") && open.is("(") && require.is("require") =>
            {
                break Root::Module(unquoted(name)?);
            }
            _ => return None,
        }
    };
    steps.reverse();
    Some(Path { root, steps })
}

impl Root<'_> {
    fn for_string(self, token: &Token<'_>) -> Option<Self> {
        token.text.starts_with(['"', '\'', '`']).then_some(self)
    }
}

/// The key in `value["key"]` or `value[0]`.
fn literal<'a>(token: &Token<'a>) -> Option<&'a str> {
    match token.kind {
        TokenKind::Literal if token.text.starts_with(|first: char| first.is_ascii_digit()) => {
            Some(token.text)
        }
        TokenKind::Literal => unquoted(token),
        _ => None,
    }
}

fn unquoted<'a>(token: &Token<'a>) -> Option<&'a str> {
    let quote = token
        .text
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    token.text.strip_prefix(quote)?.strip_suffix(quote)
}

fn is_dot(token: &Token<'_>) -> bool {
    token.is(".") || token.is("?.")
}

fn is_open_string(token: &Token<'_>) -> bool {
    let Some(quote) = token
        .text
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))
    else {
        return false;
    };
    token.text.len() == 1 || !token.text.ends_with(quote)
}

/// Whether what follows directly belongs to the token: a number, a template, the rest of one after `}`.
fn is_text_to_its_end(token: &Token<'_>) -> bool {
    match token.kind {
        TokenKind::Literal => true,
        TokenKind::Close => token.text.len() > 1 && !token.text.ends_with('`'),
        TokenKind::Word | TokenKind::Open | TokenKind::Operator => false,
    }
}

/// Whether a string after these tokens is the name of a module.
fn names_a_module(before: &[Token<'_>]) -> bool {
    match before {
        [.., call, open] if open.is("(") => call.is("require") || call.is("import"),
        [.., word] => word.is("from") || word.is("import"),
        [] => false,
    }
}

/// Whether the text goes on after the tokens with a comment.
fn is_in_comment(source: &str, tokens: &[Token<'_>]) -> bool {
    let rest = &source[tokens.last().map_or(0, Token::end)..];
    let line = rest.rsplit('\n').next().unwrap_or(rest);
    line.contains("//")
        || rest
            .rfind("/*")
            .is_some_and(|start| !rest[start..].contains("*/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member<'a>(root: Root<'a>, steps: &[&'a str], start: usize, prefix: &'a str) -> Cursor<'a> {
        let steps = steps.to_vec();
        Cursor::Member {
            path: Path { root, steps },
            start,
            prefix,
        }
    }

    #[test]
    fn what_is_written_is_known_by_what_stands_before() {
        for (source, expected) in [
            (
                "gre",
                Cursor::Name {
                    start: 0,
                    prefix: "gre",
                },
            ),
            ("f(a, ", Cursor::Name { start: 5, prefix: "" }),
            ("greeter.", member(Root::Name("greeter"), &[], 8, "")),
            ("x = a.b?.c.d", member(Root::Name("a"), &["b", "c"], 11, "d")),
            ("a['b c'][0].", member(Root::Name("a"), &["b c", "0"], 12, "")),
            ("'text'.to", member(Root::Text, &[], 7, "to")),
            (
                "require('plugin:kv').",
                member(Root::Module("plugin:kv"), &[], 21, ""),
            ),
            (
                "require(\"plu",
                Cursor::Module {
                    start: 9,
                    prefix: "plu",
                },
            ),
            (
                "import kv from '",
                Cursor::Module {
                    start: 16,
                    prefix: "",
                },
            ),
            (
                "await import(\"plugin:",
                Cursor::Module {
                    start: 14,
                    prefix: "plugin:",
                },
            ),
            ("f('plu", Cursor::Nothing),
            ("f().", Cursor::Nothing),
            ("a // b.", Cursor::Nothing),
            ("12", Cursor::Nothing),
        ] {
            assert_eq!(Cursor::at(source, source.len()), expected, "{source}");
        }
    }

    #[test]
    fn the_function_is_the_one_whose_bracket_is_open() {
        for (source, expected) in [
            (
                "greeter.greet",
                vec![("greeter", vec!["greet"], CallProgress::Name)],
            ),
            (
                "greeter.greet(",
                vec![("greeter", vec!["greet"], CallProgress::Arguments)],
            ),
            (
                "f(g(1), {a: [2, b",
                vec![
                    ("b", vec![], CallProgress::Name),
                    ("f", vec![], CallProgress::Arguments),
                ],
            ),
            ("f(g(1), h(", vec![("h", vec![], CallProgress::Arguments)]),
            ("f(1)", vec![]),
            ("(1 + ", vec![]),
        ] {
            let found: Vec<_> = callees(source, source.len())
                .into_iter()
                .map(|(path, written)| match path.root {
                    Root::Name(name) => (name, path.steps, written),
                    other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(found, expected, "{source}");
        }
    }
}
