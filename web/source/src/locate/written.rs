//! Expressions as error messages name them: `user.name`, `f(...)`, `(a + b)`.

use boa_ast::Expression;
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_ast::expression::literal::LiteralKind;
use boa_ast::expression::operator::unary::UnaryOp;
use boa_ast::expression::{Optional, OptionalOperationKind};

use crate::locate::names::Names;
use crate::locate::operation::{Key, Subject};
use crate::names::MARK;

/// How many characters of a string are shown.
const SHOWN: usize = 30;

/// What a value is called; `None` for one without words.
pub(super) fn subject(subject: &Subject<'_>, names: &Names) -> Option<String> {
    match subject {
        Subject::Expression(value) => Some(expression(value, names)),
        Subject::Chain(chain, count) => Some(optional(chain, *count, names)),
        Subject::Argument | Subject::Part | Subject::Unknown => None,
    }
}

/// The name of a property, if the source says it.
pub(super) fn key(key: &Key<'_>, names: &Names) -> Option<String> {
    match key {
        Key::Name(name) => Some(names.text(*name)),
        Key::Computed(key) => match key.flatten() {
            Expression::Literal(literal) => match literal.kind() {
                LiteralKind::String(text_of_key) => Some(names.text(*text_of_key)),
                LiteralKind::Int(number) => Some(number.to_string()),
                LiteralKind::Num(number) => Some(number.to_string()),
                _ => None,
            },
            _ => None,
        },
    }
}

/// An expression in short.
pub(super) fn expression(value: &Expression, names: &Names) -> String {
    match value {
        Expression::Identifier(name) => names.text(name.sym()),
        Expression::This(_) => "this".to_owned(),
        Expression::Literal(literal) => literal_text(literal.kind(), names),
        Expression::Parenthesized(inner) => expression(inner.expression(), names),
        Expression::PropertyAccess(access) => access_text(access, names),
        Expression::Optional(chain) => optional(chain, chain.chain().len(), names),
        Expression::Call(call) => match (is_await(call.function(), names), call.args()) {
            (true, [value]) => format!("(await {})", expression(value, names)),
            _ => format!("{}(...)", expression(call.function(), names)),
        },
        Expression::New(new) => format!("(new {})", expression(new.call().function(), names)),
        Expression::Await(wait) => format!("(await {})", expression(wait.target(), names)),
        Expression::Unary(unary) => {
            let space = matches!(unary.op(), UnaryOp::TypeOf | UnaryOp::Delete | UnaryOp::Void);
            let space = if space { " " } else { "" };
            format!("({}{space}{})", unary.op(), expression(unary.target(), names))
        }
        Expression::Binary(binary) => format!(
            "({} {} {})",
            expression(binary.lhs(), names),
            binary.op(),
            expression(binary.rhs(), names)
        ),
        Expression::ArrayLiteral(array) if array.as_ref().is_empty() => "[]".to_owned(),
        Expression::ArrayLiteral(_) => "[...]".to_owned(),
        Expression::ObjectLiteral(object) if object.properties().is_empty() => "{}".to_owned(),
        Expression::ObjectLiteral(_) => "{...}".to_owned(),
        _ => "(intermediate value)".to_owned(),
    }
}

fn access_text(access: &PropertyAccess, names: &Names) -> String {
    match access {
        PropertyAccess::Simple(access) => {
            let owner = expression(access.target(), names);
            field(&owner, access.field(), names)
        }
        PropertyAccess::Private(access) => format!(
            "{}.#{}",
            expression(access.target(), names),
            names.text(access.field().description())
        ),
        PropertyAccess::Super(access) => field("super", access.field(), names),
    }
}

fn field(owner: &str, field: &PropertyAccessField, names: &Names) -> String {
    match field {
        PropertyAccessField::Const(name) => format!("{owner}.{}", names.text(name.sym())),
        PropertyAccessField::Expr(key) => format!("{owner}[{}]", expression(key, names)),
    }
}

/// A chain up to one of its links.
fn optional(chain: &Optional, count: usize, names: &Names) -> String {
    let mut written = expression(chain.target(), names);
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
            OptionalOperationKind::SimplePropertyAccess { field: name } => field(&written, name, names),
            OptionalOperationKind::PrivatePropertyAccess { field } => {
                format!("{written}.#{}", names.text(field.description()))
            }
            OptionalOperationKind::Call { .. } => format!("{written}(...)"),
        };
    }
    written
}

fn literal_text(literal: &LiteralKind, names: &Names) -> String {
    match literal {
        LiteralKind::String(content) => {
            let content = names.text(*content);
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
pub(super) fn is_await(function: &Expression, names: &Names) -> bool {
    let Expression::Identifier(name) = function else {
        return false;
    };
    names.text(name.sym()).strip_suffix(MARK) == Some("await")
}
