//! Calls and what they are given.

use boa_ast::Spanned as _;
use boa_ast::expression::access::PropertyAccess;
use boa_ast::expression::{Call, Expression, New, TaggedTemplate};

use super::Walk;
use crate::lines::Lines;
use crate::locate::extent::{self, Extent};
use crate::locate::operation::{Kind, Subject};

impl<'a> Walk<'a, '_> {
    /// A call. Only its arguments and the call itself are reported at its place.
    pub(super) fn call(&mut self, call: &'a Call, whole: &'a Expression) {
        match call.function().flatten() {
            Expression::PropertyAccess(access) => self.access_as_callee(access),
            Expression::Optional(optional) => self.optional(optional),
            other => self.expression(other),
        }
        let is_console = self.is_console(call.function());
        self.guarded(call.span().start(), |walk| {
            if is_console {
                walk.shown(call.args());
            } else {
                walk.arguments(call.args());
            }
            walk.note(Kind::Call(Subject::Expression(call.function())), |source| {
                extent::of_expression(whole, source)
            });
        });
    }

    pub(super) fn construct(&mut self, new: &'a New, whole: &'a Expression) {
        let call = new.call();
        self.expression(call.function());
        self.guarded(call.span().start(), |walk| {
            walk.arguments(call.args());
            walk.note(Kind::New(call.function()), |source| {
                extent::of_expression(whole, source)
            });
        });
    }

    pub(super) fn arguments(&mut self, arguments: &'a [Expression]) {
        for argument in arguments {
            self.element(argument);
        }
    }

    /// The arguments of `console.log` and its like, which changes nothing.
    fn shown(&mut self, arguments: &'a [Expression]) {
        for argument in arguments {
            match argument {
                Expression::Spread(_) => self.element(argument),
                _ => self.look_at(argument),
            }
        }
    }

    fn is_console(&self, callee: &Expression) -> bool {
        let Expression::PropertyAccess(PropertyAccess::Simple(access)) = callee.flatten() else {
            return false;
        };
        match access.target() {
            Expression::Identifier(name) => self.text(name.sym()) == "console",
            _ => false,
        }
    }

    /// A template with a function in front, which leaves no place of its own.
    pub(super) fn tagged(&mut self, template: &'a TaggedTemplate, whole: &'a Expression) {
        match template.tag() {
            Expression::PropertyAccess(access @ (PropertyAccess::Simple(_) | PropertyAccess::Private(_))) => {
                self.access_as_callee(access);
            }
            other => self.expression(other),
        }
        for value in template.exprs() {
            self.expression(value);
        }
        self.note(Kind::Call(Subject::Expression(template.tag())), |source| {
            extent::of_expression(whole, source)
        });
    }

    /// A value is asked for its iterator, and that for its first value.
    pub(super) fn iterate(&mut self, value: Subject<'a>, extent: impl Fn(&Lines) -> Extent) {
        self.note(Kind::Iterate(value), &extent);
        self.note(Kind::Next, &extent);
    }
}
