//! The parameters of a function, read off its source text for hints.

use crate::tokens::{TokenKind, Tokens};

/// `(a, b = 1)` of a function's source; of a class, those of its constructor.
#[must_use]
pub fn parameters(source: &str) -> Option<String> {
    let tokens: Vec<_> = Tokens::of(source).collect();
    let from = match tokens.first()? {
        first if first.is("class") => tokens.iter().position(|token| token.is("constructor")),
        _ => Some(0),
    };
    let Some(from) = from else {
        return Some("()".to_owned());
    };
    let rest = &tokens[from..];
    // An arrow function may have one name and no brackets.
    if let [name, arrow, ..] = rest
        && arrow.is("=>")
    {
        return Some(format!("({})", name.text));
    }
    let open = rest.iter().position(|token| token.is("("))?;
    let mut depth = 0usize;
    for token in &rest[open..] {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let list = &source[rest[open].start..token.end()];
            return Some(list.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read_off_the_source() {
        for (source, expected) in [
            ("function f(a, b = g(1)) { return (a) }", "(a, b = g(1))"),
            ("async (a) => (b)", "(a)"),
            ("a => (b)", "(a)"),
            ("m({ a,\n  b }) {}", "({ a, b })"),
            ("class A { x = f(1); constructor(y) {} }", "(y)"),
            ("class A { m(z) {} }", "()"),
        ] {
            assert_eq!(parameters(source).as_deref(), Some(expected), "{source}");
        }
    }
}
