//! What `import` finds: the modules of plugins, and the user's other documents as ECMAScript modules.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use boa_engine::module::{ModuleLoader, ModuleRequest, Referrer, SyntheticModuleInitializer};
use boa_engine::{Context, JsNativeError, JsResult, JsString, JsValue, Module, Source, js_string};
use proto::manifest::NAMESPACE;
use web_source::{Rewritten, check_module};

use crate::errors::syntax_line;
use crate::modules::commonjs::{self, is_json, read};
use crate::modules::documents::Documents;
use crate::modules::require;
use crate::trace::Sources;

/// The loader of one realm.
pub(crate) struct Loader {
    documents: Rc<dyn Documents>,
    /// By name. An importer must get the same module every time.
    loaded: RefCell<HashMap<String, Module>>,
}

impl Loader {
    pub(crate) fn new(documents: Rc<dyn Documents>) -> Self {
        Self {
            documents,
            loaded: RefCell::default(),
        }
    }

    fn load(&self, referrer: Option<&str>, specifier: &str, context: &mut Context) -> JsResult<Module> {
        let name = if specifier.starts_with(NAMESPACE) {
            specifier.to_owned()
        } else {
            let resolved = self.documents.resolve(specifier, referrer);
            resolved.map_err(|message| JsNativeError::typ().with_message(message))?
        };
        if let Some(module) = self.loaded.borrow().get(&name) {
            return Ok(module.clone());
        }
        let module = if name.starts_with(NAMESPACE) {
            plugin(&name, context)?
        } else {
            self.document(&name, context)?
        };
        self.loaded.borrow_mut().insert(name, module.clone());
        Ok(module)
    }

    fn document(&self, name: &str, context: &mut Context) -> JsResult<Module> {
        let source = read(&*self.documents, name)?;
        if is_json(name) {
            let data = commonjs::parse_json(name, &source, context)?;
            return Ok(synthetic(vec![(js_string!("default"), data)], context));
        }
        // The engine's error of a whole document has no place, so the parser is asked first.
        check_module(&source)
            .map_err(|error| JsNativeError::syntax().with_message(syntax_line(error, name, &source)))?;
        let input = Source::from_bytes(&source).with_path(Path::new(name));
        let module = Module::parse(input, None, context)?;
        if let Some(sources) = Sources::of(context) {
            sources.add(name.to_owned(), Rewritten::unchanged(&source));
        }
        Ok(module)
    }
}

impl ModuleLoader for Loader {
    async fn load_imported_module(
        self: Rc<Self>,
        referrer: Referrer,
        request: ModuleRequest,
        context: &RefCell<&mut Context>,
    ) -> JsResult<Module> {
        let referrer = referrer.path().and_then(Path::to_str).map(str::to_owned);
        let specifier = request.specifier().to_std_string_escaped();
        self.load(referrer.as_deref(), &specifier, &mut context.borrow_mut())
    }
}

/// A plugin's module with its exports by name, and whole as the default.
fn plugin(name: &str, context: &mut Context) -> JsResult<Module> {
    let module = require::find(name, context)?;
    let mut exports = vec![(js_string!("default"), module.clone().into())];
    for key in module.own_property_keys(context)? {
        let value = module.get(key.clone(), context)?;
        let name = JsString::from(key.to_string());
        if name != js_string!("default") {
            exports.push((name, value));
        }
    }
    Ok(synthetic(exports, context))
}

/// A module of values that are there already.
fn synthetic(exports: Vec<(JsString, JsValue)>, context: &mut Context) -> Module {
    let names: Vec<JsString> = exports.iter().map(|(name, _)| name.clone()).collect();
    let initializer = SyntheticModuleInitializer::from_copy_closure_with_captures(
        |module, exports: &Vec<(JsString, JsValue)>, _| {
            exports
                .iter()
                .try_for_each(|(name, value)| module.set_export(name, value.clone()))
        },
        exports,
    );
    Module::synthetic(&names, initializer, None, None, context)
}
