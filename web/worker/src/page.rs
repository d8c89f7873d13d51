//! The page, as the worker sees it: posting messages, the clock, and how a panic gets there.

use std::panic;

use js_sys::global;
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast as _, throw_str};
use web_messages::FromWorker;
use web_sys::DedicatedWorkerGlobalScope;

/// Posts a message. A page that is gone hears nothing, and nobody is left to be told.
pub(crate) fn post(message: &FromWorker) {
    let message = message
        .serialize(&Serializer::new())
        .expect("messages hold nothing that cannot be serialized");
    let _ = scope().post_message(&message);
}

/// Milliseconds since the worker started.
pub(crate) fn now() -> f64 {
    scope().performance().map_or(0.0, |performance| performance.now())
}

pub(crate) fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

/// Turns a panic into an exception that nobody catches, so that the page's `error` event says what happened. The
/// page must replace the worker then: its memory is in no defined state.
pub(crate) fn report_panics() {
    panic::set_hook(Box::new(|info| throw_str(&info.to_string())));
}
