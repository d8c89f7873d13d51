//! Variables: which of them may have no value where they are used.

use boa_ast::declaration::{self, Binding};
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_ast::expression::{Expression, Identifier};
use boa_ast::function::FunctionBody;
use boa_ast::operations::{bound_names, var_declared_names};
use boa_ast::pattern::{ObjectPatternElement, Pattern};
use boa_ast::property::PropertyName;
use boa_ast::{Declaration, Module, Script, Spanned as _, StatementListItem};
use boa_interner::Sym;

use super::Walk;
use crate::lines::Lines;
use crate::locate::extent::{self, Extent};
use crate::locate::names::{Assignment, Variable};
use crate::locate::operation::{Initial, Kind, Name, NameState};

impl<'a> Walk<'a, '_> {
    /// A variable is read.
    pub(super) fn read(&mut self, name: Identifier) {
        let variable = self.variable(name.sym());
        let state = if variable.is_global {
            NameState::Undeclared
        } else if variable.is_local {
            NameState::Uninitialized
        } else {
            NameState::Uncertain
        };
        if !self.has_value(variable) {
            self.name(Kind::Variable, name, state, variable, |source| {
                extent::of_span(name.span(), source)
            });
        }
    }

    /// A variable is read by `typeof`, which may also ask for an undeclared one.
    pub(super) fn read_for_type(&mut self, name: Identifier) {
        if !self.variable(name.sym()).is_global {
            self.read(name);
        }
    }

    /// A variable is assigned to; `whole` is the assignment.
    pub(super) fn assign(&mut self, name: Identifier, whole: impl Fn(&Lines) -> Extent) {
        let variable = self.variable(name.sym());
        self.program.assigned.insert(variable);
        let state = match variable.assignment {
            Assignment::Refused => Some(NameState::Constant),
            Assignment::Ignored => None,
            // An earlier cell may have declared a constant.
            Assignment::Allowed if variable.is_global => Some(NameState::Undeclared),
            // The engine gives a local variable its value without a look.
            Assignment::Allowed if variable.is_local => None,
            Assignment::Allowed => Some(NameState::Uncertain),
        };
        let is_declared = self.has_value(variable) && state != Some(NameState::Constant);
        match state {
            Some(state) if !is_declared => {
                self.name(Kind::Assign, name, state, variable, whole);
            }
            _ => {}
        }
        self.declare_variable(variable);
    }

    /// A declaration gives a variable its value.
    pub(super) fn declare(&mut self, symbol: Sym) {
        self.program.declared.insert(symbol);
        let variable = self.variable(symbol);
        self.declare_variable(variable);
    }

    /// What a variable begins with.
    pub(super) fn note_initial(&mut self, symbol: Sym, value: Initial<'a>) {
        let variable = self.variable(symbol);
        self.program.initial.insert(variable, value);
    }

    /// What a `let` or `const` gives its names.
    pub(super) fn note_initials(&mut self, variable: &'a declaration::Variable) {
        match (variable.binding(), variable.init()) {
            (Binding::Identifier(name), None) => self.note_initial(name.sym(), Initial::Undefined),
            (Binding::Identifier(name), Some(value)) => self.note_initial(name.sym(), Initial::Value(value)),
            (Binding::Pattern(Pattern::Object(pattern)), Some(value)) => {
                for element in pattern.bindings() {
                    if let ObjectPatternElement::SingleName {
                        name: PropertyName::Literal(key),
                        ident,
                        default_init: None,
                    } = element
                    {
                        self.note_initial(ident.sym(), Initial::Property(value, key.sym()));
                    }
                }
            }
            (Binding::Pattern(_), _) => {}
        }
    }

    /// Others get to see the value of this expression, if it is that of a variable or lies in it.
    pub(super) fn share(&mut self, value: &Expression) {
        self.share_part(value, Vec::new());
    }

    /// Something happens to this property.
    pub(super) fn share_property(&mut self, access: &PropertyAccess) {
        if let PropertyAccess::Simple(access) = access {
            let names = match access.field() {
                PropertyAccessField::Const(name) => vec![name.sym()],
                PropertyAccessField::Expr(_) => Vec::new(),
            };
            self.share_part(access.target(), names);
        }
    }

    /// `names` are the properties on the way from the value, innermost first.
    fn share_part(&mut self, value: &Expression, mut names: Vec<Sym>) {
        let mut value = value.flatten();
        while let Expression::PropertyAccess(PropertyAccess::Simple(access)) = value {
            match access.field() {
                PropertyAccessField::Const(name) => names.push(name.sym()),
                // Any property may be meant.
                PropertyAccessField::Expr(_) => names.clear(),
            }
            value = access.target().flatten();
        }
        if let Expression::Identifier(name) = value {
            names.reverse();
            let variable = self.variable(name.sym());
            self.program.shared.entry(variable).or_default().push(names);
        }
    }

    fn declare_variable(&mut self, variable: Variable) {
        // One case of a `switch` may be skipped, though the engine has passed it.
        if variable.is_local || !self.code.switches.contains(&variable.scope) {
            self.code.declared.insert(variable);
        }
    }

    /// These variables have a value before anything of their scope runs.
    pub(super) fn hoist(&mut self, symbols: impl IntoIterator<Item = Sym>) {
        for symbol in symbols {
            self.program.declared.insert(symbol);
            let variable = self.variable(symbol);
            self.hoisted.insert(variable);
        }
    }

    pub(super) fn hoist_script(&mut self, script: &Script) {
        self.hoist(var_declared_names(script));
    }

    pub(super) fn hoist_module(&mut self, module: &Module) {
        self.hoist(var_declared_names(module.items()));
    }

    pub(super) fn hoist_body(&mut self, body: &FunctionBody) {
        self.hoist(var_declared_names(body));
    }

    /// Functions that a list of statements declares.
    pub(super) fn hoist_functions(&mut self, list: &[StatementListItem]) {
        for item in list {
            let StatementListItem::Declaration(declaration) = item else {
                continue;
            };
            match declaration.as_ref() {
                Declaration::ClassDeclaration(_) | Declaration::Lexical(_) => {}
                function => {
                    let names = bound_names(function);
                    for name in &names {
                        let variable = self.variable(*name);
                        self.program.functions.insert(variable);
                    }
                    self.hoist(names);
                }
            }
        }
    }

    fn has_value(&self, variable: Variable) -> bool {
        self.hoisted.contains(&variable) || self.code.declared.contains(&variable)
    }

    fn name(
        &mut self,
        kind: fn(Name) -> Kind<'a>,
        name: Identifier,
        state: NameState,
        variable: Variable,
        extent: impl FnOnce(&Lines) -> Extent,
    ) {
        let name = Name {
            symbol: name.sym(),
            state,
        };
        self.note_variable(kind(name), Some(variable), extent);
    }

    fn variable(&self, symbol: Sym) -> Variable {
        self.names.variable(symbol, &self.scope)
    }
}
