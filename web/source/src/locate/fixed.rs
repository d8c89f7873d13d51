//! Values whose kind the source says.

use boa_ast::Expression;
use boa_ast::expression::literal::LiteralKind;
use boa_ast::expression::operator::assign::AssignOp;
use boa_ast::expression::operator::binary::{ArithmeticOp, BinaryOp};
use boa_ast::expression::operator::unary::UnaryOp;

use crate::locate::values::{Known, ValueKind};

/// A value that the source spells out.
#[derive(Debug, Clone, Copy)]
pub(super) enum Spelled<'k> {
    Undefined,
    Value(&'k Expression),
}

/// Gives the name of an expression that is a global one.
type GlobalName<'g> = dyn Fn(&Expression) -> Option<String> + 'g;

/// What the source says about a value; `None` if that depends on what runs.
pub(super) fn value(value: &Expression, global: &GlobalName<'_>) -> Option<Known> {
    let kind = kind(value, global)?;
    let is_array = matches!(value.flatten(), Expression::ArrayLiteral(_));
    Some(Known {
        is_iterable: if is_array {
            Some(true)
        } else {
            Known::from(kind).is_iterable
        },
        ..Known::from(kind)
    })
}

fn kind(value: &Expression, global: &GlobalName<'_>) -> Option<ValueKind> {
    let of = |value| kind(value, global);
    Some(match value {
        Expression::Literal(literal) => literal_kind(literal.kind()),
        Expression::Parenthesized(inner) => return of(inner.expression()),
        Expression::TemplateLiteral(_) => ValueKind::String,
        Expression::RegExpLiteral(_) | Expression::ArrayLiteral(_) | Expression::ObjectLiteral(_) => {
            ValueKind::Object
        }
        Expression::FunctionExpression(_)
        | Expression::ArrowFunction(_)
        | Expression::AsyncArrowFunction(_)
        | Expression::GeneratorExpression(_)
        | Expression::AsyncFunctionExpression(_)
        | Expression::AsyncGeneratorExpression(_)
        | Expression::ClassExpression(_) => ValueKind::Function,
        Expression::Identifier(_) => match global(value)?.as_str() {
            "undefined" => ValueKind::Undefined,
            "NaN" | "Infinity" => ValueKind::Number,
            _ => return None,
        },
        Expression::Call(call) => match global(call.function())?.as_str() {
            "Symbol" => ValueKind::Symbol,
            "BigInt" => ValueKind::BigInt,
            "String" => ValueKind::String,
            "Number" => ValueKind::Number,
            "Boolean" => ValueKind::Boolean,
            _ => return None,
        },
        Expression::Assign(assign) if assign.op() == AssignOp::Assign => return of(assign.rhs()),
        Expression::Conditional(choice) => {
            return of(choice.if_true()).filter(|kind| of(choice.if_false()) == Some(*kind));
        }
        Expression::Unary(unary) => match unary.op() {
            UnaryOp::TypeOf => ValueKind::String,
            UnaryOp::Not | UnaryOp::Delete => ValueKind::Boolean,
            UnaryOp::Void => ValueKind::Undefined,
            UnaryOp::Plus => ValueKind::Number,
            UnaryOp::Minus | UnaryOp::Tilde => match of(unary.target())? {
                ValueKind::BigInt => ValueKind::BigInt,
                kind if kind.is_object() => return None,
                _ => ValueKind::Number,
            },
        },
        Expression::BinaryInPrivate(_) => ValueKind::Boolean,
        Expression::Binary(binary) => match binary.op() {
            BinaryOp::Relational(_) => ValueKind::Boolean,
            BinaryOp::Comma => return of(binary.rhs()),
            BinaryOp::Logical(_) => {
                return of(binary.lhs()).filter(|kind| of(binary.rhs()) == Some(*kind));
            }
            BinaryOp::Arithmetic(_) | BinaryOp::Bitwise(_) => {
                let is_sum = binary.op() == BinaryOp::Arithmetic(ArithmeticOp::Add);
                return computed(is_sum, of(binary.lhs()), of(binary.rhs()));
            }
        },
        _ => return None,
    })
}

fn literal_kind(literal: &LiteralKind) -> ValueKind {
    match literal {
        LiteralKind::String(_) => ValueKind::String,
        LiteralKind::Num(_) | LiteralKind::Int(_) => ValueKind::Number,
        LiteralKind::BigInt(_) => ValueKind::BigInt,
        LiteralKind::Bool(_) => ValueKind::Boolean,
        LiteralKind::Null => ValueKind::Null,
        LiteralKind::Undefined => ValueKind::Undefined,
    }
}

/// The kind of a sum, product and the like, if the operator does not fail.
fn computed(is_sum: bool, left: Option<ValueKind>, right: Option<ValueKind>) -> Option<ValueKind> {
    if is_sum && [left, right].contains(&Some(ValueKind::String)) {
        return Some(ValueKind::String);
    }
    let is_plain = |kind: ValueKind| {
        matches!(
            kind,
            ValueKind::Number | ValueKind::Boolean | ValueKind::Null | ValueKind::Undefined
        )
    };
    match (left, right) {
        (Some(ValueKind::BigInt), Some(ValueKind::BigInt)) => Some(ValueKind::BigInt),
        // A big integer does not mix with them, so the other side gives a number too.
        (Some(one), other) | (other, Some(one)) if is_plain(one) && !is_sum => {
            (other != Some(ValueKind::BigInt)).then_some(ValueKind::Number)
        }
        (Some(one), Some(other)) if is_plain(one) && is_plain(other) => Some(ValueKind::Number),
        _ => None,
    }
}
