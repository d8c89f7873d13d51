//! The engine's thread. The engine calls itself for what lies in each other; the stack that a program is given is too
//! small for what JavaScript may nest.

use std::panic::resume_unwind;
use std::thread;

use anyhow::{Context as _, Result};

/// In bytes. The system gives memory only for what is used of it.
const STACK: usize = 64 * 1024 * 1024;

/// Does the work on a thread with enough stack for the engine, and waits for it.
///
/// # Errors
/// Those of the work, or when the system gives no thread.
pub(crate) fn on_engine_thread<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("pontoon-engine".to_owned());
        let engine = thread.stack_size(STACK).spawn_scoped(scope, work);
        let engine = engine.context("start the engine's thread")?;
        engine.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}
