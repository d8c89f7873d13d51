//! What the JavaScript engine needs of this program: a thread with a large stack, an allocator that counts, and an orderly
//! end when a script takes more than there is.

mod end;
mod stack_overflow;
mod successor;

use std::panic;
use std::thread;

use anyhow::{Context as _, Result};
use web_runtime::{Heap, THREAD_STACK};

use end::EngineEnd;
pub(crate) use successor::Successor;

/// The name of the thread that runs JavaScript.
const THREAD: &str = "pontoon-engine";

/// The allocator of the whole program. Only a realm bounds it.
#[global_allocator]
pub(crate) static HEAP: Heap = Heap::new(when_full);

/// Does work in which JavaScript runs. The stack takes memory only as far as it is used.
pub(crate) fn on_its_thread<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    silence_panics();
    thread::scope(|scope| {
        let engine = thread::Builder::new()
            .name(THREAD.to_owned())
            .stack_size(THREAD_STACK)
            .spawn_scoped(scope, || {
                stack_overflow::watch(THREAD_STACK, || EngineEnd::Stack.end_program())
                    .context("watch the stack of JavaScript")?;
                work()
            })
            .context("start the thread for JavaScript")?;
        engine.join().unwrap_or_else(|_| EngineEnd::Panic.end_program())
    })
}

/// A panic of the engine is reported as what it is to the user: without a backtrace or a path of the build.
fn silence_panics() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().name() == Some(THREAD) {
            tracing::debug!(%panic, "the engine failed");
        } else {
            others(panic);
        }
    }));
}

/// An operator or function asked for more than there is, and the engine has no way to refuse.
fn when_full() {
    HEAP.unbound();
    EngineEnd::Memory.end_program();
}
