//! How a run ended.

use serde::{Deserialize, Serialize};
use web_output::Preview;

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The value of the last expression; `None` for `undefined`.
    Value(Option<Preview>),
    /// The script threw.
    Threw(RunError),
    /// A stop ended it; the line is where it was, as far as that is known.
    Stopped {
        /// Counted from 1.
        line: Option<u32>,
    },
}

/// An uncaught exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunError {
    /// Such as `TypeError` or `PluginError`; empty when something other than an error was thrown.
    pub name: String,
    /// The message, or the thrown value as people read it.
    pub message: String,
    /// The place of the throw in the source of the run, counted from 1.
    pub position: Option<(u32, u32)>,
    /// Innermost first, one frame each, as text; may be empty.
    pub frames: Vec<String>,
    /// With a plugin failure: the last lines of the plugin's standard error; else empty.
    pub stderr: String,
    /// What led to it, outermost first, one sentence each.
    pub causes: Vec<String>,
}
