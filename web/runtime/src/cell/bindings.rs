//! What a realm's names are called inside the engine. A global `let`, `const` or `class` can be declared once, so
//! each further declaration of a name gets a binding of its own, under a name that looks the same.

use std::collections::HashMap;

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsString};

/// Digits of the number that makes the name of a further declaration: invisible, and parts of an identifier.
const DIGITS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// How often each name was declared by the cells of a realm.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bindings(HashMap<String, u32>);

impl Bindings {
    /// Makes room for what a cell declares. The answer is what must be renamed in it: the new names, each with the
    /// user's own.
    pub(crate) fn declare(
        &mut self,
        lexical: &[String],
        hoisted: &[String],
        context: &Context,
    ) -> Vec<(String, String)> {
        let mut renamed = Vec::new();
        let names = lexical
            .iter()
            .map(|name| (name, true))
            .chain(hoisted.iter().map(|name| (name, false)));
        for (name, is_lexical) in names {
            if let Some(generation) = self.0.get_mut(name) {
                while is_taken(&alias(name, *generation), is_lexical, context) {
                    *generation += 1;
                }
                if *generation > 0 {
                    renamed.push((alias(name, *generation), name.clone()));
                }
            } else {
                self.0.insert(name.clone(), 0);
            }
        }
        renamed
    }

    /// What the engine calls a name, where that differs.
    pub(crate) fn alias(&self, name: &str) -> Option<String> {
        let generation = *self.0.get(name)?;
        (generation > 0).then(|| alias(name, generation))
    }

    /// Whatever was declared, as the user calls it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// A text with its names as the user wrote them. Marks end a name; elsewhere the same characters join the parts of an emoji or
/// stand inside a word, and stay.
pub(crate) fn without_marks(text: &str) -> String {
    let is_part = |next: char| next.is_alphanumeric() || matches!(next, '_' | '$');
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(DIGITS) {
        let (before, marked) = rest.split_at(start);
        let after = marked.trim_start_matches(DIGITS);
        written.push_str(before);
        if !before.ends_with(is_part) || after.starts_with(is_part) {
            written.push_str(&marked[..marked.len() - after.len()]);
        }
        rest = after;
    }
    written.push_str(rest);
    written
}

fn alias(name: &str, mut generation: u32) -> String {
    let mut alias = name.to_owned();
    while generation > 0 {
        alias.push(DIGITS[(generation % 2) as usize]);
        generation /= 2;
    }
    alias
}

/// Whether the realm cannot take another declaration of the name.
fn is_taken(name: &str, is_lexical: bool, context: &Context) -> bool {
    let name = JsString::from(name);
    if context.realm().scope().has_lex_binding(&name) {
        return true;
    }
    // A global `var` or function is a property that cannot be deleted, and stands in the way of a `let`.
    is_lexical
        && context
            .global_object()
            .borrow()
            .properties()
            .get(&PropertyKey::from(name))
            .is_some_and(|property| property.configurable() == Some(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_from_the_ends_of_names_alone() {
        for (text, expected) in [
            ("a\u{200c}\u{200d} is not defined", "a is not defined"),
            ("f($\u{200c}, ü\u{200d})", "f($, ü)"),
            (
                "\u{1f468}\u{200d}\u{1f469} x\u{200c}",
                "\u{1f468}\u{200d}\u{1f469} x",
            ),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("\u{200d}", "\u{200d}"),
        ] {
            assert_eq!(without_marks(text), expected);
        }
    }
}
