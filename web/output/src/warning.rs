//! [`Warning`]: what is said of a source before it runs.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::position::Location;
use crate::script_error::CodeFrame;

/// A part of a source that the engine gets wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What happens, and what to write instead; without a full stop.
    pub message: String,
    /// The part.
    pub location: Location,
    /// Its line.
    pub code: Option<CodeFrame>,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            message, location, ..
        } = self;
        write!(f, "Warning: {message} ({location})")
    }
}
