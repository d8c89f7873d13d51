//! [`Registry`]: the modules that one realm has made so far, and where more come from.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::{Context, JsError, JsNativeError, JsObject, JsResult, Module};
use proto::value::Value;

use crate::modules::catalog::Catalog;
use crate::modules::commonjs;
use crate::modules::documents::Documents;
use crate::modules::package::{self, Conditions};
use crate::modules::{node_builtins, resolve};
use crate::values::arguments_from_js;

/// The name of what a package leaves out: an empty module.
pub(crate) const NOTHING: &str = "<nothing>";

/// Handles outside the engine's heap count as roots, so these live as long as the context.
pub(crate) struct Registry {
    pub(crate) catalog: Rc<Catalog>,
    pub(crate) documents: Rc<dyn Documents>,
    /// Plugins' modules by name.
    pub(crate) plugins: RefCell<HashMap<String, JsObject>>,
    /// What CommonJS and JSON documents know as `module`, by name.
    pub(crate) commonjs: RefCell<HashMap<String, JsObject>>,
    /// ECMAScript modules by name. An importer must get the same one every time.
    pub(crate) modules: RefCell<HashMap<String, Module>>,
    /// The cell that ran last: relative names in it are relative to it.
    pub(crate) cell: RefCell<Option<String>>,
    /// The script that was started, and its `module`.
    pub(crate) main: RefCell<Option<(String, JsObject)>>,
}

impl Registry {
    /// Makes an empty one known to a context.
    pub(crate) fn register(catalog: Rc<Catalog>, documents: Rc<dyn Documents>, context: &mut Context) {
        context.insert_data(Rc::new(Self {
            catalog,
            documents,
            plugins: RefCell::default(),
            commonjs: RefCell::default(),
            modules: RefCell::default(),
            cell: RefCell::default(),
            main: RefCell::default(),
        }));
    }

    /// That of a context.
    ///
    /// # Errors
    /// When the context has none.
    pub(crate) fn of(context: &Context) -> JsResult<Rc<Self>> {
        let registry = context.get_data::<Rc<Self>>().cloned();
        registry.ok_or_else(|| -> JsError {
            JsNativeError::error()
                .with_message("modules are not set up")
                .into()
        })
    }

    /// The name of the document that a specifier means to the document `referrer`.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn resolve(
        &self,
        specifier: &str,
        referrer: Option<&str>,
        conditions: Conditions,
        context: &mut Context,
    ) -> JsResult<String> {
        let cell = self.cell.borrow().clone();
        let referrer = referrer.or(cell.as_deref().filter(|cell| cell.contains('/')));
        if referrer.is_some_and(|referrer| self.is_left_out(specifier, referrer, context)) {
            return Ok(NOTHING.to_owned());
        }
        if let Some(why) = node_builtins::explain(specifier) {
            return Err(JsNativeError::error().with_message(why).into());
        }
        let documents = &*self.documents;
        resolve::resolve(specifier, referrer, conditions, documents, &mut |name| {
            self.package(name, context)
        })
        .map_err(|message| JsNativeError::error().with_message(message).into())
    }

    /// Whether the package of a document says that browsers do without what it asks for.
    fn is_left_out(&self, specifier: &str, referrer: &str, context: &mut Context) -> bool {
        let documents = &*self.documents;
        let found = resolve::package_of(referrer, documents, &mut |name| self.package(name, context));
        let Some((folder, package)) = found else {
            return false;
        };
        let name = if resolve::is_path(specifier) {
            let path = resolve::join(resolve::folder_of(referrer), specifier);
            let path = path.as_deref().and_then(|path| path.strip_prefix(&folder));
            let Some(path) = path else { return false };
            format!("./{}", path.trim_start_matches('/'))
        } else {
            specifier.to_owned()
        };
        ["", ".js"]
            .iter()
            .any(|extension| package::is_left_out(&package, &format!("{name}{extension}")))
    }

    /// Whether a document says by its name, or its package says, that it is an ECMAScript module.
    pub(crate) fn is_declared_module(&self, name: &str, context: &mut Context) -> Option<bool> {
        match name.rsplit_once('.') {
            Some((_, "mjs")) => Some(true),
            Some((_, "cjs")) => Some(false),
            _ => resolve::package_of(name, &*self.documents, &mut |name| self.package(name, context))
                .and_then(|(_, package)| package::is_module(&package)),
        }
    }

    /// The data of a `package.json`. One that cannot be read says nothing, as one that is not there.
    fn package(&self, name: &str, context: &mut Context) -> Option<Value> {
        if !self.documents.contains(name) {
            return None;
        }
        let text = self.documents.read(name).ok()?;
        let data = commonjs::parse_json(name, &text, context).ok()?;
        arguments_from_js("JSON.parse", &[data], context).ok()?.pop()
    }
}
