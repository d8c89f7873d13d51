//! The global `require(name)`: a plugin module, made once per context.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::{
    Context, JsArgs as _, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string,
};

use crate::catalog::Catalog;
use crate::inspect::inspect;
use crate::plugin_module;

/// Defines `require` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(catalog: Rc<Catalog>, context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Modules {
        catalog,
        made: RefCell::default(),
    }));
    context.register_global_builtin_callable(js_string!("require"), 1, NativeFunction::from_fn_ptr(require))
}

struct Modules {
    catalog: Rc<Catalog>,
    /// By name. Handles outside the engine's heap count as roots, so these live as long as the context.
    made: RefCell<HashMap<String, JsObject>>,
}

fn require(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let argument = args.get_or_undefined(0);
    let Some(name) = argument.as_string() else {
        let shown = inspect(argument, context);
        return Err(JsNativeError::typ()
            .with_message(format!(
                "require takes the name of a module as a string, such as 'plugin:examples:greeter', not {shown}"
            ))
            .into());
    };
    find(&name.to_std_string_escaped(), context).map(JsValue::from)
}

/// The module of a plugin; always the same object in one context.
///
/// # Errors
/// When there is no module of that name.
pub(crate) fn find(name: &str, context: &mut Context) -> JsResult<JsObject> {
    let Some(modules) = context.get_data::<Rc<Modules>>().cloned() else {
        return Err(JsNativeError::error()
            .with_message("require is not set up")
            .into());
    };
    if let Some(module) = modules.made.borrow().get(name) {
        return Ok(module.clone());
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
