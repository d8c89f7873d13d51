//! How a cell ended, and what is kept of it.

use web_output::Preview;

use crate::errors::ScriptError;
use crate::trace::Place;

/// How a cell ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// With the value of its last expression; `None` for `undefined`.
    Value(Option<Preview>),
    /// With an exception that nobody caught.
    Threw(Box<ScriptError>),
    /// Because a stop was requested. The realm goes on with whatever the cell had done so far; its timers and calls are
    /// forgotten. The place is where it was, if it was under way.
    Stopped(Option<Place>),
}

/// A cell that ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastCell {
    /// Its name in errors.
    pub file: String,
    /// Its text.
    pub source: String,
}
