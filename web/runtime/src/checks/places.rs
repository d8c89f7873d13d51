//! Places in a source where a check may stand. The parser does not place every node where it begins, so each place is
//! looked at: whatever this module is not sure about stays as it is.

use std::ops::ControlFlow;

use boa_engine::ast::expression::{Expression, Identifier};
use boa_engine::ast::function::FunctionBody;
use boa_engine::ast::visitor::{VisitWith as _, Visitor};
use boa_engine::ast::{Position, Spanned as _};

use super::name;
use crate::lines::Lines;
use crate::rewritten::Edit;
use crate::script_error;
use crate::tokens::{Token, Tokens};

/// After these an expression begins that goes on as far as it can, so that `check() ? 0 :` may stand in front of it.
const BEFORE_EXPRESSION: [&str; 10] = ["return", "throw", "=>", "=", "+=", "(", "[", ",", "?", ":"];

/// A source with its places.
pub(super) struct Places<'a> {
    lines: &'a Lines,
    tokens: Vec<Token<'a>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(lines: &'a Lines) -> Self {
        Self {
            lines,
            tokens: Tokens::of(lines.text()).collect(),
        }
    }

    /// A check in front of an expression, where it can stand.
    pub(super) fn before(&self, expression: &Expression, arguments: &str) -> Option<Edit> {
        let start = self.offset(Leftmost::of(expression));
        let first = self
            .tokens
            .binary_search_by_key(&start, |token| token.start)
            .ok()?;
        let before = self.tokens.get(first.checked_sub(1)?)?;
        let begins_there = BEFORE_EXPRESSION.contains(&before.text) || before.text.ends_with("${");
        let (begin, end) = prefix();
        begins_there.then(|| Edit::insert(start, format!("{begin}{arguments}{end}")))
    }

    pub(super) fn text(&self) -> &'a str {
        self.lines.text()
    }

    pub(super) fn offset(&self, position: Position) -> usize {
        self.lines.offset(script_error::Position {
            line: position.line_number(),
            column: position.column_number(),
        })
    }
}

/// A check as a statement.
pub(super) fn statement() -> String {
    format!("{}();", name())
}

/// A check that an expression follows: what stands before its arguments and behind them.
pub(super) fn prefix() -> (String, &'static str) {
    (format!("{}(", name()), ")?0:")
}

/// Where an expression begins: the parser gives a call the place of its brackets.
struct Leftmost(Position);

impl Leftmost {
    fn of(expression: &Expression) -> Position {
        let mut leftmost = Self(expression.span().start());
        let _: ControlFlow<()> = leftmost.visit_expression(expression);
        leftmost.0
    }

    fn take(&mut self, other: Position) {
        let place = |position: Position| (position.line_number(), position.column_number());
        if place(other) < place(self.0) {
            self.0 = other;
        }
    }
}

impl<'ast> Visitor<'ast> for Leftmost {
    type BreakTy = ();

    fn visit_expression(&mut self, node: &'ast Expression) -> ControlFlow<()> {
        self.take(node.span().start());
        node.visit_with(self)
    }

    fn visit_identifier(&mut self, node: &'ast Identifier) -> ControlFlow<()> {
        self.take(node.span().start());
        ControlFlow::Continue(())
    }

    fn visit_function_body(&mut self, _: &'ast FunctionBody) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}
