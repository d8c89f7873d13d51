//! How deep the tree of a source is for the compiler, which recurses over it and takes more stack for some nodes than the
//! parser did.

use std::ops::ControlFlow;

use boa_ast::declaration::Declaration;
use boa_ast::expression::Expression;
use boa_ast::expression::literal::PropertyDefinition;
use boa_ast::expression::operator::binary::{ArithmeticOp, BinaryOp};
use boa_ast::function::ClassElement;
use boa_ast::pattern::{ArrayPattern, ObjectPattern};
use boa_ast::statement::Statement;
use boa_ast::visitor::{VisitWith, Visitor};
use boa_ast::{Position, Spanned as _};

use crate::depth::level::{self, FUNCTION, METHOD};

/// Measures how deep a tree is.
///
/// # Errors
/// About where it is deeper than a bound.
pub(super) fn measure(tree: &impl VisitWith, bound: u32) -> Result<u32, Option<Position>> {
    let mut walk = Walk {
        left: bound,
        least: bound,
    };
    match tree.visit_with(&mut walk) {
        ControlFlow::Continue(()) => Ok(bound - walk.least),
        ControlFlow::Break(place) => Err(place),
    }
}

struct Walk {
    /// Units that are not in use by the nodes around the present one.
    left: u32,
    /// The least that ever was.
    least: u32,
}

impl Walk {
    /// Visits what is in a node that takes some units.
    fn enter(
        &mut self,
        units: u32,
        node: &impl VisitWith,
        place: impl Fn() -> Option<Position>,
    ) -> ControlFlow<Option<Position>> {
        let Some(left) = self.left.checked_sub(units) else {
            return ControlFlow::Break(place());
        };
        self.left = left;
        self.least = self.least.min(left);
        node.visit_with(self)?;
        self.left += units;
        ControlFlow::Continue(())
    }
}

impl<'ast> Visitor<'ast> for Walk {
    type BreakTy = Option<Position>;

    fn visit_expression(&mut self, node: &'ast Expression) -> ControlFlow<Self::BreakTy> {
        self.enter(of_expression(node), node, || Some(node.span().start()))
    }

    fn visit_statement(&mut self, node: &'ast Statement) -> ControlFlow<Self::BreakTy> {
        self.enter(of_statement(node), node, || None)
    }

    fn visit_declaration(&mut self, node: &'ast Declaration) -> ControlFlow<Self::BreakTy> {
        let units = match node {
            Declaration::FunctionDeclaration(_)
            | Declaration::GeneratorDeclaration(_)
            | Declaration::AsyncFunctionDeclaration(_)
            | Declaration::AsyncGeneratorDeclaration(_) => FUNCTION,
            Declaration::ClassDeclaration(_) => BRACKETS,
            Declaration::Lexical(_) => 0,
        };
        self.enter(units, node, || None)
    }

    fn visit_class_element(&mut self, node: &'ast ClassElement) -> ControlFlow<Self::BreakTy> {
        self.enter(METHOD, node, || None)
    }

    fn visit_property_definition(&mut self, node: &'ast PropertyDefinition) -> ControlFlow<Self::BreakTy> {
        let units = match node {
            PropertyDefinition::MethodDefinition(_) => METHOD,
            _ => 0,
        };
        self.enter(units, node, || None)
    }

    fn visit_array_pattern(&mut self, node: &'ast ArrayPattern) -> ControlFlow<Self::BreakTy> {
        self.enter(ARRAY_PATTERN, node, || Some(node.span().start()))
    }

    fn visit_object_pattern(&mut self, node: &'ast ObjectPattern) -> ControlFlow<Self::BreakTy> {
        self.enter(OBJECT_PATTERN, node, || Some(node.span().start()))
    }
}

const BRACKETS: u32 = 16;
const ARRAY_PATTERN: u32 = 14;
const OBJECT_PATTERN: u32 = 17;

/// By how much stack the compiler takes, as `docs/decisions/0015-depth.md` tells.
fn of_expression(node: &Expression) -> u32 {
    match node {
        Expression::This(_)
        | Expression::Identifier(_)
        | Expression::Literal(_)
        | Expression::RegExpLiteral(_)
        | Expression::NewTarget(_)
        | Expression::ImportMeta(_) => 0,
        Expression::Conditional(_) | Expression::Yield(_) => 7,
        Expression::Unary(_) | Expression::Update(_) => 9,
        Expression::Binary(binary) if matches!(binary.op(), BinaryOp::Arithmetic(ArithmeticOp::Exp)) => 13,
        Expression::Binary(_) | Expression::BinaryInPrivate(_) => level::BINARY,
        Expression::Await(_) => 11,
        Expression::Call(call) if matches!(call.function(), Expression::PropertyAccess(_)) => {
            level::METHOD_CALL
        }
        Expression::Call(_)
        | Expression::SuperCall(_)
        | Expression::ImportCall(_)
        | Expression::Optional(_) => level::CALL,
        Expression::TaggedTemplate(_) => level::TAGGED,
        Expression::Assign(_) => 14,
        Expression::PropertyAccess(_) | Expression::New(_) => level::MEMBER,
        Expression::ArrowFunction(_) | Expression::AsyncArrowFunction(_) => level::ARROW,
        Expression::FunctionExpression(_)
        | Expression::GeneratorExpression(_)
        | Expression::AsyncFunctionExpression(_)
        | Expression::AsyncGeneratorExpression(_) => FUNCTION,
        // Those in brackets, and whatever else there will be.
        _ => BRACKETS,
    }
}

fn of_statement(node: &Statement) -> u32 {
    match node {
        Statement::Labelled(_) => 5,
        Statement::If(_) => 7,
        Statement::DoWhileLoop(_) | Statement::WhileLoop(_) | Statement::Switch(_) => 13,
        Statement::With(_) => 14,
        Statement::Block(_) | Statement::Try(_) => BRACKETS,
        Statement::ForLoop(_) | Statement::ForInLoop(_) | Statement::ForOfLoop(_) => 17,
        _ => 0,
    }
}
