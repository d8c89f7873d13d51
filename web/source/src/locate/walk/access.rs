//! Property accesses and optional chains.

use boa_ast::Spanned as _;
use boa_ast::expression::OptionalOperationKind;
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField, SimplePropertyAccess};
use boa_ast::expression::{Expression, Optional, OptionalOperation};

use super::Walk;
use crate::lines::Lines;
use crate::locate::extent;
use crate::locate::operation::{Kind, Subject};

impl<'a> Walk<'a, '_> {
    /// A property is read for its value.
    pub(super) fn access(&mut self, access: &'a PropertyAccess) {
        let position = match access {
            PropertyAccess::Simple(access) => access.field().span().start(),
            PropertyAccess::Private(access) => access.field().span().start(),
            PropertyAccess::Super(access) => access.field().span().start(),
        };
        self.guarded(position, |walk| {
            walk.owner_and_key(access);
            walk.get(access);
        });
    }

    /// A property is read to be called, which leaves no place of its own. The function gets to see its owner.
    pub(super) fn access_as_callee(&mut self, access: &'a PropertyAccess) {
        self.owner_and_key(access);
        self.get(access);
        if let PropertyAccess::Simple(access) = access {
            self.share(access.target());
        }
    }

    /// The object and the key of a property.
    pub(super) fn owner_and_key(&mut self, access: &'a PropertyAccess) {
        match access {
            PropertyAccess::Simple(access) => {
                self.look_at(access.target());
                self.key(access.field());
            }
            PropertyAccess::Private(access) => self.expression(access.target()),
            PropertyAccess::Super(super_access) => {
                self.note(Kind::This, |source| extent::of_access(access, source));
                self.key(super_access.field());
            }
        }
    }

    /// The property itself is read.
    pub(super) fn get(&mut self, access: &'a PropertyAccess) {
        let kind = match access {
            PropertyAccess::Simple(access) => Kind::Read(owner(access), access.field().into()),
            PropertyAccess::Private(access) => Kind::Private(access.field().description(), false),
            PropertyAccess::Super(access) => Kind::Read(Subject::Unknown, access.field().into()),
        };
        self.note(kind, |source| extent::of_access(access, source));
    }

    /// The property itself is written.
    pub(super) fn set(&mut self, access: &'a PropertyAccess) {
        self.share_property(access);
        let kind = match access {
            PropertyAccess::Simple(access) => Kind::Write(owner(access), access.field().into()),
            PropertyAccess::Private(access) => Kind::Private(access.field().description(), true),
            PropertyAccess::Super(access) => Kind::Write(Subject::Unknown, access.field().into()),
        };
        self.note(kind, |source| extent::of_access(access, source));
    }

    pub(super) fn key(&mut self, field: &'a PropertyAccessField) {
        if let PropertyAccessField::Expr(key) = field {
            self.expression(key);
        }
    }

    /// An optional chain. What follows `?.` is not always done.
    pub(super) fn optional(&mut self, optional: &'a Optional) {
        self.optional_target(optional);
        self.links(optional, false);
    }

    fn optional_target(&mut self, optional: &'a Optional) {
        match optional.target().flatten() {
            Expression::PropertyAccess(access) => self.access_as_callee(access),
            Expression::Optional(inner) => self.optional(inner),
            other => {
                self.look_at(other);
                let is_called =
                    |link: &OptionalOperation| matches!(link.kind(), OptionalOperationKind::Call { .. });
                if optional.chain().iter().any(is_called) {
                    self.share(other);
                }
            }
        }
    }

    fn links(&mut self, optional: &'a Optional, deletes_last: bool) {
        let outer = self.branch;
        for (index, link) in optional.chain().iter().enumerate() {
            if link.shorted() {
                self.program.branches.push(self.branch);
                self.branch = self.program.branches.len() - 1;
            }
            let deletes = deletes_last && index + 1 == optional.chain().len();
            let before = Subject::Chain(optional, index);
            let whole = |source: &Lines| extent::until(optional.target(), link.span(), source);
            match link.kind() {
                OptionalOperationKind::SimplePropertyAccess { field } => {
                    self.key(field);
                    let kind = if deletes { Kind::Delete } else { Kind::Read };
                    self.note(kind(before, field.into()), whole);
                }
                OptionalOperationKind::PrivatePropertyAccess { field } => {
                    self.note(Kind::Private(field.description(), false), whole);
                }
                OptionalOperationKind::Call { args } => {
                    self.arguments(args);
                    self.note(Kind::Call(before), whole);
                }
            }
        }
        self.branch = outer;
    }

    /// What `delete` is applied to.
    pub(super) fn delete(&mut self, target: &'a Expression, whole: &'a Expression) {
        match target.flatten() {
            Expression::PropertyAccess(access) => {
                self.owner_and_key(access);
                self.share_property(access);
                if let PropertyAccess::Simple(access) = access {
                    self.note(Kind::Delete(owner(access), access.field().into()), |source| {
                        extent::of_expression(whole, source)
                    });
                }
            }
            Expression::Optional(optional) => {
                self.optional_target(optional);
                self.links(optional, true);
            }
            Expression::Identifier(_) | Expression::This(_) => {}
            other => self.expression(other),
        }
    }
}

fn owner<'a>(access: &'a SimplePropertyAccess) -> Subject<'a> {
    Subject::Expression(access.target())
}
