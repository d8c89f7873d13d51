//! [`Names`]: the words of a source, and which variable each means where. Scopes are searched from end to end, so what was
//! found is kept for all errors in the source.

use std::cell::RefCell;
use std::collections::HashMap;

use boa_ast::scope::{BindingLocatorError, IdentifierReference, Scope};
use boa_interner::{Interner, Sym};

/// A variable. A global name that the source does not declare is one too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Variable {
    id: usize,
    /// The scope that declares it.
    pub(super) scope: u32,
    /// It is a property of the global object, if it is there at all.
    pub(super) is_global: bool,
    /// The engine knows it by its place in the function.
    pub(super) is_local: bool,
    /// It is none that a `var` or a function makes.
    pub(super) is_lexical: bool,
    pub(super) assignment: Assignment,
}

/// What an assignment to a variable does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Assignment {
    /// It gives the variable another value.
    Allowed,
    /// It is an error.
    Refused,
    /// Nothing.
    Ignored,
}

/// The names of a source.
#[derive(Debug, Default)]
pub(super) struct Names {
    interner: Interner,
    /// By the scope where a name is used.
    found: RefCell<HashMap<(u32, Sym), Variable>>,
    ids: RefCell<HashMap<IdentifierReference, usize>>,
}

impl Names {
    pub(super) fn new(interner: Interner) -> Self {
        Self {
            interner,
            ..Self::default()
        }
    }

    /// A name or string of the source.
    pub(super) fn text(&self, symbol: Sym) -> String {
        self.interner.resolve_expect(symbol).to_string()
    }

    /// What a name means in a scope.
    pub(super) fn variable(&self, symbol: Sym, scope: &Scope) -> Variable {
        *self
            .found
            .borrow_mut()
            .entry((scope.unique_id(), symbol))
            .or_insert_with(|| self.find(symbol, scope))
    }

    fn find(&self, symbol: Sym, scope: &Scope) -> Variable {
        let name = || self.interner.resolve_expect(symbol).into_common(false);
        let reference = scope.get_identifier_reference(name());
        let mut ids = self.ids.borrow_mut();
        let next = ids.len();
        Variable {
            id: *ids.entry(reference.clone()).or_insert(next),
            scope: reference.locator().unique_scope_id(),
            is_global: reference.is_global_object(),
            is_local: reference.local(),
            is_lexical: reference.is_lexical(),
            assignment: match scope.set_mutable_binding(name()) {
                Ok(_) => Assignment::Allowed,
                Err(BindingLocatorError::MutateImmutable) => Assignment::Refused,
                Err(BindingLocatorError::Silent) => Assignment::Ignored,
            },
        }
    }
}
