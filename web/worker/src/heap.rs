//! The worker's allocator, and how the end of the memory gets to the page.

use wasm_bindgen::throw_str;
use web_runtime::Heap;

/// Counts what the engine takes.
#[global_allocator]
pub(crate) static HEAP: Heap = Heap::new(when_full);

/// Ends the worker with an exception that nobody catches, so that the page's `error` event says what happened.
fn when_full() {
    throw_str("out of memory");
}
