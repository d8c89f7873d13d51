//! Where a source is checked: each function that calls others, before its first call. Whatever this module is not sure
//! about stays as it is.

use std::ops::ControlFlow;
use std::ptr;

use boa_engine::ast::expression::access::PropertyAccess;
use boa_engine::ast::expression::literal::{Literal, LiteralKind, PropertyDefinition};
use boa_engine::ast::expression::operator::Conditional;
use boa_engine::ast::expression::{
    Call, Expression, Identifier, ImportCall, New, Optional, Spread, SuperCall, TaggedTemplate, Yield,
};
use boa_engine::ast::function::{ClassDeclaration, ClassElement, ClassExpression, FunctionBody};
use boa_engine::ast::pattern::ArrayPattern;
use boa_engine::ast::property::MethodDefinitionKind;
use boa_engine::ast::statement::{ForOfLoop, Statement, With};
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Position, Spanned as _, StatementListItem};

use super::name;
use crate::lines::Lines;
use crate::rewritten::Edit;
use crate::script_error;

/// The checks that the functions of a source get, as its parser has read it.
pub(crate) fn edits(tree: &impl VisitWith, lines: &Lines) -> Vec<Edit> {
    let mut places = Places {
        lines,
        accessor: None,
        edits: Vec::new(),
    };
    let _: ControlFlow<()> = tree.visit_with(&mut places);
    places.edits
}

/// A check as a statement.
pub(super) fn statement() -> String {
    format!("{}();", name())
}

/// A check in front of an expression, which may be whatever an argument can be.
pub(super) fn prefix() -> String {
    format!("{}()?0:", name())
}

struct Places<'a> {
    lines: &'a Lines,
    /// The body of the getter or setter under way.
    accessor: Option<&'a FunctionBody>,
    edits: Vec<Edit>,
}

impl<'a> Places<'a> {
    fn place(&mut self, body: &'a FunctionBody) {
        let calls = Calls {
            by_access: self.accessor.is_some_and(|accessor| ptr::eq(accessor, body)),
        };
        let Some(first) = body.statements().iter().find(|item| calls.are_in(*item)) else {
            return;
        };
        let edit = self.before_answer(first, calls).or_else(|| self.at_start(body));
        self.edits.extend(edit);
    }

    /// In front of what a `return` or an arrow gives, or of one branch of it: `n < 2 ? n : f(n - 1)` often calls nothing.
    fn before_answer(&self, first: &StatementListItem, calls: Calls) -> Option<Edit> {
        let StatementListItem::Statement(statement) = first else {
            return None;
        };
        let Statement::Return(answer) = statement.as_ref() else {
            return None;
        };
        let mut expression = answer.target()?;
        while let Expression::Conditional(conditional) = expression {
            match calls.only_branch(conditional) {
                Some(branch) => expression = branch,
                None => break,
            }
        }
        let start = self.offset(Leftmost::of(expression));
        let before = self.lines.text()[..start].trim_end();
        ["return", "=>", "?", ":"]
            .iter()
            .any(|token| before.ends_with(token))
            .then(|| Edit::insert(start, prefix()))
    }

    /// At the start of a body with braces; directives stay in front.
    fn at_start(&self, body: &FunctionBody) -> Option<Edit> {
        let text = self.lines.text();
        if let Some(end) = directives_end(body) {
            let end = self.offset(end);
            return text[..end]
                .ends_with(['"', '\''])
                .then(|| Edit::insert(end, format!(";{}", statement())));
        }
        let start = self.offset(body.span().start());
        text[start..]
            .starts_with('{')
            .then(|| Edit::insert(start + 1, statement()))
    }

    fn offset(&self, position: Position) -> usize {
        self.lines.offset(script_error::Position {
            line: position.line_number(),
            column: position.column_number(),
        })
    }
}

impl<'ast> Visitor<'ast> for Places<'ast> {
    type BreakTy = ();

    fn visit_function_body(&mut self, node: &'ast FunctionBody) -> ControlFlow<()> {
        self.place(node);
        node.visit_with(self)
    }

    fn visit_property_definition(&mut self, node: &'ast PropertyDefinition) -> ControlFlow<()> {
        if let PropertyDefinition::MethodDefinition(method) = node
            && is_accessor(method.kind())
        {
            self.accessor = Some(method.body());
        }
        node.visit_with(self)
    }

    fn visit_class_element(&mut self, node: &'ast ClassElement) -> ControlFlow<()> {
        if let ClassElement::MethodDefinition(method) = node
            && is_accessor(method.kind())
        {
            self.accessor = Some(method.body());
        }
        node.visit_with(self)
    }

    /// The object of a `with` may have any name, that of the check too.
    fn visit_with(&mut self, _: &'ast With) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Finds what may call a function, outside of the functions inside. Operators, which may call `valueOf`, are left out,
/// and so are accesses to properties, unless they may be of a getter to itself.
#[derive(Debug, Clone, Copy)]
struct Calls {
    by_access: bool,
}

impl Calls {
    fn are_in(mut self, node: &impl VisitWith) -> bool {
        node.visit_with(&mut self).is_break()
    }

    /// The branch that calls, if the rest does not.
    fn only_branch(self, conditional: &Conditional) -> Option<&Expression> {
        if self.are_in(conditional.condition()) {
            return None;
        }
        let (yes, no) = (conditional.if_true(), conditional.if_false());
        match (self.are_in(yes), self.are_in(no)) {
            (true, false) => Some(yes),
            (false, true) => Some(no),
            _ => None,
        }
    }
}

macro_rules! calls {
    ($($visit:ident($node:ty);)*) => {
        $(fn $visit(&mut self, _: &'ast $node) -> ControlFlow<()> {
            ControlFlow::Break(())
        })*
    };
}

impl<'ast> Visitor<'ast> for Calls {
    type BreakTy = ();

    calls! {
        visit_array_pattern(ArrayPattern);
        visit_call(Call);
        visit_class_declaration(ClassDeclaration);
        visit_class_expression(ClassExpression);
        visit_for_of_loop(ForOfLoop);
        visit_import_call(ImportCall);
        visit_new(New);
        visit_optional(Optional);
        visit_spread(Spread);
        visit_super_call(SuperCall);
        visit_tagged_template(TaggedTemplate);
        visit_with(With);
        visit_yield(Yield);
    }

    fn visit_function_body(&mut self, _: &'ast FunctionBody) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn visit_property_access(&mut self, node: &'ast PropertyAccess) -> ControlFlow<()> {
        if self.by_access {
            return ControlFlow::Break(());
        }
        node.visit_with(self)
    }
}

/// The place where an expression begins: the parser gives a call the place of its brackets.
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

fn is_accessor(kind: MethodDefinitionKind) -> bool {
    matches!(kind, MethodDefinitionKind::Get | MethodDefinitionKind::Set)
}

/// Where the last of the strings ends that a body begins with: `"use strict"`.
fn directives_end(body: &FunctionBody) -> Option<Position> {
    let directives = body.statements().iter().map_while(|item| match item {
        StatementListItem::Statement(statement) => match statement.as_ref() {
            Statement::Expression(Expression::Literal(literal)) if is_text(literal) => Some(literal),
            _ => None,
        },
        StatementListItem::Declaration(_) => None,
    });
    directives.last().map(|literal| literal.span().end())
}

fn is_text(literal: &Literal) -> bool {
    matches!(literal.kind(), LiteralKind::String(_))
}
