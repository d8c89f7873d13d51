//! Where calls are checked: each function that calls others, before its first call, and what
//! fields of classes and parameters begin with.

use std::ops::ControlFlow;
use std::ptr;

use boa_engine::ast::expression::access::PropertyAccess;
use boa_engine::ast::expression::literal::{Literal, LiteralKind, PropertyDefinition};
use boa_engine::ast::expression::operator::Conditional;
use boa_engine::ast::expression::{
    Call, Expression, ImportCall, New, Optional, Spread, SuperCall, TaggedTemplate, Yield,
};
use boa_engine::ast::function::{
    ClassDeclaration, ClassElement, ClassExpression, FormalParameter, FunctionBody,
};
use boa_engine::ast::pattern::ArrayPattern;
use boa_engine::ast::property::MethodDefinitionKind;
use boa_engine::ast::statement::{ForOfLoop, Statement, With};
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Position, Spanned as _, StatementListItem};

use super::places::{Places, statement};
use crate::rewritten::Edit;

/// The checks of a source.
pub(super) fn edits(tree: &impl VisitWith, places: &Places<'_>) -> Vec<Edit> {
    let mut functions = Functions {
        places,
        accessor: None,
        edits: Vec::new(),
    };
    let _: ControlFlow<()> = tree.visit_with(&mut functions);
    functions.edits
}

struct Functions<'a> {
    places: &'a Places<'a>,
    /// The body of the getter or setter under way.
    accessor: Option<*const FunctionBody>,
    edits: Vec<Edit>,
}

impl Functions<'_> {
    fn check(&mut self, body: &FunctionBody) {
        let calls = Calls {
            by_access: self.accessor.is_some_and(|accessor| ptr::eq(accessor, body)),
        };
        let Some(first) = body.statements().iter().find(|item| calls.are_in(*item)) else {
            return;
        };
        let edit = self.before_answer(first, calls).or_else(|| self.at_start(body));
        self.edits.extend(edit);
    }

    /// In front of what a field or a parameter begins with. A function is named only where it stands by itself.
    fn check_initializer(&mut self, initializer: Option<&Expression>) {
        let calls = Calls { by_access: false };
        let calling =
            initializer.filter(|initializer| !is_definition(initializer) && calls.are_in(*initializer));
        let edit = calling.and_then(|initializer| self.places.before(initializer, ""));
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
        self.places.before(expression, "")
    }

    /// At the start of a body with braces; directives stay in front.
    fn at_start(&self, body: &FunctionBody) -> Option<Edit> {
        let text = self.places.text();
        if let Some(end) = directives_end(body) {
            let end = self.places.offset(end);
            return text[..end]
                .ends_with(['"', '\''])
                .then(|| Edit::insert(end, format!(";{}", statement())));
        }
        let start = self.places.offset(body.span().start());
        text[start..]
            .starts_with('{')
            .then(|| Edit::insert(start + 1, statement()))
    }
}

impl<'ast> Visitor<'ast> for Functions<'_> {
    type BreakTy = ();

    fn visit_function_body(&mut self, node: &'ast FunctionBody) -> ControlFlow<()> {
        self.check(node);
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
        let initializer = match node {
            ClassElement::FieldDefinition(field) => field.initializer(),
            ClassElement::PrivateFieldDefinition(field) => field.initializer(),
            ClassElement::MethodDefinition(method) if is_accessor(method.kind()) => {
                self.accessor = Some(method.body());
                None
            }
            _ => None,
        };
        self.check_initializer(initializer);
        node.visit_with(self)
    }

    fn visit_formal_parameter(&mut self, node: &'ast FormalParameter) -> ControlFlow<()> {
        self.check_initializer(node.init());
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

fn is_definition(expression: &Expression) -> bool {
    matches!(
        expression.flatten(),
        Expression::ArrowFunction(_)
            | Expression::AsyncArrowFunction(_)
            | Expression::AsyncFunctionExpression(_)
            | Expression::AsyncGeneratorExpression(_)
            | Expression::ClassExpression(_)
            | Expression::FunctionExpression(_)
            | Expression::GeneratorExpression(_)
    )
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
