//! Loops. What they repeat may also not be done at all.

use boa_ast::declaration::Binding;
use boa_ast::expression::Expression;
use boa_ast::expression::operator::binary::{BinaryOp, RelationalOp};
use boa_ast::statement::iteration::{ForLoopInitializer, IterableLoopInitializer};
use boa_ast::statement::{DoWhileLoop, ForInLoop, ForLoop, ForOfLoop, WhileLoop};
use boa_ast::{Spanned as _, Statement};

use super::Walk;
use super::patterns::Binds;
use crate::locate::constant::{Constant, constant, declares};
use crate::locate::extent;
use crate::locate::operation::Subject;

impl<'a> Walk<'a, '_> {
    pub(super) fn for_loop(&mut self, each: &'a ForLoop) {
        if each.init().is_none()
            && each
                .condition()
                .is_some_and(|condition| self.is_left_out(condition, each.body()))
        {
            return;
        }
        let scope = match each.init() {
            Some(ForLoopInitializer::Lexical(declaration)) => Some(declaration.scope()),
            _ => None,
        };
        self.scoped(scope, |walk| {
            match each.init() {
                None => {}
                Some(ForLoopInitializer::Expression(value)) => walk.expression(value),
                Some(ForLoopInitializer::Var(declaration)) => walk.variables(declaration),
                Some(ForLoopInitializer::Lexical(declaration)) => walk.lexical(declaration.declaration()),
            }
            walk.bound(each.condition());
            if let Some(step) = each.final_expr() {
                walk.branch(|walk| walk.look_at(step));
            }
            if let Some(condition) = each.condition() {
                walk.look_at(condition);
            }
            walk.branch(|walk| walk.statement(each.body()));
        });
    }

    pub(super) fn while_loop(&mut self, each: &'a WhileLoop) {
        if self.is_left_out(each.condition(), each.body()) {
            return;
        }
        self.bound(Some(each.condition()));
        self.look_at(each.condition());
        self.branch(|walk| walk.statement(each.body()));
    }

    pub(super) fn do_while(&mut self, each: &'a DoWhileLoop) {
        self.bound(Some(each.cond()));
        // It is compiled first, though the body is done first.
        self.branch(|walk| walk.look_at(each.cond()));
        self.branch(|walk| walk.statement(each.body()));
    }

    pub(super) fn for_in(&mut self, each: &'a ForInLoop) {
        if let IterableLoopInitializer::Var(variable) = each.initializer()
            && let Some(value) = variable.init()
        {
            self.expression(value);
        }
        self.scoped(each.target_scope(), |walk| walk.expression(each.target()));
        self.branch(|walk| {
            walk.scoped(each.scope(), |walk| {
                walk.loop_variable(each.initializer());
                walk.statement(each.body());
            });
        });
    }

    pub(super) fn for_of(&mut self, each: &'a ForOfLoop) {
        let values = each.iterable();
        self.scoped(each.iterable_scope(), |walk| walk.expression(values));
        self.iterate(Subject::Expression(values), |source| {
            extent::of_expression(values, source)
        });
        self.branch(|walk| {
            walk.scoped(each.scope(), |walk| {
                walk.loop_variable(each.initializer());
                walk.statement(each.body());
            });
        });
    }

    fn loop_variable(&mut self, initializer: &'a IterableLoopInitializer) {
        let binding: &'a Binding = match initializer {
            IterableLoopInitializer::Identifier(name) => {
                self.assign(*name, |source| extent::of_span(name.span(), source));
                return;
            }
            IterableLoopInitializer::Access(access) => {
                self.owner_and_key(access);
                self.set(access);
                return;
            }
            IterableLoopInitializer::Pattern(pattern) => {
                self.pattern(pattern, Binds::Assigns, Subject::Part);
                return;
            }
            IterableLoopInitializer::Var(variable) => variable.binding(),
            IterableLoopInitializer::Let(binding) | IterableLoopInitializer::Const(binding) => binding,
        };
        self.binding(binding, Binds::Declares, Subject::Part);
    }

    /// A constant that a condition compares with is read once, in front of the loop.
    fn bound(&mut self, condition: Option<&'a Expression>) {
        if let Some(Expression::Binary(binary)) = condition
            && let BinaryOp::Relational(
                RelationalOp::LessThan
                | RelationalOp::LessThanOrEqual
                | RelationalOp::GreaterThan
                | RelationalOp::GreaterThanOrEqual,
            ) = binary.op()
        {
            for operand in [binary.rhs(), binary.lhs()] {
                if let Expression::Identifier(name) = operand {
                    self.read(*name);
                }
            }
        }
    }

    /// Whether the engine leaves out a loop.
    fn is_left_out(&mut self, condition: &Expression, body: &Statement) -> bool {
        match constant(condition) {
            Constant::Literal {
                is_true: false,
                is_boolean: true,
                ..
            } => !declares(body),
            Constant::Computed => {
                self.shorten();
                false
            }
            Constant::Literal { .. } | Constant::No => false,
        }
    }
}
