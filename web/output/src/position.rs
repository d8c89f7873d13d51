//! Places in the sources of a user, as they travel from the runtime to whoever shows them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A line and a column, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineColumn {
    /// The line.
    pub line: u32,
    /// The column, in UTF-16 code units.
    pub column: u32,
}

/// A place in a source of the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The name that the cell or document was given; `eval` for a string that was evaluated.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1, in UTF-16 code units.
    pub column: u32,
}

/// What is known of where something happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Location {
    /// At this place.
    At {
        /// Where it begins.
        start: Position,
        /// Behind the last character of the expression, if it is known which one it was.
        end: Option<LineColumn>,
    },
    /// On this line, or not far below it.
    Near {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: u32,
    },
    /// Somewhere in this file.
    In {
        /// The file.
        file: String,
    },
}

impl Location {
    /// The file.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::At { start, .. } => &start.file,
            Self::Near { file, .. } | Self::In { file } => file,
        }
    }

    /// The line, counted from 1, exact or near.
    #[must_use]
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::At { start, .. } => Some(start.line),
            Self::Near { line, .. } => Some(*line),
            Self::In { .. } => None,
        }
    }

    /// The place, if it is known exactly.
    #[must_use]
    pub fn position(&self) -> Option<&Position> {
        match self {
            Self::At { start, .. } => Some(start),
            Self::Near { .. } | Self::In { .. } => None,
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At { start, .. } => write!(f, "{start}"),
            Self::Near { file, line } => write!(f, "near {file}:{line}"),
            Self::In { file } => f.write_str(file),
        }
    }
}
