//! How a cell ended, and what is kept of it.

use web_output::{Location, Preview, ScriptError};

/// How a cell ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// With the value of its last expression; `None` for `undefined`.
    Value(Option<Preview>),
    /// With an exception that nobody caught.
    Threw(Box<ScriptError>),
    /// Because a stop was requested. The realm goes on with whatever the cell had done so far; its timers and calls are
    /// forgotten. The location is where it was, if it was under way.
    Stopped(Option<Location>),
}

/// A cell that ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastCell {
    /// Its name in errors.
    pub file: String,
    /// Its text.
    pub source: String,
}
