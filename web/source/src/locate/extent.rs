//! Where an expression begins and ends. The parser's spans of calls begin at their bracket, and those of `a[b]` end
//! before theirs.

use boa_ast::expression::Expression;
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_ast::expression::operator::assign::AssignTarget;
use boa_ast::expression::operator::update::{UpdateOp, UpdateTarget};
use boa_ast::{Position, Span, Spanned as _, Statement, StatementListItem};

use crate::lines::Lines;

/// A piece of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// The byte whose line counts, if it has several lines.
    pub(super) point: usize,
}

impl Extent {
    pub(super) fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            point: start,
        }
    }

    /// The same piece with another point.
    pub(super) fn at(self, point: usize) -> Self {
        Self { point, ..self }
    }

    /// The part on the line of its point.
    pub(super) fn on_its_line(self, source: &Lines) -> std::ops::Range<usize> {
        let text = source.text();
        let line = source.position(self.point).line;
        let line_start = source.offset(line, 1);
        let content = source.line(line);
        let indent = content.len() - content.trim_start().len();
        let start = self.start.max(line_start + indent);
        let end = self.end.min(line_start + content.trim_end().len()).max(start);
        debug_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
        start..end
    }
}

/// All of an expression.
pub(super) fn of_expression(expression: &Expression, source: &Lines) -> Extent {
    Extent::new(start(expression, source), end(expression, source)).at(point(expression, source))
}

/// All of a property access.
pub(super) fn of_access(access: &PropertyAccess, source: &Lines) -> Extent {
    Extent::new(access_start(access, source), access_end(access, source)).at(field_start(access, source))
}

/// What the parser's own span covers.
pub(super) fn of_span(span: Span, source: &Lines) -> Extent {
    Extent::new(offset(span.start(), source), offset(span.end(), source))
}

/// From the start of an expression to the end of a later piece, which has the point.
pub(super) fn until(first: &Expression, last: Span, source: &Lines) -> Extent {
    Extent::new(start(first, source), offset(last.end(), source)).at(offset(last.start(), source))
}

/// The first byte of an assignment's target.
pub(super) fn target_start(target: &AssignTarget, source: &Lines) -> usize {
    match target {
        AssignTarget::Access(access) => access_start(access, source),
        AssignTarget::Identifier(_) | AssignTarget::Pattern(_) => offset(target.span().start(), source),
    }
}

/// The byte at a place of the parser.
pub(super) fn offset(position: Position, source: &Lines) -> usize {
    source.offset(position.line_number(), position.column_number())
}

/// The byte after the last of an expression.
pub(super) fn end(expression: &Expression, source: &Lines) -> usize {
    let own = offset(expression.span().end(), source);
    match expression {
        Expression::PropertyAccess(access) => access_end(access, source),
        Expression::Binary(binary) => end(binary.rhs(), source),
        Expression::BinaryInPrivate(binary) => end(binary.rhs(), source),
        Expression::Assign(assign) => end(assign.rhs(), source),
        Expression::Conditional(choice) => end(choice.if_false(), source),
        Expression::Unary(unary) => end(unary.target(), source),
        Expression::Await(wait) => end(wait.target(), source),
        Expression::Spread(spread) => end(spread.target(), source),
        Expression::Yield(yielded) => yielded.target().map_or(own, |target| end(target, source)),
        Expression::Update(update)
            if matches!(update.op(), UpdateOp::IncrementPre | UpdateOp::DecrementPre) =>
        {
            match update.target() {
                UpdateTarget::PropertyAccess(access) => access_end(access, source),
                UpdateTarget::Identifier(_) => own,
            }
        }
        // Without brackets, it ends with the constructor.
        Expression::New(new) if new.call().args().is_empty() => own.max(end(new.call().function(), source)),
        Expression::ArrowFunction(function) => own.max(body_end(function.body().statements(), source)),
        Expression::AsyncArrowFunction(function) => own.max(body_end(function.body().statements(), source)),
        _ => own,
    }
}

/// The byte at which other engines blame an expression.
fn point(expression: &Expression, source: &Lines) -> usize {
    match expression {
        Expression::PropertyAccess(access) => field_start(access, source),
        Expression::Call(call) => point(call.function(), source),
        Expression::TaggedTemplate(template) => point(template.tag(), source),
        Expression::Parenthesized(inner) => point(inner.expression(), source),
        Expression::Binary(binary) => end(binary.lhs(), source),
        _ => start(expression, source),
    }
}

fn field_start(access: &PropertyAccess, source: &Lines) -> usize {
    let span = match access {
        PropertyAccess::Simple(access) => access.field().span(),
        PropertyAccess::Private(access) => access.field().span(),
        PropertyAccess::Super(access) => access.field().span(),
    };
    offset(span.start(), source)
}

fn start(expression: &Expression, source: &Lines) -> usize {
    match expression {
        Expression::Call(call) => start(call.function(), source),
        Expression::TaggedTemplate(template) => start(template.tag(), source),
        Expression::Optional(optional) => start(optional.target(), source),
        Expression::PropertyAccess(access) => access_start(access, source),
        Expression::Binary(binary) => start(binary.lhs(), source),
        Expression::Conditional(choice) => start(choice.condition(), source),
        Expression::Assign(assign) => target_start(assign.lhs(), source),
        Expression::Update(update) => match update.target() {
            UpdateTarget::PropertyAccess(access)
                if matches!(update.op(), UpdateOp::IncrementPost | UpdateOp::DecrementPost) =>
            {
                access_start(access, source)
            }
            _ => offset(update.span().start(), source),
        },
        _ => offset(expression.span().start(), source),
    }
}

fn access_start(access: &PropertyAccess, source: &Lines) -> usize {
    match access {
        PropertyAccess::Simple(access) => start(access.target(), source),
        PropertyAccess::Private(access) => start(access.target(), source),
        PropertyAccess::Super(access) => offset(access.span().start(), source),
    }
}

fn access_end(access: &PropertyAccess, source: &Lines) -> usize {
    match access {
        PropertyAccess::Simple(access) => match access.field() {
            PropertyAccessField::Const(name) => offset(name.span().end(), source),
            PropertyAccessField::Expr(key) => after_bracket(source.text(), end(key, source)),
        },
        PropertyAccess::Private(_) | PropertyAccess::Super(_) => offset(access.span().end(), source),
    }
}

/// The end of `() => value`, whose body is one statement that returns.
fn body_end(statements: &[StatementListItem], source: &Lines) -> usize {
    match statements {
        [StatementListItem::Statement(statement)] => match statement.as_ref() {
            Statement::Return(value) => value.target().map_or(0, |value| end(value, source)),
            _ => 0,
        },
        _ => 0,
    }
}

/// The byte after the next `]`, with only space and comments in between.
fn after_bracket(text: &str, from: usize) -> usize {
    let mut rest = &text[from..];
    loop {
        rest = rest.trim_start();
        let comment_end = if rest.starts_with("//") {
            rest.find(['\n', '\r', '\u{2028}', '\u{2029}'])
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else {
            None
        };
        match comment_end {
            Some(end) => rest = &rest[end..],
            None if rest.starts_with(']') => return text.len() - rest.len() + 1,
            None => return from,
        }
    }
}
