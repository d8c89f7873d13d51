//! What can happen to the page, and what it can ask to be done.

use std::rc::Rc;

use web_editor::Place;
use web_messages::{Connected, FromWorker, PreparedCall, RunId, ToWorker};
use web_output::Handle;

use super::Origin;

/// Something happened.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Action {
    /// Run was pressed, or Enter at the prompt; this is the text.
    Run(Origin, String),
    /// Stop was pressed.
    Stop,
    /// A run was asked to stop, and had its time for it.
    StopOverdue(RunId),
    /// Try again was pressed. Another tab may have stored a token since.
    Retry {
        /// What the storage holds now.
        stored_token: Option<String>,
    },
    /// Clear was pressed.
    ClearOutput,
    /// An object in the output is to show what is in it.
    Open {
        /// The object.
        handle: Handle,
        /// The place of the first entry that is wanted.
        from: u64,
    },
    /// A group in the output is to show or hide its entries.
    Fold(u64),
    /// Another tab was let in.
    TokenAppeared(String),
    /// The present worker said something.
    FromWorker(FromWorker),
    /// The present worker is gone or never came up; the text says why.
    WorkerLost(String),
    /// A heartbeat was answered, or not.
    Beat {
        /// The session it was for.
        session_id: String,
        /// How it went.
        outcome: BeatOutcome,
    },
    /// The pause before the next attempt to connect is over.
    ReconnectDue,
    /// The page goes away, perhaps for ever.
    PageHidden,
    /// The page is looked at again.
    PageShown {
        /// It comes back from the browser's cache after [`Action::PageHidden`].
        restored: bool,
    },
}

impl Action {
    /// Whether the action only adds to the output, so that the screen may follow at its own pace.
    pub(crate) fn only_adds_output(&self) -> bool {
        matches!(self, Self::FromWorker(FromWorker::Console { .. }))
    }
}

/// How a heartbeat went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BeatOutcome {
    /// The session lives.
    Alive,
    /// The bridge answered that it does not know the session or the token.
    SessionGone,
    /// Nobody answered.
    NoAnswer,
}

/// Something to do outside the state, in the order of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Effect {
    /// End the present worker, if any, and start a new one.
    StartWorker,
    /// End the present worker.
    DropWorker,
    /// Say something to the worker.
    Post(ToWorker),
    /// Ask the worker to stop a run, and raise [`Action::StopOverdue`] after a pause.
    Stop {
        /// The run.
        run: RunId,
        /// The pause.
        limit_ms: u32,
    },
    /// Close a session, even if the page goes away.
    Farewell(PreparedCall),
    /// Send one heartbeat after a pause; replaces whatever was waiting.
    Beat {
        /// The session to keep.
        session: Rc<Connected>,
        /// The pause.
        after_ms: u32,
    },
    /// Raise [`Action::ReconnectDue`] after a pause; replaces whatever was waiting.
    ReconnectAfter(u32),
    /// No heartbeat and no attempt to connect any more.
    StopWatching,
    /// Keep the token for the next tab or visit.
    StoreToken(String),
    /// The stored token is worthless.
    ForgetToken,
    /// Show where the script threw.
    MarkProblem(Place),
    /// Show what a warning is about.
    MarkWarning(Place),
    /// The marks are out of date.
    ClearMarks,
}
