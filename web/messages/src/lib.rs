//! What the page and its worker say to each other: two closed enums and the plain values in them.
//! No behaviour, no transport; both sides send these as structured clones.

mod catalog;
mod connection;
mod document;
mod output;

pub use catalog::{Candidate, CandidateOutcome, Export, ExportKind, Method, Module, Parameters, Report};
pub use connection::{Connected, Credential, PreparedCall, Refusal, RefusalKind};
pub use document::Document;
pub use output::Outcome;

use serde::{Deserialize, Serialize};
use web_output::{ConsoleEntry, Handle, Opened};

/// Names one press of Run. The page counts them up; answers that carry an older one are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Open a session. Sent once after [`FromWorker::Ready`], and again to try anew.
    Connect(Option<Credential>),
    /// What `import` and `require` find, in place of what they found before. Holds for runs with fresh globals from now
    /// on, and has no answer.
    Documents(Vec<Document>),
    /// Evaluate a source. The worker answers with [`FromWorker::Finished`], and begins nothing else before that.
    Run {
        /// Comes back in every answer of this run.
        run: RunId,
        /// What errors call the source.
        file: String,
        /// The whole source.
        source: String,
        /// What it finds.
        globals: Globals,
    },
    /// Open what a preview showed in part. The worker answers with [`FromWorker::Opened`].
    Open {
        /// What to open.
        handle: Handle,
        /// The place of the first entry that is wanted.
        from: u64,
    },
    /// End a run where it is; its answer is [`Outcome::Stopped`]. A run that is over stays as it is.
    Stop {
        /// The run.
        run: RunId,
    },
}

/// What a run finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Globals {
    /// Nothing of earlier runs.
    Fresh,
    /// Whatever earlier runs left.
    Kept,
}

/// From the worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The engine is loaded and reads messages.
    Ready,
    /// A session is open.
    Connected(Box<Connected>),
    /// No session is open; scripts run, but `require` finds no plugin.
    Refused(Box<Refusal>),
    /// The script wrote to the console, or displayed something. Entries keep their order over all messages of a run.
    Console {
        /// The run that wrote them.
        run: RunId,
        /// At least one.
        entries: Vec<ConsoleEntry>,
    },
    /// What a handle opened to.
    Opened {
        /// As it was asked.
        handle: Handle,
        /// As it was asked.
        from: u64,
        /// The answer.
        opened: Opened,
    },
    /// The run ended.
    Finished {
        /// The run.
        run: RunId,
        /// How.
        outcome: Outcome,
        /// From the start of the evaluation, in milliseconds.
        elapsed_ms: f64,
    },
}
