//! [`Stop`]: the request that what runs now should end. Signals make it on their thread; the engine looks at it on its
//! own, and is woken if it waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tokio::sync::Notify;

/// A request to the engine's thread.
#[derive(Debug, Default)]
pub(crate) struct Stop {
    is_requested: AtomicBool,
    requested: Notify,
    /// Whether the program ends.
    is_final: AtomicBool,
}

impl Stop {
    pub(crate) fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Asks for the end. Answers false when an earlier request was not heard yet.
    pub(crate) fn request(&self) -> bool {
        let is_first = !self.is_requested.swap(true, Ordering::AcqRel);
        self.requested.notify_one();
        is_first
    }

    /// Asks for the end because the program ends.
    pub(crate) fn request_for_good(&self) {
        self.is_final.store(true, Ordering::Release);
        self.request();
    }

    /// Does not come back once the program ends. The engine's thread calls it before it tells what came of a script: that
    /// one was stopped in its midst, or lost its plugins, is no news then, and neither is the exit code.
    pub(crate) fn give_way(&self) {
        while self.is_final.load(Ordering::Acquire) {
            thread::park();
        }
    }

    /// Whether the end was asked for.
    pub(crate) fn is_requested(&self) -> bool {
        self.is_requested.load(Ordering::Acquire)
    }

    /// Ready when the end was asked for.
    pub(crate) async fn requested(&self) {
        while !self.is_requested() {
            self.requested.notified().await;
        }
    }

    /// The request was heard, or is of no concern to what begins now.
    pub(crate) fn clear(&self) {
        self.is_requested.store(false, Ordering::Release);
    }
}
