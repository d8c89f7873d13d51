//! Assignments and updates.

use boa_ast::Spanned as _;
use boa_ast::expression::operator::assign::{AssignOp, AssignTarget};
use boa_ast::expression::operator::update::UpdateTarget;
use boa_ast::expression::operator::{Assign, Update};

use super::Walk;
use super::patterns::Binds;
use crate::lines::Lines;
use crate::locate::extent::{self, Extent};
use crate::locate::operation::{Kind, Operator, Subject};

impl<'a> Walk<'a, '_> {
    pub(super) fn assignment(&mut self, assign: &'a Assign) {
        self.guarded(assign.span().start(), |walk| match assign.op() {
            AssignOp::Assign => walk.plain_assignment(assign),
            _ => walk.compound_assignment(assign),
        });
    }

    fn plain_assignment(&mut self, assign: &'a Assign) {
        let value = assign.rhs();
        match assign.lhs() {
            AssignTarget::Identifier(name) => {
                self.expression(value);
                self.assign(*name, |source| whole(assign, source));
            }
            AssignTarget::Access(access) => {
                self.owner_and_key(access);
                self.expression(value);
                self.set(access);
            }
            AssignTarget::Pattern(pattern) => {
                self.expression(value);
                self.pattern(pattern, Binds::Assigns, Subject::Expression(value));
            }
        }
    }

    fn compound_assignment(&mut self, assign: &'a Assign) {
        match assign.lhs() {
            AssignTarget::Identifier(name) => self.read(*name),
            AssignTarget::Access(access) => {
                self.owner_and_key(access);
                self.get(access);
            }
            AssignTarget::Pattern(_) => return,
        }
        let store = |walk: &mut Self| match assign.lhs() {
            AssignTarget::Identifier(name) => walk.assign(*name, |source| whole(assign, source)),
            AssignTarget::Access(access) => walk.set(access),
            AssignTarget::Pattern(_) => {}
        };
        let operator = match assign.op() {
            AssignOp::BoolAnd | AssignOp::BoolOr | AssignOp::Coalesce => {
                self.branch(|walk| {
                    walk.expression(assign.rhs());
                    store(walk);
                });
                return;
            }
            AssignOp::Add => Operator::Add,
            _ => Operator::Arithmetic,
        };
        self.expression(assign.rhs());
        self.note(Kind::Compute(operator, assign), |source| whole(assign, source));
        store(self);
    }

    pub(super) fn update(&mut self, update: &'a Update) {
        self.guarded(update.span().start(), |walk| {
            let whole = |source: &Lines| update_extent(update, source);
            match update.target() {
                UpdateTarget::Identifier(name) => {
                    walk.read(*name);
                    walk.note(Kind::Step, whole);
                    walk.assign(*name, whole);
                }
                UpdateTarget::PropertyAccess(access) => {
                    walk.owner_and_key(access);
                    walk.get(access);
                    walk.note(Kind::Step, whole);
                    walk.set(access);
                }
            }
        });
    }
}

fn whole(assign: &Assign, source: &Lines) -> Extent {
    Extent::new(
        extent::target_start(assign.lhs(), source),
        extent::end(assign.rhs(), source),
    )
}

fn update_extent(update: &Update, source: &Lines) -> Extent {
    let span = extent::of_span(update.span(), source);
    match update.target() {
        UpdateTarget::Identifier(_) => span,
        UpdateTarget::PropertyAccess(access) => {
            let target = extent::of_access(access, source);
            Extent::new(span.start.min(target.start), span.end.max(target.end)).at(target.point)
        }
    }
}
