//! What browsers offer beside the language itself: timers, URLs, texts as bytes, copies, random numbers, aborting.
//! Names, error classes and edge cases are the web platform's, so that code from elsewhere runs unchanged.
//! `docs/decisions/0011-host-api.md` says why little of it is boa_runtime's.

mod abort;
mod argument;
mod base64;
mod blob;
mod class;
mod crypto;
mod dom_exception;
mod encoding;
mod event;
mod event_target;
mod location;
mod message_channel;
mod message_event;
mod performance;
mod port;
mod search_params;
mod structured_clone;
mod timers;
mod url;

use boa_engine::{Context, JsResult, js_string};

/// Defines everything in the context's global scope.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    // Libraries look for the global object under this name first.
    let global = context.global_object();
    class::hidden(&global, js_string!("self"), global.clone(), context)?;
    // A class comes after the one that it extends.
    dom_exception::register(context)?;
    event::register(context)?;
    event_target::register(context)?;
    message_event::register(context)?;
    message_channel::register(context)?;
    abort::register(context)?;
    timers::register(context)?;
    search_params::register(context)?;
    url::register(context)?;
    encoding::register(context)?;
    base64::register(context)?;
    blob::register(context)?;
    structured_clone::register(context)?;
    crypto::register(context)?;
    performance::register(context)
}
