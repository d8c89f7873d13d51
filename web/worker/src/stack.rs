//! How much is left of the browser's stack, which has no address: the engine of the browser is asked, by making it recurse
//! through proxies behind each other.

use js_sys::{Object, Proxy, Reflect};
use wasm_bindgen::JsValue;

/// Proxies that are added at once while the whole stack is measured.
const STRIDE: u32 = 128;
/// More than any browser's stack holds.
const MOST: u32 = 200_000;

thread_local! {
    /// As many proxies behind each other as fit into each percent of the stack, from none on.
    static PROXIES: Vec<JsValue> = proxies(held_by_whole_stack());
}

/// Measures the stack, while little of it is in use, and has the runtime ask how much is left.
pub(crate) fn watch() {
    PROXIES.with(|_| ());
    web_runtime::ask_for_room(has_room);
}

/// Whether so many percent of the stack are left.
fn has_room(percent: u32) -> bool {
    PROXIES.with(|proxies| proxies.get(percent as usize).is_some_and(fits))
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

fn proxies(held: u32) -> Vec<JsValue> {
    let mut all = JsValue::from(Object::new());
    let mut per_percent = vec![all.clone()];
    let mut count = 0;
    for percent in 1..=100 {
        let more = held * percent / 100 - count;
        all = behind(all, more);
        count += more;
        per_percent.push(all.clone());
    }
    per_percent
}

fn behind(target: JsValue, count: u32) -> JsValue {
    let handler = Object::new();
    (0..count).fold(target, |target, _| Proxy::new(&target, &handler).into())
}

/// Whether the browser gets through; it throws where its stack would end.
fn fits(proxies: &JsValue) -> bool {
    Reflect::get(proxies, &JsValue::NULL).is_ok()
}
