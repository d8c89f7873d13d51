//! What scripts can look up: the built-in module `docs` and the global `help`. Both answer from the manifests of the
//! session's plugins, from what this runtime says of its own functions, and from its limits.

mod builtin;
mod entry;
mod help;
mod manifest;
mod module;
mod search;

use std::cell::OnceCell;
use std::rc::Rc;

use boa_engine::{Context, JsResult, JsValue, js_string};

use crate::catalog::Catalog;
use crate::realm::stoppable;
use entry::Entry;

/// The name that `require` takes.
pub(crate) const MODULE: &str = "docs";

/// Everything that can be looked up. It is put together when somebody asks for it, which few scripts do.
struct Docs {
    catalog: Rc<Catalog>,
    entries: OnceCell<Vec<Entry>>,
}

/// Defines `help` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(catalog: Rc<Catalog>, context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Docs {
        catalog,
        entries: OnceCell::new(),
    }));
    context.register_global_builtin_callable(js_string!("help"), 0, stoppable(help::help))
}

pub(crate) use module::create;

/// How a function is called and what it does, if that is written anywhere.
pub(crate) fn described(function: &JsValue, context: &mut Context) -> Option<(String, String)> {
    let docs = Docs::of(context)?;
    let entry = docs.of_value(function, context)?;
    Some((entry.parameters.clone()?, entry.summary.clone()))
}

impl Docs {
    fn of(context: &Context) -> Option<Rc<Self>> {
        context.get_data::<Rc<Self>>().cloned()
    }

    /// In the order in which they are listed.
    fn entries(&self) -> &[Entry] {
        self.entries.get_or_init(|| {
            manifest::entries(&self.catalog)
                .chain(builtin::entries())
                .collect()
        })
    }

    fn find(&self, source: &str, kind: &str, id: &str) -> Option<&Entry> {
        self.entries()
            .iter()
            .find(|entry| entry.source == source && entry.kind.as_str() == kind && entry.id == id)
    }
}
