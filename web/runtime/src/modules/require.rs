//! The global `require(name)`: a plugin's module or a document of the user, each made once per context.

use std::rc::Rc;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsArray;
use boa_engine::property::Attribute;
use boa_engine::{
    Context, JsArgs as _, JsNativeError, JsObject, JsResult, JsString, JsValue, Module, NativeFunction,
    js_string,
};
use proto::manifest::NAMESPACE;

use crate::errors::syntax_line;
use crate::inspect::inspect;
use crate::modules::esm::Kind;
use crate::modules::package::Conditions;
use crate::modules::registry::{NOTHING, Registry};
use crate::modules::{commonjs, docs, esm, plugin_module};
use crate::trace::Sources;

/// Defines `require` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    if let Some(sources) = Sources::of(context) {
        sources.set_find_module(|name, context| {
            let is_known = is_plugin(name);
            is_known.then(|| find(name, context).ok()).flatten()
        });
    }
    let require = function(None, context)?;
    let hidden = Attribute::WRITABLE | Attribute::CONFIGURABLE;
    context.register_global_property(js_string!("require"), require, hidden)
}

/// Whether a name is that of a plugin's module, or of one that this runtime has built in.
pub(crate) fn is_plugin(name: &str) -> bool {
    name.starts_with(NAMESPACE) || name == docs::MODULE
}

/// Makes the script that was started known as `require.main`.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn start(name: &str, context: &mut Context) -> JsResult<()> {
    let registry = Registry::of(context)?;
    let module = commonjs::create(name, &*registry.documents, context)?;
    *registry.main.borrow_mut() = Some((name.to_owned(), module.clone()));
    registry.commonjs.borrow_mut().insert(name.to_owned(), module);
    Ok(())
}

/// What the code of the script that was started is called with, as a list.
///
/// # Errors
/// When no script was started, or the engine cannot make the list.
pub(crate) fn main_arguments(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let main = Registry::of(context)?.main.borrow().clone();
    let Some((name, module)) = main else {
        return Err(JsNativeError::error()
            .with_message("no script was started")
            .into());
    };
    let require = function(Some(&name), context)?;
    let arguments = commonjs::arguments(&module, require, context)?;
    Ok(JsArray::from_iter(arguments, context).into())
}

/// What `argument` names for the document `referrer`.
///
/// # Errors
/// When there is no such module, or its code throws.
fn require(argument: &JsValue, referrer: Option<&str>, context: &mut Context) -> JsResult<JsValue> {
    let Some(name) = argument.as_string() else {
        let shown = inspect(argument, context);
        return Err(JsNativeError::typ()
            .with_message(format!(
                "require takes the name of a module as a string, such as 'plugin:examples:greeter', not {shown}"
            ))
            .into());
    };
    let name = name.to_std_string_escaped();
    if is_plugin(&name) {
        return find(&name, context).map(JsValue::from);
    }
    let registry = Registry::of(context)?;
    let name = registry.resolve(&name, referrer, Conditions::Require, context)?;
    document(&name, context)
}

/// The module of a plugin; always the same object in one context.
///
/// # Errors
/// When there is no module of that name.
pub(crate) fn find(name: &str, context: &mut Context) -> JsResult<JsObject> {
    let registry = Registry::of(context)?;
    if let Some(module) = registry.plugins.borrow().get(name) {
        return Ok(module.clone());
    }
    let module = if name == docs::MODULE {
        docs::create(context)?
    } else {
        let Some(manifest) = registry.catalog.find(name) else {
            return Err(JsNativeError::error()
                .with_message(registry.catalog.explain_missing(name))
                .into());
        };
        plugin_module::create(manifest, context)?
    };
    registry
        .plugins
        .borrow_mut()
        .insert(name.to_owned(), module.clone());
    Ok(module)
}

/// A document's exports. One that is required while its code runs gives what it has exported so far.
///
/// # Errors
/// When it cannot be read, or its code throws.
pub(crate) fn document(name: &str, context: &mut Context) -> JsResult<JsValue> {
    match load(name, context)? {
        Loaded::Module(module) => esm::exports(name, &module, context),
        Loaded::Exports(exports) => Ok(exports),
    }
}

/// A document that was read.
pub(crate) enum Loaded {
    /// An ECMAScript module, whose code did not run yet.
    Module(Module),
    /// What a CommonJS module or data exports.
    Exports(JsValue),
}

/// Reads a document, and runs it if it is a CommonJS module.
///
/// # Errors
/// When it cannot be read, or its code throws.
pub(crate) fn load(name: &str, context: &mut Context) -> JsResult<Loaded> {
    let registry = Registry::of(context)?;
    if let Some(module) = registry.commonjs.borrow().get(name).cloned() {
        return module.get(js_string!("exports"), context).map(Loaded::Exports);
    }
    if name == NOTHING {
        return Ok(Loaded::Exports(
            JsObject::with_object_proto(context.intrinsics()).into(),
        ));
    }
    if let Some(module) = registry.modules.borrow().get(name) {
        return Ok(Loaded::Module(module.clone()));
    }
    let source = commonjs::read(&*registry.documents, name)?;
    let exports = if commonjs::is_json(name) {
        fill(name, &registry, context, |module, context| {
            let data = commonjs::parse_json(name, &source, context)?;
            module.set(js_string!("exports"), data, true, context).map(drop)
        })
    } else {
        let kind = esm::kind(name, &source, &registry, context)
            .map_err(|error| JsNativeError::syntax().with_message(syntax_line(error, name, &source)))?;
        let wrapped = match kind {
            Kind::Module(source) => return esm::define(name, source, context).map(Loaded::Module),
            Kind::CommonJs(wrapped) => wrapped,
        };
        fill(name, &registry, context, |module, context| {
            let require = function(Some(name), context)?;
            commonjs::run(name, wrapped, module, require, context)
        })
    };
    exports.map(Loaded::Exports)
}

/// Makes a module, and has it filled with its exports.
fn fill(
    name: &str,
    registry: &Registry,
    context: &mut Context,
    fill: impl FnOnce(&JsObject, &mut Context) -> JsResult<()>,
) -> JsResult<JsValue> {
    let module = commonjs::create(name, &*registry.documents, context)?;
    registry
        .commonjs
        .borrow_mut()
        .insert(name.to_owned(), module.clone());
    match fill(&module, context) {
        Ok(()) => {
            module.set(js_string!("loaded"), true, false, context)?;
            module.get(js_string!("exports"), context)
        }
        Err(error) => {
            // It may be fixed and required again.
            registry.commonjs.borrow_mut().remove(name);
            Err(error)
        }
    }
}

/// The `require` of one document: paths are relative to it.
fn function(referrer: Option<&str>, context: &mut Context) -> JsResult<JsObject> {
    let referrer: Option<Rc<str>> = referrer.map(Rc::from);
    let build = |name: &str, call: Call, context: &Context| {
        let native = NativeFunction::from_copy_closure_with_captures(
            move |_, args, referrer: &Option<Rc<str>>, context| {
                call(args.get_or_undefined(0), referrer.as_deref(), context)
            },
            referrer.clone(),
        );
        FunctionObjectBuilder::new(context.realm(), native)
            .name(JsString::from(name))
            .length(1)
            .build()
    };
    let function = build("require", require, context);
    let resolve = build("resolve", resolve, context);
    function.create_data_property_or_throw(js_string!("resolve"), resolve, context)?;
    let main = Registry::of(context)?.main.borrow().clone();
    let main = main.map_or_else(JsValue::undefined, |(_, module)| module.into());
    function.create_data_property_or_throw(js_string!("main"), main, context)?;
    Ok(function.into())
}

type Call = fn(&JsValue, Option<&str>, &mut Context) -> JsResult<JsValue>;

/// `require.resolve(name)`: what `require` would load.
fn resolve(argument: &JsValue, referrer: Option<&str>, context: &mut Context) -> JsResult<JsValue> {
    let name = argument.to_string(context)?.to_std_string_escaped();
    if is_plugin(&name) {
        return Ok(JsString::from(name).into());
    }
    let registry = Registry::of(context)?;
    let name = registry.resolve(&name, referrer, Conditions::Require, context)?;
    Ok(JsString::from(name).into())
}

/// The modules of plugins that were made so far, with their names.
pub(crate) fn made(context: &Context) -> Vec<(String, JsObject)> {
    let Ok(registry) = Registry::of(context) else {
        return Vec::new();
    };
    let made = registry.plugins.borrow();
    made.iter()
        .map(|(name, module)| (name.clone(), module.clone()))
        .collect()
}
