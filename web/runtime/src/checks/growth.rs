//! Texts that are joined with themselves: the engine makes any text, and ends the program when there is no room. What occurs
//! twice in a sum, or in a template, is looked at before: a name with its length, a property by the memory in use alone,
//! because reading it could do anything.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use boa_engine::ast::expression::Expression;
use boa_engine::ast::expression::literal::TemplateElement;
use boa_engine::ast::expression::operator::assign::{Assign, AssignOp, AssignTarget};
use boa_engine::ast::expression::operator::binary::{ArithmeticOp, BinaryOp};
use boa_engine::ast::statement::With;
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::interner::{Interner, Sym, ToInternedString as _};

use super::places::Places;
use crate::rewritten::Edit;

/// What a check of the memory alone is given.
const MEMORY: &str = "0";

/// The checks of a source. `own` tells what the engine calls a name.
pub(super) fn edits(
    tree: &impl VisitWith,
    places: &Places<'_>,
    interner: &Interner,
    own: impl Fn(String) -> String,
) -> Vec<Edit> {
    let mut growth = Growth {
        places,
        interner,
        own,
        checked: HashSet::new(),
        edits: Vec::new(),
    };
    let _: ControlFlow<()> = tree.visit_with(&mut growth);
    growth.edits
}

struct Growth<'a, F> {
    places: &'a Places<'a>,
    interner: &'a Interner,
    own: F,
    /// Where there is a check already: `text += text + text`.
    checked: HashSet<usize>,
    edits: Vec<Edit>,
}

/// What is joined.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Part {
    Name(Sym),
    /// As it is written.
    Property(String),
    Literal,
    Other,
}

impl<F: Fn(String) -> String> Growth<'_, F> {
    fn part(&self, expression: &Expression) -> Part {
        match expression {
            Expression::Identifier(name) => Part::Name(name.sym()),
            Expression::PropertyAccess(access) => Part::Property(access.to_interned_string(self.interner)),
            Expression::Literal(_) => Part::Literal,
            _ => Part::Other,
        }
    }

    /// What the check in front of a sum is given, if a part is there twice.
    fn arguments(&self, parts: &[Part]) -> Option<String> {
        let mut times: HashMap<&Part, usize> = HashMap::new();
        for part in parts {
            *times.entry(part).or_default() += 1;
        }
        let can_grow = |part: &&Part| matches!(part, Part::Name(_) | Part::Property(_)) && times[part] > 1;
        let most = parts.iter().filter(can_grow).max_by_key(|part| times[part])?;
        // The check reads the name before anything else happens.
        let is_first = parts
            .iter()
            .take_while(|part| *part != most)
            .all(|part| matches!(part, Part::Name(_) | Part::Literal));
        Some(match most {
            Part::Name(name) if is_first => self.name(*name, times[most]),
            _ => MEMORY.to_owned(),
        })
    }

    fn name(&self, name: Sym, times: usize) -> String {
        let name = (self.own)(self.interner.resolve_expect(name).to_string());
        format!("{name},{times}")
    }

    fn check(&mut self, whole: &Expression, arguments: &str) {
        let edit = self.places.before(whole, arguments);
        self.edits
            .extend(edit.filter(|edit| self.checked.insert(edit.start)));
    }
}

impl<'ast, F: Fn(String) -> String> Visitor<'ast> for Growth<'_, F> {
    type BreakTy = ();

    fn visit_assign(&mut self, node: &'ast Assign) -> ControlFlow<()> {
        let target = match node.lhs() {
            AssignTarget::Identifier(name) => Part::Name(name.sym()),
            AssignTarget::Access(access) => Part::Property(access.to_interned_string(self.interner)),
            AssignTarget::Pattern(_) => Part::Other,
        };
        if node.op() == AssignOp::Add {
            let parts = operands(node.rhs()).into_iter().map(|operand| self.part(operand));
            let times = 1 + parts.filter(|part| *part == target).count();
            match target {
                // The engine has read it before.
                Part::Name(name) if times > 1 => self.check(node.rhs(), &self.name(name, times)),
                Part::Property(_) if times > 1 => self.check(node.rhs(), MEMORY),
                _ => {}
            }
        }
        node.visit_with(self)
    }

    fn visit_expression(&mut self, node: &'ast Expression) -> ControlFlow<()> {
        if !is_joined(node) {
            return node.visit_with(self);
        }
        let operands = operands(node);
        let parts: Vec<Part> = operands.iter().map(|operand| self.part(operand)).collect();
        if let Some(arguments) = self.arguments(&parts) {
            self.check(node, &arguments);
        }
        operands
            .into_iter()
            .try_for_each(|operand| self.visit_expression(operand))
    }

    /// The object of a `with` may have any name, that of the check too.
    fn visit_with(&mut self, _: &'ast With) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// What a sum or a template joins, in order; anything else by itself.
fn operands(expression: &Expression) -> Vec<&Expression> {
    let mut operands = Vec::new();
    let mut left = vec![expression];
    while let Some(next) = left.pop().map(Expression::flatten) {
        match next {
            Expression::Binary(sum) if is_joined(next) => left.extend([sum.rhs(), sum.lhs()]),
            Expression::TemplateLiteral(template) => {
                let parts = template.elements().iter().rev();
                left.extend(parts.filter_map(|element| match element {
                    TemplateElement::Expr(part) => Some(part),
                    TemplateElement::String(_) => None,
                }));
            }
            operand => operands.push(operand),
        }
    }
    operands
}

fn is_joined(expression: &Expression) -> bool {
    match expression {
        Expression::Binary(sum) => sum.op() == BinaryOp::Arithmetic(ArithmeticOp::Add),
        Expression::TemplateLiteral(_) => true,
        _ => false,
    }
}
