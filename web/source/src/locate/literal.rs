//! Values that the source spells out: what a variable begins with, and the properties of a literal that nobody changes.

use boa_ast::Expression;
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField, SimplePropertyAccess};
use boa_ast::expression::literal::{ObjectLiteral, PropertyDefinition};
use boa_ast::property::PropertyName;
use boa_ast::scope::Scope;
use boa_interner::Sym;

use crate::locate::fixed::Spelled;
use crate::locate::known::Knowledge;
use crate::locate::operation::Initial;

/// Properties that every object has.
const INHERITED: [&str; 12] = [
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

impl<'k> Knowledge<'k> {
    /// The value of a variable that keeps its first one, or of a property in it.
    pub(super) fn spelled(self, value: &Expression, scope: &Scope) -> Option<Spelled<'k>> {
        match value.flatten() {
            Expression::Identifier(_) => {
                let variable = self.variable(value, scope)?;
                if self.program.assigned.contains(&variable) {
                    return None;
                }
                match self.program.initial.get(&variable)? {
                    Initial::Undefined => Some(Spelled::Undefined),
                    Initial::Value(first) => Some(Spelled::Value(first)),
                    Initial::Property(..) | Initial::Import(..) => None,
                }
            }
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
                self.spelled_property(access, scope)
            }
            _ => None,
        }
    }

    fn spelled_property(self, access: &SimplePropertyAccess, scope: &Scope) -> Option<Spelled<'k>> {
        let PropertyAccessField::Const(name) = access.field() else {
            return None;
        };
        if self.is_shared(access, scope) {
            return None;
        }
        let Spelled::Value(owner) = self.spelled(access.target(), scope)? else {
            return None;
        };
        let Expression::ObjectLiteral(owner) = owner.flatten() else {
            return None;
        };
        self.property_of(owner, name.sym())
    }

    /// A property of an object literal.
    fn property_of(self, object: &'k ObjectLiteral, name: Sym) -> Option<Spelled<'k>> {
        let mut found = Spelled::Undefined;
        for property in object.properties() {
            match property {
                PropertyDefinition::Property(PropertyName::Literal(key), value) => {
                    if key.sym() == name {
                        found = Spelled::Value(value);
                    }
                }
                PropertyDefinition::IdentifierReference(key) if key.sym() != name => {}
                PropertyDefinition::MethodDefinition(method)
                    if method.name().literal().is_some_and(|key| key.sym() != name) => {}
                _ => return None,
            }
        }
        let is_inherited = || INHERITED.contains(&self.names.text(name).as_str());
        match found {
            Spelled::Undefined if is_inherited() => None,
            found => Some(found),
        }
    }

    /// Whether others may have changed a property.
    fn is_shared(self, access: &SimplePropertyAccess, scope: &Scope) -> bool {
        let mut names = Vec::new();
        let mut access = access;
        let root = loop {
            let PropertyAccessField::Const(name) = access.field() else {
                return true;
            };
            names.push(name.sym());
            match access.target().flatten() {
                Expression::PropertyAccess(PropertyAccess::Simple(outer)) => access = outer,
                root => break root,
            }
        };
        names.reverse();
        let Some(variable) = self.variable(root, scope) else {
            return true;
        };
        let shared = self.program.shared.get(&variable);
        shared.is_some_and(|parts| parts.iter().any(|part| names.starts_with(part)))
    }
}
