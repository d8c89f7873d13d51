//! [`Stop`]: the request that what runs now should end. Signals make it on their thread; the engine looks at it on its
//! own, and is woken if it waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Thread};

/// A request to one thread.
#[derive(Debug)]
pub(crate) struct Stop {
    requested: AtomicBool,
    engine: Thread,
}

impl Stop {
    /// Requests go to the thread that calls this.
    pub(crate) fn for_this_thread() -> Arc<Self> {
        Arc::new(Self {
            requested: AtomicBool::new(false),
            engine: thread::current(),
        })
    }

    /// Asks for the end. Answers false when an earlier request was not heard yet.
    pub(crate) fn request(&self) -> bool {
        let is_first = !self.requested.swap(true, Ordering::AcqRel);
        self.engine.unpark();
        is_first
    }

    /// Whether the end was asked for.
    pub(crate) fn is_requested(&self) -> bool {
        self.requested.load(Ordering::Acquire)
    }

    /// The request was heard, or is of no concern to what begins now.
    pub(crate) fn clear(&self) {
        self.requested.store(false, Ordering::Release);
    }
}
