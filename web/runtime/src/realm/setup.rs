//! Gives a context everything that scripts find beside the language itself.

use std::rc::Rc;

use boa_engine::{Context, JsResult};

use crate::globals::{arguments, console, display, help, intl, process, web};
use crate::modules::registry::Registry;
use crate::modules::{docs, plugin_error, plugin_module, require};
use crate::realm::Surroundings;
use crate::trace::error_stack;
use crate::{bounds, corrections, inspect};

/// Defines the host objects.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(surroundings: &Surroundings, context: &mut Context) -> JsResult<()> {
    inspect::register(context);
    error_stack::register(context)?;
    corrections::register(context)?;
    intl::register(surroundings.intl.clone(), context)?;
    bounds::guard_methods(context)?;
    bounds::count_generators(context)?;
    console::register(Rc::clone(&surroundings.console), context)?;
    web::register(context)?;
    display::register(context)?;
    docs::register(Rc::clone(&surroundings.catalog), context);
    help::register(context)?;
    Registry::register(
        Rc::clone(&surroundings.catalog),
        Rc::clone(&surroundings.documents),
        context,
    );
    require::register(context)?;
    arguments::register(surroundings.args.as_deref(), context)?;
    process::register(surroundings.args.as_deref(), context)?;
    let error_class = plugin_error::register(context)?;
    plugin_module::register(Rc::clone(&surroundings.transport), error_class, context);
    Ok(())
}
