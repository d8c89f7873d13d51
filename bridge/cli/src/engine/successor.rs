//! [`Successor`]: the program that this one becomes where its engine is lost.

use std::io::{self, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// What this program becomes where its engine is lost.
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

    /// Becomes the one that was named; returns if there is none. Plugins end with the threads of the program that was.
    pub(crate) fn take_over() {
        // Whoever comes second, from another thread or from below, finds none.
        let successor = SUCCESSOR.try_lock().ok().and_then(|mut named| named.take());
        if let Some(Self { mut command, prepare }) = successor {
            prepare();
            let error = command.exec();
            let _ = writeln!(io::stderr(), "pontoon: start over: {error}");
        }
    }
}
