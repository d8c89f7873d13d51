//! Asks for what is in an object, and keeps the answer.

use web_messages::ToWorker;
use web_output::{Handle, Opened};

use crate::state::{Effect, State};

impl State {
    /// Somebody wants to see what is in an object, from a place on.
    pub(super) fn open_object(&mut self, handle: Handle, from: u64) -> Vec<Effect> {
        match self.objects.ask(handle) {
            true => vec![Effect::Post(ToWorker::Open { handle, from })],
            false => Vec::new(),
        }
    }

    pub(super) fn opened(&mut self, handle: Handle, opened: Opened) {
        // After a new run nobody waits for it.
        if self.objects.get(handle).is_some() {
            self.objects.answer(handle, opened);
        }
    }
}
