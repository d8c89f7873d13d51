//! Texts that are joined with themselves: the engine makes any text, and ends the program when there is no room. A name
//! that occurs twice in a sum, or in a template, is looked at before.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use boa_engine::ast::expression::Expression;
use boa_engine::ast::expression::literal::{TemplateElement, TemplateLiteral};
use boa_engine::ast::expression::operator::Binary;
use boa_engine::ast::expression::operator::assign::{Assign, AssignOp, AssignTarget};
use boa_engine::ast::expression::operator::binary::{ArithmeticOp, BinaryOp};
use boa_engine::ast::statement::With;
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::interner::Sym;

use super::places::Places;
use crate::rewritten::Edit;

/// The checks of a source.
pub(super) fn edits(tree: &impl VisitWith, places: &Places<'_>, text: impl Fn(Sym) -> String) -> Vec<Edit> {
    let mut growth = Growth {
        places,
        text,
        checked: HashSet::new(),
        edits: Vec::new(),
    };
    let _: ControlFlow<()> = tree.visit_with(&mut growth);
    growth.edits
}

struct Growth<'a, F> {
    places: &'a Places<'a>,
    text: F,
    /// Where a sum begins, its parts may begin too.
    checked: HashSet<usize>,
    edits: Vec<Edit>,
}

/// How often each name occurs.
type Names = HashMap<Sym, usize>;

impl<F: Fn(Sym) -> String> Growth<'_, F> {
    fn check(&mut self, whole: &Expression, names: &Names) {
        let Some((name, times)) = names.iter().max_by_key(|(name, times)| (**times, **name)) else {
            return;
        };
        if *times < 2 {
            return;
        }
        let name = (self.text)(*name);
        let edit = self.places.before(whole, &format!("{name},{times}"));
        self.edits
            .extend(edit.filter(|edit| self.checked.insert(edit.start)));
    }
}

impl<'ast, F: Fn(Sym) -> String> Visitor<'ast> for Growth<'_, F> {
    type BreakTy = ();

    fn visit_assign(&mut self, node: &'ast Assign) -> ControlFlow<()> {
        if let (AssignOp::Add, AssignTarget::Identifier(target)) = (node.op(), node.lhs()) {
            let mut names = Names::from([(target.sym(), 1)]);
            count(node.rhs(), &mut names);
            names.retain(|name, _| *name == target.sym());
            self.check(node.rhs(), &names);
        }
        node.visit_with(self)
    }

    fn visit_expression(&mut self, node: &'ast Expression) -> ControlFlow<()> {
        if matches!(node, Expression::Binary(_) | Expression::TemplateLiteral(_)) {
            let mut names = Names::new();
            count(node, &mut names);
            self.check(node, &names);
        }
        node.visit_with(self)
    }

    /// The object of a `with` may have any name, that of the check too.
    fn visit_with(&mut self, _: &'ast With) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Counts the names that are joined by an expression.
fn count(expression: &Expression, names: &mut Names) {
    match expression.flatten() {
        Expression::Identifier(name) => *names.entry(name.sym()).or_default() += 1,
        Expression::Binary(sum) if is_sum(sum) => {
            count(sum.lhs(), names);
            count(sum.rhs(), names);
        }
        Expression::TemplateLiteral(template) => count_in_template(template, names),
        _ => {}
    }
}

fn count_in_template(template: &TemplateLiteral, names: &mut Names) {
    for element in template.elements() {
        if let TemplateElement::Expr(part) = element {
            count(part, names);
        }
    }
}

fn is_sum(binary: &Binary) -> bool {
    binary.op() == BinaryOp::Arithmetic(ArithmeticOp::Add)
}
