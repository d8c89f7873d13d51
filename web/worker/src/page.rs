//! The page, as the worker sees it: posting messages, the clock, and how a panic gets there.

use std::panic;

use js_sys::{Function, global};
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast as _, JsValue, throw_str};
use web_messages::FromWorker;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel};

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

/// Calls `then` after so many milliseconds.
pub(crate) fn after(milliseconds: u128, then: &Function) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let started = scope().set_timeout_with_callback_and_timeout_and_arguments_0(then, milliseconds);
    if started.is_err() {
        call(then);
    }
}

/// Calls `then` when the messages that wait now were read. Unlike a timer, this is not held back.
pub(crate) fn after_messages(then: &Function) {
    let Ok(channel) = MessageChannel::new() else {
        return call(then);
    };
    channel.port1().set_onmessage(Some(then));
    if channel.port2().post_message(&JsValue::NULL).is_err() {
        call(then);
    }
}

fn call(then: &Function) {
    // It resolves a promise, which cannot fail.
    let _ = then.call0(&JsValue::UNDEFINED);
}

pub(crate) fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

/// Turns a panic into an exception that nobody catches, so that the page's `error` event says that there was one. The
/// page must replace the worker then: its memory is in no defined state. What a panic says is of use in the browser's
/// console alone: it names files of whoever built the page.
pub(crate) fn report_panics() {
    panic::set_hook(Box::new(|panic| {
        web_sys::console::debug_1(&panic.to_string().into());
        // The engine and Rust's collections panic where a size does not fit into 32 bits.
        let is_memory = panic.payload_as_str().is_some_and(|words| {
            words.contains("overflow during string allocation") || words == "capacity overflow"
        });
        throw_str(if is_memory { "out of memory" } else { "panic" });
    }));
}
