//! What the editor's thread and the engine's say to each other.

use std::sync::mpsc::Sender;

use web_runtime::{Called, Completions};
use web_source::CallProgress;

/// From the editor to the engine.
#[derive(Debug)]
pub(super) enum Asked {
    /// Something was entered.
    Entered(String),
    /// Ctrl-C at the prompt.
    Interrupted,
    /// Ctrl-D at the prompt, or the end of what is piped in.
    Ended,
    /// What cannot be read, and why; nothing comes after it.
    Unreadable(String),
    /// What could stand at the cursor?
    Complete(Cursor, Sender<Completions>),
    /// How is the function at the cursor called?
    Called(Cursor, Sender<Option<(Called, CallProgress)>>),
}

/// What is being typed, and the byte that the cursor stands before.
#[derive(Debug)]
pub(super) struct Cursor {
    pub(super) line: String,
    pub(super) at: usize,
}
