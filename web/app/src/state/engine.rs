//! The engine in its worker: loading, ready, lost and replaced.

/// Where the engine is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Engine {
    /// For the first time.
    Loading,
    /// It reads messages, or is busy with a run.
    Ready,
    /// Its worker was replaced.
    Restarting,
    /// It does not come up; the user decides when to try again.
    Failed {
        /// What the browser said.
        problem: String,
    },
}
