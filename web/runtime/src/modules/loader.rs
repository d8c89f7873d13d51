//! What `import` finds: the modules of plugins, and the user's other documents as ECMAScript modules.

use std::cell::RefCell;
use std::collections::HashMap;
use std::convert::identity;
use std::path::Path;
use std::rc::Rc;

use boa_engine::ast::scope::Scope;
use boa_engine::interner::Interner;
use boa_engine::module::{ModuleLoader, ModuleRequest, Referrer, SyntheticModuleInitializer};
use boa_engine::parser::{self, Parser};
use boa_engine::{Context, JsNativeError, JsResult, JsString, JsValue, Module, Source, js_string};
use proto::manifest::NAMESPACE;

use crate::checks;
use crate::commonjs::{self, is_json, read};
use crate::depth;
use crate::documents::Documents;
use crate::frames::Sources;
use crate::lines::Lines;
use crate::require;
use crate::rewritten::Rewritten;
use crate::script_error::ScriptError;

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
        depth::check(&source)
            .map_err(|fault| JsNativeError::syntax().with_message(format!("{name}: {}", fault.message)))?;
        // The engine's error of a whole document has no place, so the parser is asked first.
        let mut interner = Interner::default();
        let tree = parse_module(&source, &mut interner).map_err(|error| {
            let error = ScriptError::from_parser(&error, &source, name);
            let place = error
                .place
                .map_or_else(|| name.to_owned(), |place| place.to_string());
            JsNativeError::syntax().with_message(format!("{place}: {}", error.message))
        })?;
        let edits = checks::edits(&tree, &Lines::of(&source), &interner, identity);
        let checked = Rewritten::new(&source, edits);
        let input = Source::from_bytes(checked.text()).with_path(Path::new(name));
        let module = Module::parse(input, None, context)?;
        if let Some(sources) = Sources::of(context) {
            sources.add(name.to_owned(), checked);
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

fn parse_module(source: &str, interner: &mut Interner) -> Result<boa_engine::ast::Module, parser::Error> {
    Parser::new(Source::from_bytes(source)).parse_module(&Scope::new_global(), interner)
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
