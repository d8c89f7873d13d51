//! Patterns, which take values apart.

use boa_ast::Spanned as _;
use boa_ast::declaration::Binding;
use boa_ast::expression::access::PropertyAccess;
use boa_ast::expression::{Expression, Identifier};
use boa_ast::pattern::{ArrayPatternElement, ObjectPatternElement, Pattern};
use boa_ast::property::PropertyName;

use super::Walk;
use crate::locate::extent;
use crate::locate::operation::{Kind, Subject};

/// What the names in a pattern are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Binds {
    /// Variables that begin here.
    Declares,
    /// Variables that exist.
    Assigns,
}

impl<'a> Walk<'a, '_> {
    pub(super) fn binding(&mut self, binding: &'a Binding, binds: Binds, value: Subject<'a>) {
        match binding {
            Binding::Identifier(name) => self.bind(*name, binds),
            Binding::Pattern(pattern) => self.pattern(pattern, binds, value),
        }
    }

    pub(super) fn pattern(&mut self, pattern: &'a Pattern, binds: Binds, value: Subject<'a>) {
        self.note(Kind::Destructure(pattern, value), |source| {
            let whole = extent::of_span(pattern.span(), source);
            match first_name(pattern) {
                Some(name) => whole.at(extent::offset(name.span().start(), source)),
                None => whole,
            }
        });
        match pattern {
            Pattern::Object(object) => {
                for element in object.bindings() {
                    self.property(element, binds);
                }
            }
            Pattern::Array(array) => {
                self.iterate(value, |source| match value {
                    Subject::Expression(value) => extent::of_expression(value, source),
                    _ => extent::of_span(pattern.span(), source),
                });
                for element in array.bindings() {
                    self.item(element, binds);
                }
            }
        }
    }

    fn property(&mut self, element: &'a ObjectPatternElement, binds: Binds) {
        match element {
            ObjectPatternElement::SingleName {
                name,
                ident,
                default_init,
            } => {
                self.property_name(name);
                self.default_value(default_init.as_ref());
                self.bind(*ident, binds);
            }
            ObjectPatternElement::RestProperty { ident } => self.bind(*ident, binds),
            ObjectPatternElement::AssignmentPropertyAccess {
                name,
                access,
                default_init,
            } => {
                self.property_name(name);
                self.assign_to(access, default_init.as_ref());
            }
            ObjectPatternElement::AssignmentRestPropertyAccess { access } => self.assign_to(access, None),
            ObjectPatternElement::Pattern {
                name,
                pattern,
                default_init,
            } => {
                self.property_name(name);
                self.default_value(default_init.as_ref());
                self.pattern(pattern, binds, Subject::Part);
            }
        }
    }

    fn item(&mut self, element: &'a ArrayPatternElement, binds: Binds) {
        match element {
            ArrayPatternElement::Elision => {}
            ArrayPatternElement::SingleName { ident, default_init } => {
                self.default_value(default_init.as_ref());
                self.bind(*ident, binds);
            }
            ArrayPatternElement::PropertyAccess { access, default_init } => {
                self.assign_to(access, default_init.as_ref());
            }
            ArrayPatternElement::Pattern {
                pattern,
                default_init,
            } => {
                self.default_value(default_init.as_ref());
                self.pattern(pattern, binds, Subject::Part);
            }
            ArrayPatternElement::SingleNameRest { ident } => self.bind(*ident, binds),
            ArrayPatternElement::PropertyAccessRest { access } => self.assign_to(access, None),
            ArrayPatternElement::PatternRest { pattern } => self.pattern(pattern, binds, Subject::Part),
        }
    }

    fn assign_to(&mut self, access: &'a PropertyAccess, default: Option<&'a Expression>) {
        self.owner_and_key(access);
        self.default_value(default);
        self.set(access);
    }

    /// What stands for `undefined`.
    pub(super) fn default_value(&mut self, value: Option<&'a Expression>) {
        if let Some(value) = value {
            self.branch(|walk| walk.expression(value));
        }
    }

    fn bind(&mut self, name: Identifier, binds: Binds) {
        match binds {
            Binds::Declares => self.declare(name.sym()),
            Binds::Assigns => self.assign(name, |source| extent::of_span(name.span(), source)),
        }
    }
}

/// The first property that a pattern asks for.
fn first_name(pattern: &Pattern) -> Option<&Identifier> {
    let Pattern::Object(object) = pattern else {
        return None;
    };
    match object.bindings().first()? {
        ObjectPatternElement::SingleName { name, .. }
        | ObjectPatternElement::Pattern { name, .. }
        | ObjectPatternElement::AssignmentPropertyAccess { name, .. } => match name {
            PropertyName::Literal(name) => Some(name),
            PropertyName::Computed(_) => None,
        },
        ObjectPatternElement::RestProperty { .. }
        | ObjectPatternElement::AssignmentRestPropertyAccess { .. } => None,
    }
}
