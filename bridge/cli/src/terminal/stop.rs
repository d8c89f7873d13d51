//! [`Stop`]: the request to end the running code. Signals set it on their thread; the engine polls it on its own, and
//! is woken if it waits.

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

    /// Requests a stop. Returns false if an earlier request is still pending.
    pub(crate) fn request(&self) -> bool {
        let is_first = !self.is_requested.swap(true, Ordering::AcqRel);
        self.requested.notify_one();
        is_first
    }

    /// Requests a stop because the program ends.
    pub(crate) fn request_for_good(&self) {
        self.is_final.store(true, Ordering::Release);
        self.request();
    }

    /// Parks the thread for good once the program ends. The engine's thread calls it before it reports a result, because
    /// a script that lost its plugins to the shutdown would be reported as failed.
    pub(crate) fn park_if_shutting_down(&self) {
        while self.is_final.load(Ordering::Acquire) {
            thread::park();
        }
    }

    /// Whether a stop is requested.
    pub(crate) fn is_requested(&self) -> bool {
        self.is_requested.load(Ordering::Acquire)
    }

    /// Ready when a stop is requested.
    pub(crate) async fn requested(&self) {
        while !self.is_requested() {
            self.requested.notified().await;
        }
    }

    /// Clears the request: it was handled, or does not apply to what starts now.
    pub(crate) fn clear(&self) {
        self.is_requested.store(false, Ordering::Release);
    }
}
