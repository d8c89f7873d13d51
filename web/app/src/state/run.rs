//! One press of Run, or one entry at the prompt: queued until the engine can take it, running, and ended in one of
//! four ways.

use web_messages::RunId;

/// Where a source was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// In the editor. Its run starts over.
    Editor,
    /// At the prompt. It finds what the runs before it left.
    Prompt,
}

/// Where the present run is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Run {
    /// Nothing was run yet.
    Idle,
    /// The engine or the session is not there yet.
    Queued {
        /// Where it was written.
        origin: Origin,
        /// The text at the press of Run.
        source: String,
    },
    /// The worker has it.
    Running {
        /// Its number.
        id: RunId,
        /// Where it was written.
        origin: Origin,
        /// When it was handed over, on the page's clock.
        since: f64,
        /// It was asked to stop.
        is_stopping: bool,
    },
    /// It is over.
    Ended {
        /// Its number.
        id: RunId,
        /// How.
        ending: Ending,
        /// How long it took.
        elapsed_ms: f64,
    },
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With a value.
    Ok,
    /// With an uncaught exception.
    Threw,
    /// By the Stop button.
    Stopped,
    /// With the engine.
    Crashed,
}
