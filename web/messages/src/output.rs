//! How a run ended.

use serde::{Deserialize, Serialize};
use web_output::{Location, Preview, ScriptError};

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The value of the last expression; `None` for `undefined`.
    Value(Option<Preview>),
    /// The script threw.
    Threw(Box<ScriptError>),
    /// A stop ended it.
    Stopped {
        /// Where it was, as far as that is known.
        location: Option<Location>,
    },
}
