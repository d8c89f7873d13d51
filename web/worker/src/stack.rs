//! How much is left of the browser's stack, which has no address: the engine of the browser is asked, by making it recurse
//! through proxies behind each other.

use js_sys::{Object, Proxy, Reflect};
use wasm_bindgen::JsValue;

/// The part of the stack, in percent, that must be left for whatever walks the tree of a source.
const SHARE: u32 = 38;
/// Proxies that are added at once while the whole stack is measured.
const STRIDE: u32 = 128;
/// More than any browser's stack holds.
const MOST: u32 = 200_000;

thread_local! {
    /// As many proxies behind each other as fit into [`SHARE`].
    static PROXIES: JsValue = proxies(held_by_whole_stack() * SHARE / 100);
}

/// Measures the stack, while little of it is in use, and has the runtime ask how much is left.
pub(crate) fn watch() {
    PROXIES.with(|_| ());
    web_runtime::ask_for_room(has_room);
}

/// Whether [`SHARE`] is left.
fn has_room() -> bool {
    PROXIES.with(fits)
}

/// How many proxies the browser can look through.
fn held_by_whole_stack() -> u32 {
    let mut count = 0;
    let mut all = JsValue::from(Object::new());
    while count < MOST {
        all = behind(all, STRIDE);
        if !fits(&all) {
            break;
        }
        count += STRIDE;
    }
    count
}

fn proxies(count: u32) -> JsValue {
    behind(Object::new().into(), count)
}

fn behind(target: JsValue, count: u32) -> JsValue {
    let handler = Object::new();
    (0..count).fold(target, |target, _| Proxy::new(&target, &handler).into())
}

/// Whether the browser gets through; it throws where its stack would end.
fn fits(proxies: &JsValue) -> bool {
    Reflect::get(proxies, &JsValue::NULL).is_ok()
}
