//! What the JavaScript engine needs of this program: a thread with a large stack, and an allocator that counts.

use std::io::{self, Write as _};
use std::os::unix::process::CommandExt as _;
use std::panic;
use std::process::{self, Command};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context as _, Result};
use web_runtime::{Heap, THREAD_STACK};

/// The allocator of the whole program. Only a realm bounds it.
#[global_allocator]
pub(crate) static HEAP: Heap = Heap::new(when_full);

/// Does work in which JavaScript runs. The stack takes memory only as far as it is used.
pub(crate) fn on_its_thread<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    thread::scope(|scope| {
        let engine = thread::Builder::new()
            .name("pontoon-engine".to_owned())
            .stack_size(THREAD_STACK)
            .spawn_scoped(scope, work)
            .context("start the thread for JavaScript")?;
        engine
            .join()
            .unwrap_or_else(|panicked| panic::resume_unwind(panicked))
    })
}

/// What a program becomes where its engine is lost.
pub(crate) struct Successor {
    pub(crate) command: Command,
    /// Done before.
    pub(crate) prepare: Box<dyn Fn() + Send>,
}

static SUCCESSOR: Mutex<Option<Successor>> = Mutex::new(None);

impl Successor {
    /// Names the one of this program.
    pub(crate) fn name(self) {
        *SUCCESSOR.lock().unwrap_or_else(PoisonError::into_inner) = Some(self);
    }

    /// Becomes the one that was named; comes back if there is none. Plugins end with the threads of the program that was.
    pub(crate) fn take_over() {
        // Whoever comes second, from another thread or from below, finds none.
        let successor = SUCCESSOR.try_lock().ok().and_then(|mut named| named.take());
        if let Some(Self { mut command, prepare }) = successor {
            prepare();
            let error = command.exec();
            let _ = writeln!(io::stderr(), "pontoon: begin anew: {error}");
        }
    }
}

/// An operator or function asked for more than there is, and the engine has no way to refuse. Plugins end with this
/// program.
#[expect(
    clippy::exit,
    reason = "an allocation that fails leaves nothing to go on with"
)]
fn when_full() {
    HEAP.unbound();
    // Nobody is left to tell when standard error is closed.
    let _ = io::stderr().write_all(b"pontoon: out of memory: the script asked for more than it may take\n");
    Successor::take_over();
    process::exit(1);
}
