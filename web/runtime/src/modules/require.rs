//! The global `require(name)`: a plugin's module or a document of the user, each made once per context.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::{
    Context, JsArgs as _, JsError, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string,
};
use proto::manifest::NAMESPACE;

use crate::inspect::inspect;
use crate::modules::catalog::Catalog;
use crate::modules::commonjs;
use crate::modules::documents::Documents;
use crate::modules::{docs, plugin_module};

/// Defines `require` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(
    catalog: Rc<Catalog>,
    documents: Rc<dyn Documents>,
    context: &mut Context,
) -> JsResult<()> {
    context.insert_data(Rc::new(Modules {
        catalog,
        documents,
        made: RefCell::default(),
        loaded: RefCell::default(),
    }));
    let native =
        NativeFunction::from_fn_ptr(|_, args, context| require(args.get_or_undefined(0), None, context));
    context.register_global_builtin_callable(js_string!("require"), 1, native)
}

/// Handles outside the engine's heap count as roots, so these live as long as the context.
struct Modules {
    catalog: Rc<Catalog>,
    documents: Rc<dyn Documents>,
    /// Plugins' modules by name.
    made: RefCell<HashMap<String, JsObject>>,
    /// What documents know as `module`, by name.
    loaded: RefCell<HashMap<String, JsObject>>,
}

/// What `argument` names for the document `referrer`.
///
/// # Errors
/// When there is no such module, or its code throws.
pub(crate) fn require(
    argument: &JsValue,
    referrer: Option<&str>,
    context: &mut Context,
) -> JsResult<JsValue> {
    let Some(name) = argument.as_string() else {
        let shown = inspect(argument, context);
        return Err(JsNativeError::typ()
            .with_message(format!(
                "require takes the name of a module as a string, such as 'plugin:examples:greeter', not {shown}"
            ))
            .into());
    };
    let name = name.to_std_string_escaped();
    if is_path(&name) {
        document(&name, referrer, context)
    } else {
        find(&name, context).map(JsValue::from)
    }
}

/// The module of a plugin; always the same object in one context.
///
/// # Errors
/// When there is no module of that name.
pub(crate) fn find(name: &str, context: &mut Context) -> JsResult<JsObject> {
    let modules = modules(context)?;
    if let Some(module) = modules.made.borrow().get(name) {
        return Ok(module.clone());
    }
    if name == docs::MODULE {
        let module = docs::create(context)?;
        modules.made.borrow_mut().insert(name.to_owned(), module.clone());
        return Ok(module);
    }
    let Some(manifest) = modules.catalog.find(name) else {
        return Err(JsNativeError::error()
            .with_message(modules.catalog.explain_missing(name))
            .into());
    };
    let module = plugin_module::create(manifest, context)?;
    modules.made.borrow_mut().insert(name.to_owned(), module.clone());
    Ok(module)
}

/// A document's exports. One that is required while its code runs gives what it has exported so far.
fn document(specifier: &str, referrer: Option<&str>, context: &mut Context) -> JsResult<JsValue> {
    let modules = modules(context)?;
    let resolved = modules.documents.resolve(specifier, referrer);
    let name = resolved.map_err(|message| JsNativeError::typ().with_message(message))?;
    if let Some(module) = modules.loaded.borrow().get(&name).cloned() {
        return module.get(js_string!("exports"), context);
    }
    let source = commonjs::read(&*modules.documents, &name)?;
    let module = commonjs::create(&name, context)?;
    modules.loaded.borrow_mut().insert(name.clone(), module.clone());
    let filled = if commonjs::is_json(&name) {
        commonjs::parse_json(&name, &source, context)
            .and_then(|data| module.set(js_string!("exports"), data, true, context).map(drop))
    } else {
        commonjs::run(&name, &source, &module, context)
    };
    match filled {
        Ok(()) => module.get(js_string!("exports"), context),
        Err(error) => {
            // It may be mended and required again.
            modules.loaded.borrow_mut().remove(&name);
            Err(error)
        }
    }
}

fn modules(context: &Context) -> JsResult<Rc<Modules>> {
    let modules = context.get_data::<Rc<Modules>>().cloned();
    modules.ok_or_else(|| -> JsError {
        JsNativeError::error()
            .with_message("require is not set up")
            .into()
    })
}

/// Whether a name leads to a document, as in Node: a plugin's module has a name of another kind.
fn is_path(name: &str) -> bool {
    !name.starts_with(NAMESPACE) && ["./", "../", "/"].iter().any(|start| name.starts_with(start))
}

/// The modules that were made so far, with their names.
pub(crate) fn made(context: &Context) -> Vec<(String, JsObject)> {
    let Some(modules) = context.get_data::<Rc<Modules>>() else {
        return Vec::new();
    };
    let made = modules.made.borrow();
    made.iter()
        .map(|(name, module)| (name.clone(), module.clone()))
        .collect()
}
