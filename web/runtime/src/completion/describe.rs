//! How a function is called, as people read it.

use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::{JsObject, JsString, JsValue, js_string};

use crate::cell::without_marks;
use crate::docs;
use crate::inspect::own_value;
use crate::realm::Realm;
use crate::tokens::{TokenKind, Tokens};

/// How a function is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Its name; may be empty.
    pub name: String,
    /// Its parameters with their brackets, as code, where anybody knows them.
    pub parameters: Option<String>,
    /// What it does, in a line; may be empty.
    pub doc: String,
}

impl Realm {
    /// `None` for what is no function.
    pub(super) fn describe(&mut self, value: &JsValue) -> Option<Called> {
        let function = value.as_object().filter(JsObject::is_callable)?;
        let name = own_value(&function, &js_string!("name").into())
            .and_then(|name| name.as_string())
            .map_or_else(String::new, |name| without_marks(&name.to_std_string_escaped()));
        let (parameters, doc) = match docs::described(value, self.context()) {
            Some((parameters, doc)) => (Some(parameters), doc),
            None => (self.written(&function), String::new()),
        };
        Some(Called {
            name,
            parameters,
            doc,
        })
    }

    /// The parameters as the user wrote them.
    fn written(&mut self, function: &JsObject) -> Option<String> {
        if !function.is::<OrdinaryFunction>() {
            return None;
        }
        let context = self.context();
        let base = context.intrinsics().constructors().function().prototype();
        let to_string = own_value(&base, &js_string!("toString").into())?.as_callable()?;
        // A script may have put its own in this place.
        if to_string.is::<OrdinaryFunction>() {
            return None;
        }
        let source: JsString = to_string
            .call(&function.clone().into(), &[], context)
            .ok()?
            .as_string()?;
        parameters(&without_marks(&source.to_std_string_escaped()))
    }
}

/// `(a, b = 1)` of a function's source; of a class, those of its constructor.
fn parameters(source: &str) -> Option<String> {
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
