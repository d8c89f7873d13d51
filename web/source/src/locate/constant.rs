//! Conditions that the engine decides before it runs anything. It leaves out the code that they exclude, and with it the
//! places of that code.

use std::ops::ControlFlow;

use boa_ast::declaration::VarDeclaration;
use boa_ast::expression::literal::LiteralKind;
use boa_ast::expression::operator::binary::{BinaryOp, LogicalOp};
use boa_ast::expression::operator::unary::UnaryOp;
use boa_ast::function::{
    AsyncFunctionDeclaration, AsyncGeneratorDeclaration, FunctionDeclaration, GeneratorDeclaration,
};
use boa_ast::visitor::{VisitWith as _, Visitor};
use boa_ast::{Expression, Statement};
use boa_interner::Sym;

/// What is known about an expression before it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Constant {
    /// The engine sees a literal here.
    Literal {
        is_true: bool,
        is_nothing: bool,
        is_boolean: bool,
    },
    /// The engine may see a literal here.
    Computed,
    /// It depends on what runs.
    No,
}

/// What is known about an expression.
pub(super) fn constant(expression: &Expression) -> Constant {
    match expression {
        Expression::Literal(literal) => Constant::Literal {
            is_true: match literal.kind() {
                LiteralKind::String(text) => *text != Sym::EMPTY_STRING,
                LiteralKind::Num(number) => *number != 0.0 && !number.is_nan(),
                LiteralKind::Int(number) => *number != 0,
                LiteralKind::BigInt(number) => number.to_string() != "0",
                LiteralKind::Bool(value) => *value,
                LiteralKind::Null | LiteralKind::Undefined => false,
            },
            is_nothing: matches!(literal.kind(), LiteralKind::Null | LiteralKind::Undefined),
            is_boolean: matches!(literal.kind(), LiteralKind::Bool(_)),
        },
        Expression::Unary(unary) => match (unary.op(), constant(unary.target())) {
            (_, Constant::No) | (UnaryOp::Delete, _) => Constant::No,
            (UnaryOp::Not, Constant::Literal { is_true, .. }) => Constant::Literal {
                is_true: !is_true,
                is_nothing: false,
                is_boolean: true,
            },
            _ => Constant::Computed,
        },
        Expression::Binary(binary) => {
            let left = constant(binary.lhs());
            let operator = match binary.op() {
                BinaryOp::Logical(operator) => operator,
                _ if Constant::No == left || Constant::No == constant(binary.rhs()) => return Constant::No,
                _ => return Constant::Computed,
            };
            match continues(left, operator) {
                Some(true) => constant(binary.rhs()),
                Some(false) => left,
                None => left,
            }
        }
        _ => Constant::No,
    }
}

/// Whether the right-hand side of `&&` and its like is reached, if the left-hand side decides that.
pub(super) fn continues(left: Constant, operator: LogicalOp) -> Option<bool> {
    let Constant::Literal {
        is_true, is_nothing, ..
    } = left
    else {
        return None;
    };
    Some(match operator {
        LogicalOp::And => is_true,
        LogicalOp::Or => !is_true,
        LogicalOp::Coalesce => is_nothing,
    })
}

/// Whether a statement declares a `var` or a function anywhere, for which the engine keeps it.
pub(super) fn declares(statement: &Statement) -> bool {
    statement.visit_with(&mut Declares).is_break()
}

struct Declares;

macro_rules! found {
    ($($visit:ident($node:ty);)*) => {
        $(fn $visit(&mut self, _: &'ast $node) -> ControlFlow<()> {
            ControlFlow::Break(())
        })*
    };
}

impl<'ast> Visitor<'ast> for Declares {
    type BreakTy = ();

    found! {
        visit_var_declaration(VarDeclaration);
        visit_function_declaration(FunctionDeclaration);
        visit_generator_declaration(GeneratorDeclaration);
        visit_async_function_declaration(AsyncFunctionDeclaration);
        visit_async_generator_declaration(AsyncGeneratorDeclaration);
    }
}
