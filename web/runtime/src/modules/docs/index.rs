//! [`Docs`]: all entries of a context.

use std::cell::OnceCell;
use std::rc::Rc;

use boa_engine::Context;

use super::entry::Entry;
use super::{builtin, manifest};
use crate::modules::catalog::Catalog;

/// The name that `require` takes.
pub(crate) const MODULE: &str = "docs";

/// Everything that can be looked up. It is put together when somebody asks for it, which few scripts do.
pub(crate) struct Docs {
    catalog: Rc<Catalog>,
    entries: OnceCell<Vec<Entry>>,
}

/// Makes the documentation known to a context.
pub(crate) fn register(catalog: Rc<Catalog>, context: &mut Context) {
    context.insert_data(Rc::new(Docs {
        catalog,
        entries: OnceCell::new(),
    }));
}

impl Docs {
    pub(crate) fn of(context: &Context) -> Option<Rc<Self>> {
        context.get_data::<Rc<Self>>().cloned()
    }

    /// In the order in which they are listed.
    pub(crate) fn entries(&self) -> &[Entry] {
        self.entries.get_or_init(|| {
            manifest::entries(&self.catalog)
                .chain(builtin::entries())
                .collect()
        })
    }

    pub(crate) fn find(&self, source: &str, kind: &str, id: &str) -> Option<&Entry> {
        self.entries()
            .iter()
            .find(|entry| entry.source == source && entry.kind.as_str() == kind && entry.id == id)
    }
}
