//! [`EditorEvent`]: what the editor's thread sends to the engine's, such as an entry or a request for completions.

use std::sync::mpsc::Sender;

use web_runtime::{Called, Completions};
use web_source::CallProgress;

/// From the editor to the engine.
#[derive(Debug)]
pub(super) enum EditorEvent {
    /// Something was entered.
    Entered(String),
    /// Ctrl-C at the prompt.
    Interrupted,
    /// Ctrl-D at the prompt, or the end of what is piped in.
    Ended,
    /// The input cannot be read, and why; nothing comes after it.
    Unreadable(String),
    /// Asks for completions at the cursor.
    Complete(Cursor, Sender<Completions>),
    /// Asks for the signature of the function at the cursor.
    Called(Cursor, Sender<Option<(Called, CallProgress)>>),
}

/// What is being typed, and the byte that the cursor stands before.
#[derive(Debug)]
pub(super) struct Cursor {
    pub(super) line: String,
    pub(super) at: usize,
}
