//! Expressions as error messages name them: `user.name`, `f(...)`, `(a + b)`.

use boa_ast::Expression;
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_ast::expression::literal::LiteralKind;
use boa_ast::expression::operator::unary::UnaryOp;
use boa_ast::expression::{Optional, OptionalOperationKind};
use boa_interner::{Interner, Sym};

use crate::locate::operation::{Key, Subject};
use crate::names::MARK;

/// How many characters of a string are shown.
const SHOWN: usize = 30;

/// What a value is called; `None` for one without words.
pub(super) fn subject(subject: &Subject<'_>, interner: &Interner) -> Option<String> {
    match subject {
        Subject::Expression(value) => Some(expression(value, interner)),
        Subject::Chain(chain, count) => Some(optional(chain, *count, interner)),
        Subject::Argument | Subject::Part | Subject::Unknown => None,
    }
}

/// The name of a property, if the source says it.
pub(super) fn key(key: &Key<'_>, interner: &Interner) -> Option<String> {
    match key {
        Key::Name(name) => Some(text(*name, interner)),
        Key::Computed(key) => match key.flatten() {
            Expression::Literal(literal) => match literal.kind() {
                LiteralKind::String(text_of_key) => Some(text(*text_of_key, interner)),
                LiteralKind::Int(number) => Some(number.to_string()),
                LiteralKind::Num(number) => Some(number.to_string()),
                _ => None,
            },
            _ => None,
        },
    }
}

/// An expression in short.
pub(super) fn expression(value: &Expression, interner: &Interner) -> String {
    match value {
        Expression::Identifier(name) => text(name.sym(), interner),
        Expression::This(_) => "this".to_owned(),
        Expression::Literal(literal) => literal_text(literal.kind(), interner),
        Expression::Parenthesized(inner) => expression(inner.expression(), interner),
        Expression::PropertyAccess(access) => access_text(access, interner),
        Expression::Optional(chain) => optional(chain, chain.chain().len(), interner),
        Expression::Call(call) => match (is_await(call.function(), interner), call.args()) {
            (true, [value]) => format!("(await {})", expression(value, interner)),
            _ => format!("{}(...)", expression(call.function(), interner)),
        },
        Expression::New(new) => format!("(new {})", expression(new.call().function(), interner)),
        Expression::Await(wait) => format!("(await {})", expression(wait.target(), interner)),
        Expression::Unary(unary) => {
            let space = matches!(unary.op(), UnaryOp::TypeOf | UnaryOp::Delete | UnaryOp::Void);
            let space = if space { " " } else { "" };
            format!("({}{space}{})", unary.op(), expression(unary.target(), interner))
        }
        Expression::Binary(binary) => format!(
            "({} {} {})",
            expression(binary.lhs(), interner),
            binary.op(),
            expression(binary.rhs(), interner)
        ),
        Expression::ArrayLiteral(array) if array.as_ref().is_empty() => "[]".to_owned(),
        Expression::ArrayLiteral(_) => "[...]".to_owned(),
        Expression::ObjectLiteral(object) if object.properties().is_empty() => "{}".to_owned(),
        Expression::ObjectLiteral(_) => "{...}".to_owned(),
        _ => "(intermediate value)".to_owned(),
    }
}

fn access_text(access: &PropertyAccess, interner: &Interner) -> String {
    match access {
        PropertyAccess::Simple(access) => {
            let owner = expression(access.target(), interner);
            field(&owner, access.field(), interner)
        }
        PropertyAccess::Private(access) => format!(
            "{}.#{}",
            expression(access.target(), interner),
            text(access.field().description(), interner)
        ),
        PropertyAccess::Super(access) => field("super", access.field(), interner),
    }
}

fn field(owner: &str, field: &PropertyAccessField, interner: &Interner) -> String {
    match field {
        PropertyAccessField::Const(name) => format!("{owner}.{}", text(name.sym(), interner)),
        PropertyAccessField::Expr(key) => format!("{owner}[{}]", expression(key, interner)),
    }
}

/// A chain up to one of its links.
fn optional(chain: &Optional, count: usize, interner: &Interner) -> String {
    let mut written = expression(chain.target(), interner);
    for link in &chain.chain()[..count] {
        if link.shorted() {
            written.push('?');
            if !matches!(
                link.kind(),
                OptionalOperationKind::SimplePropertyAccess {
                    field: PropertyAccessField::Const(_)
                } | OptionalOperationKind::PrivatePropertyAccess { .. }
            ) {
                written.push('.');
            }
        }
        written = match link.kind() {
            OptionalOperationKind::SimplePropertyAccess { field: name } => field(&written, name, interner),
            OptionalOperationKind::PrivatePropertyAccess { field } => {
                format!("{written}.#{}", text(field.description(), interner))
            }
            OptionalOperationKind::Call { .. } => format!("{written}(...)"),
        };
    }
    written
}

fn literal_text(literal: &LiteralKind, interner: &Interner) -> String {
    match literal {
        LiteralKind::String(content) => {
            let content = text(*content, interner);
            match content.char_indices().nth(SHOWN) {
                Some((end, _)) => format!("\"{}…\"", &content[..end]),
                None => format!("\"{content}\""),
            }
        }
        LiteralKind::Num(number) => number.to_string(),
        LiteralKind::Int(number) => number.to_string(),
        LiteralKind::BigInt(number) => format!("{number}n"),
        LiteralKind::Bool(value) => value.to_string(),
        LiteralKind::Null => "null".to_owned(),
        LiteralKind::Undefined => "undefined".to_owned(),
    }
}

/// Whether a function stands for a top-level `await`.
pub(super) fn is_await(function: &Expression, interner: &Interner) -> bool {
    let Expression::Identifier(name) = function else {
        return false;
    };
    text(name.sym(), interner).strip_suffix(MARK) == Some("await")
}

/// A name or string of the source.
pub(super) fn text(symbol: Sym, interner: &Interner) -> String {
    interner.resolve_expect(symbol).to_string()
}
