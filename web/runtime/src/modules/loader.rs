//! What `import` finds: the modules of plugins, and the user's other documents.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use boa_engine::module::{ModuleLoader, ModuleRequest, Referrer, SyntheticModuleInitializer};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsResult, JsString, JsValue, Module, js_string};

use crate::modules::package::Conditions;
use crate::modules::registry::Registry;
use crate::modules::require::Loaded;
use crate::modules::{commonjs, require};
use crate::values::property::enumerable_keys;

/// The loader of one realm.
pub(crate) struct Loader;

impl ModuleLoader for Loader {
    async fn load_imported_module(
        self: Rc<Self>,
        referrer: Referrer,
        request: ModuleRequest,
        context: &RefCell<&mut Context>,
    ) -> JsResult<Module> {
        let referrer = referrer.path().and_then(Path::to_str).map(str::to_owned);
        let specifier = request.specifier().to_std_string_escaped();
        load(&specifier, referrer.as_deref(), &mut context.borrow_mut())
    }
}

fn load(specifier: &str, referrer: Option<&str>, context: &mut Context) -> JsResult<Module> {
    let registry = Registry::of(context)?;
    let name = if require::is_plugin(specifier) {
        specifier.to_owned()
    } else {
        registry.resolve(specifier, referrer, Conditions::Import, context)?
    };
    if let Some(module) = registry.modules.borrow().get(&name) {
        return Ok(module.clone());
    }
    let module = if require::is_plugin(&name) {
        let plugin = require::find(&name, context)?;
        synthetic(&plugin.into(), context)?
    } else {
        document(&name, context)?
    };
    registry.modules.borrow_mut().insert(name, module.clone());
    Ok(module)
}

fn document(name: &str, context: &mut Context) -> JsResult<Module> {
    match require::load(name, context)? {
        Loaded::Module(module) => Ok(module),
        Loaded::Exports(data) if commonjs::is_json(name) => {
            Ok(with_exports(vec![(js_string!("default"), data)], context))
        }
        Loaded::Exports(exports) => synthetic(&exports, context),
    }
}

/// A module whose default export is a value, with the value's own properties by their names.
fn synthetic(value: &JsValue, context: &mut Context) -> JsResult<Module> {
    let mut exports = vec![(js_string!("default"), value.clone())];
    if let Some(object) = value.as_object() {
        for key in enumerable_keys(&object, context) {
            if let PropertyKey::String(name) = &key
                && *name != js_string!("default")
            {
                exports.push((name.clone(), object.get(key, context)?));
            }
        }
    }
    Ok(with_exports(exports, context))
}

/// A module of values that are there already.
fn with_exports(exports: Vec<(JsString, JsValue)>, context: &mut Context) -> Module {
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
