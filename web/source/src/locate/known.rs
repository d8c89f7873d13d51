//! [`Knowledge`]: what can be told about a value without running anything, from the source or from whoever ran it.

use boa_ast::Expression;
use boa_ast::expression::OptionalOperationKind;
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_ast::expression::literal::LiteralKind;
use boa_ast::scope::Scope;

use crate::locate::fixed::{self, Spelled};
use crate::locate::names::{Names, Variable};
use crate::locate::operation::{Initial, Key, Program, Subject};
use crate::locate::values::{Known, ValueKind, ValuePath, Values};
use crate::locate::written;

/// Where values are looked for.
#[derive(Clone, Copy)]
pub(super) struct Knowledge<'k> {
    pub(super) names: &'k Names,
    pub(super) values: &'k dyn Values,
    pub(super) program: &'k Program<'k>,
}

/// What is known about a value when an operation used it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// It is certain.
    Fixed(Known),
    /// It is so now, and was so when the failed operation used it, but not when others did.
    Current(Known),
    /// The operation is not reached, because an optional chain ends before.
    Skipped,
    /// Nothing is known.
    Nothing,
}

impl Found {
    pub(super) fn known(self) -> Option<Known> {
        match self {
            Self::Fixed(known) | Self::Current(known) => Some(known),
            Self::Skipped | Self::Nothing => None,
        }
    }

    pub(super) fn kind(self) -> Option<ValueKind> {
        Some(self.known()?.kind)
    }
}

impl<'k> Knowledge<'k> {
    /// The value that an operation works on.
    pub(super) fn subject(self, subject: &Subject<'_>, scope: &Scope) -> Found {
        match subject {
            Subject::Expression(value) => self.expression(value, scope),
            Subject::Chain(chain, count) => {
                let Some(mut path) = self.path_of(chain.target(), scope) else {
                    return Found::Nothing;
                };
                for link in &chain.chain()[..*count] {
                    let value = self.values.value(&path);
                    if link.shorted() && value.is_some_and(|value| value.kind.is_nothing()) {
                        return Found::Skipped;
                    }
                    let OptionalOperationKind::SimplePropertyAccess { field } = link.kind() else {
                        return Found::Nothing;
                    };
                    let Some(step) = self.step(field) else {
                        return Found::Nothing;
                    };
                    path.steps.push(step);
                }
                self.values.value(&path).map_or(Found::Nothing, Found::Current)
            }
            Subject::Argument | Subject::Part | Subject::Unknown => Found::Nothing,
        }
    }

    /// The value of an expression.
    pub(super) fn expression(self, value: &Expression, scope: &Scope) -> Found {
        if self.is_declared_function(value, scope) {
            return Found::Fixed(ValueKind::Function.into());
        }
        let fixed = |value: &Expression| fixed::value(value, &|name| self.global_name(name, scope));
        let spelled = || match self.spelled(value, scope)? {
            Spelled::Value(first) => fixed(first),
            Spelled::Undefined => Some(ValueKind::Undefined.into()),
        };
        if let Some(known) = fixed(value).or_else(spelled) {
            return Found::Fixed(known);
        }
        let current = self
            .path_of(value, scope)
            .and_then(|path| self.values.value(&path));
        match current {
            Some(known) if self.is_unchanging(value, scope) => Found::Fixed(known),
            Some(known) => Found::Current(known),
            None => Found::Nothing,
        }
    }

    /// Whether a variable keeps its first value.
    fn is_unchanging(self, value: &Expression, scope: &Scope) -> bool {
        self.variable(value, scope).is_some_and(|variable| {
            variable.is_lexical && !variable.is_global && !self.program.assigned.contains(&variable)
        })
    }

    /// Whether a name is that of a function which the source declares.
    pub(super) fn is_declared_function(self, value: &Expression, scope: &Scope) -> bool {
        self.variable(value, scope).is_some_and(|variable| {
            self.program.functions.contains(&variable) && !self.program.assigned.contains(&variable)
        })
    }

    pub(super) fn variable(self, value: &Expression, scope: &Scope) -> Option<Variable> {
        let Expression::Identifier(name) = value.flatten() else {
            return None;
        };
        Some(self.names.variable(name.sym(), scope))
    }

    /// The way to a value from a global name or a module.
    pub(super) fn path_of(self, value: &Expression, scope: &Scope) -> Option<ValuePath> {
        match value.flatten() {
            name @ Expression::Identifier(_) => {
                let imported = self.imported(name, scope);
                imported.or_else(|| Some(ValuePath::name(self.global_name(name, scope)?)))
            }
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
                let mut path = self.path_of(access.target(), scope)?;
                path.steps.push(self.step(access.field())?);
                Some(path)
            }
            other => self.required(other),
        }
    }

    /// The way to what a variable has from a module for good.
    fn imported(self, name: &Expression, scope: &Scope) -> Option<ValuePath> {
        let variable = self.variable(name, scope)?;
        if self.program.assigned.contains(&variable) {
            return None;
        }
        let (mut path, step) = match *self.program.initial.get(&variable)? {
            Initial::Undefined => return None,
            Initial::Value(value) => (self.required(value)?, None),
            Initial::Property(value, name) => (self.required(value)?, Some(name)),
            Initial::Import(module, name) => (ValuePath::module(self.names.text(module)), name),
        };
        path.steps.extend(step.map(|step| self.names.text(step)));
        Some(path)
    }

    /// `require("name")`, or a property of it.
    fn required(self, value: &Expression) -> Option<ValuePath> {
        match value.flatten() {
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
                let mut path = self.required(access.target())?;
                path.steps.push(self.step(access.field())?);
                Some(path)
            }
            Expression::Call(call) => match (call.function(), call.args()) {
                (Expression::Identifier(name), [Expression::Literal(literal)])
                    if self.names.text(name.sym()) == "require" =>
                {
                    let LiteralKind::String(module) = literal.kind() else {
                        return None;
                    };
                    Some(ValuePath::module(self.names.text(*module)))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn step(self, field: &PropertyAccessField) -> Option<String> {
        written::key(&Key::from(field), self.names)
    }

    /// A name that no function around it declares.
    pub(super) fn global_name(self, value: &Expression, scope: &Scope) -> Option<String> {
        let Expression::Identifier(name) = value.flatten() else {
            return None;
        };
        let variable = self.variable(value, scope)?;
        let is_global = variable.is_global || variable.scope == 0;
        is_global.then(|| self.names.text(name.sym()))
    }
}
