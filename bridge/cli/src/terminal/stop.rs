//! [`Stop`]: the request that what runs now should end. Signals make it on their thread; the engine looks at it on its
//! own, and is woken if it waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

/// A request to the engine's thread.
#[derive(Debug, Default)]
pub(crate) struct Stop {
    is_requested: AtomicBool,
    requested: Notify,
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
