//! Call stacks.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::position::Location;

/// A frame that repeats more often than this is shown once, with the count.
const SHOWN_REPEATS: usize = 3;

/// One function that was under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Its name; `<main>` for the source itself and `<anonymous>` for a function without a name.
    pub function: String,
    /// Where it was; `None` for a function that is not written in JavaScript.
    pub location: Option<Location>,
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Some(location) => write!(f, "{} ({location})", self.function),
            None => write!(f, "{} (native)", self.function),
        }
    }
}

/// A frame as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameLine<'a> {
    /// The frame.
    Frame(&'a Frame),
    /// So many more that are equal to the one before.
    Repeats(usize),
}

/// Lists frames, those of a recursion folded.
#[must_use]
pub fn frame_lines(frames: &[Frame]) -> Vec<FrameLine<'_>> {
    let mut lines = Vec::new();
    for same in frames.chunk_by(|one, next| one == next) {
        if same.len() > SHOWN_REPEATS {
            lines.push(FrameLine::Frame(&same[0]));
            lines.push(FrameLine::Repeats(same.len() - 1));
        } else {
            lines.extend(same.iter().map(FrameLine::Frame));
        }
    }
    lines
}

impl fmt::Display for FrameLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Frame(frame) => write!(f, "at {frame}"),
            Self::Repeats(count) => write!(f, "… {count} more of the same"),
        }
    }
}
