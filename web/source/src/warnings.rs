//! What the engine gets wrong without saying so: a source that relies on it gets a warning.

use std::ops::{ControlFlow, Range};

use boa_ast::Spanned as _;
use boa_ast::pattern::{ObjectPattern, ObjectPatternElement};
use boa_ast::property::PropertyName;
use boa_ast::visitor::{VisitWith, Visitor};
use boa_interner::{Interner, Sym};

use crate::lines::Lines;
use crate::names::without_marks;

/// A part of a source that the engine gets wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The bytes of the user's text.
    pub range: Range<usize>,
    /// What happens, and what to write instead.
    pub message: String,
}

/// Finds what the engine gets wrong in a source. `text` is what was parsed, of the same length as the user's text.
pub(crate) fn warnings(tree: &impl VisitWith, text: &str, interner: &Interner) -> Vec<Warning> {
    let mut wrong = Vec::new();
    if may_hold_rest(text) {
        let _ = tree.visit_with(&mut Patterns { found: &mut wrong });
    }
    if wrong.is_empty() {
        return Vec::new();
    }
    let lines = Lines::of(text);
    let name = |symbol| without_marks(&interner.resolve_expect(symbol).to_string());
    wrong
        .iter()
        .map(|wrong| {
            let (line, column) = wrong.place;
            let start = lines.offset(line, column);
            let rest = wrong.rest.map(&name);
            let length = rest.as_ref().map_or(1, String::len);
            let kept: Vec<String> = wrong
                .kept
                .iter()
                .map(|kept| kept.map_or_else(computed, &name))
                .collect();
            Warning {
                range: start..(start + length).min(text.len()),
                message: message(rest.as_deref(), &kept),
            }
        })
        .collect()
}

/// Properties that stay in the rest of a pattern.
struct WrongRest {
    /// What the rest is called.
    rest: Option<Sym>,
    /// Where the rest is, as the engine counts.
    place: (u32, u32),
    /// The names of the properties; those that are computed have none.
    kept: Vec<Option<Sym>>,
}

/// Whether a rest or a spread may be in a text: three dots, and no end of a string behind them.
fn may_hold_rest(text: &str) -> bool {
    text.match_indices("...").any(|(at, dots)| {
        let next = text[at + dots.len()..].chars().next();
        next.is_some_and(|next| next.is_alphabetic() || next.is_whitespace() || "_$\\/([".contains(next))
    })
}

/// The engine's compiler leaves the names of properties out of the rest unless their values are patterns.
struct Patterns<'f> {
    found: &'f mut Vec<WrongRest>,
}

impl<'ast> Visitor<'ast> for Patterns<'_> {
    type BreakTy = ();

    fn visit_object_pattern(&mut self, pattern: &'ast ObjectPattern) -> ControlFlow<()> {
        let kept: Vec<Option<Sym>> = pattern.bindings().iter().filter_map(kept_by_rest).collect();
        let rest = pattern.bindings().iter().find_map(|element| match element {
            ObjectPatternElement::RestProperty { ident } => Some((Some(ident.sym()), ident.span().start())),
            ObjectPatternElement::AssignmentRestPropertyAccess { .. } => Some((None, pattern.span().start())),
            _ => None,
        });
        if let Some((rest, place)) = rest
            && !kept.is_empty()
        {
            self.found.push(WrongRest {
                rest,
                place: (place.line_number(), place.column_number()),
                kept,
            });
        }
        pattern.visit_with(self)
    }
}

fn kept_by_rest(element: &ObjectPatternElement) -> Option<Option<Sym>> {
    match element {
        ObjectPatternElement::Pattern { name, .. } => Some(match name {
            PropertyName::Literal(name) => Some(name.sym()),
            PropertyName::Computed(_) => None,
        }),
        _ => None,
    }
}

fn computed() -> String {
    "the computed property".to_owned()
}

fn message(rest: Option<&str>, kept: &[String]) -> String {
    let rest = rest.map_or_else(|| "the rest".to_owned(), |rest| format!("'{rest}'"));
    let names: Vec<String> = kept
        .iter()
        .map(|name| match *name == computed() {
            true => name.clone(),
            false => format!("'{name}'"),
        })
        .collect();
    let names = names.join(" and ");
    format!(
        "{rest} wrongly includes {names}: the engine does not leave out a property that the same pattern takes apart. \
         Take {names} apart in a statement of its own"
    )
}

#[cfg(test)]
mod tests {
    use crate::prepare_script;

    fn warned(source: &str) -> Vec<(String, String)> {
        let prepared = prepare_script(source).unwrap();
        let warnings = prepared.warnings().iter();
        warnings
            .map(|warning| (source[warning.range.clone()].to_owned(), warning.message.clone()))
            .collect()
    }

    #[test]
    fn the_rest_of_a_pattern_with_nested_patterns_is_warned_of() {
        for (source, marked, said) in [
            (
                "const { a: { b }, ...rest } = x",
                "rest",
                "'rest' wrongly includes 'a': ",
            ),
            (
                "(({ a: [b] = [], ...others }) => others)",
                "others",
                "'others' wrongly includes 'a': ",
            ),
            (
                "const { a: { b }, ['c']: [d], ...rest } = x",
                "rest",
                "'rest' wrongly includes 'a' and the computed property: ",
            ),
            (
                "for (const { 'a': { b }, ...r } of x) ;",
                "r",
                "'r' wrongly includes 'a': ",
            ),
            (
                "({ a: { b }, ...c.d } = x)",
                "{",
                "the rest wrongly includes 'a': ",
            ),
            (
                "'ü'; function f([{ a: {}, ...rest }]) {}",
                "rest",
                "'rest' wrongly includes 'a': ",
            ),
        ] {
            let warnings = warned(source);
            assert_eq!(warnings.len(), 1, "{source}");
            assert_eq!(warnings[0].0, marked, "{source}");
            assert!(warnings[0].1.starts_with(said), "{source}: {}", warnings[0].1);
        }
    }

    #[test]
    fn what_the_engine_gets_right_is_not_warned_of() {
        for source in [
            "const { a, b: c = 1, ['d']: e, ...rest } = x",
            "const { a: { b } } = x; const { c, ...rest } = x",
            "const [{ a }, ...rest] = x",
            "f({ a: { b }, ...rest })",
            "const { a: { b, ...rest } } = x",
            "({ a: b.c, ...rest } = x)",
        ] {
            assert_eq!(warned(source), [], "{source}");
        }
    }
}
