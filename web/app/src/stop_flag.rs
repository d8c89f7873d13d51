//! [`StopFlag`]: four bytes that page and worker share, so that a stop reaches a worker that reads no messages. Only
//! an isolated page may share memory; elsewhere the flag does nothing.

use js_sys::{Atomics, Int32Array, Reflect, SharedArrayBuffer, global};
use web_messages::RunId;
use web_sys::Worker;

const BYTES: u32 = 4;

/// The flag of one worker.
#[derive(Clone)]
pub(crate) struct StopFlag(Option<Int32Array>);

impl Default for StopFlag {
    fn default() -> Self {
        let is_isolated =
            Reflect::get(&global(), &"crossOriginIsolated".into()).is_ok_and(|isolated| isolated.is_truthy());
        Self(is_isolated.then(|| Int32Array::new(&SharedArrayBuffer::new(BYTES))))
    }
}

impl StopFlag {
    /// Gives the worker its end.
    pub(crate) fn share_with(&self, worker: &Worker) {
        if let Some(flag) = &self.0 {
            // Without it the worker still reads messages.
            let _ = worker.post_message(&flag.buffer());
        }
    }

    /// Names the run that is to stop.
    pub(crate) fn raise(&self, run: RunId) {
        if let Some(flag) = &self.0 {
            // The one index there is.
            let _ = Atomics::store(flag, 0, run.0.cast_signed());
        }
    }
}
