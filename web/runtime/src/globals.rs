//! What scripts find beside the language itself: one line for each host object.

use std::rc::Rc;

use boa_engine::{Context, JsResult};

use crate::realm::Surroundings;
use crate::{
    arguments, checks, console, display, docs, error_stack, guards, host_api, inspect, plugin_error,
    plugin_module, require,
};

/// Defines the host objects.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(surroundings: &Surroundings, context: &mut Context) -> JsResult<()> {
    inspect::register(context);
    error_stack::register(context)?;
    guards::register(context)?;
    checks::register(context)?;
    console::register(Rc::clone(&surroundings.console), context)?;
    host_api::register(context)?;
    display::register(context)?;
    docs::register(Rc::clone(&surroundings.catalog), context)?;
    require::register(
        Rc::clone(&surroundings.catalog),
        Rc::clone(&surroundings.documents),
        context,
    )?;
    arguments::register(surroundings.args.as_deref(), context)?;
    let error_class = plugin_error::register(context)?;
    plugin_module::register(Rc::clone(&surroundings.transport), error_class, context);
    Ok(())
}
