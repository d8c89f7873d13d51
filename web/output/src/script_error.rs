//! [`ScriptError`]: an uncaught exception as a tree of data.

use std::fmt::{self, Write as _};

use serde::{Deserialize, Serialize};

use crate::frame::{Frame, frame_lines};
use crate::position::{Location, Position};

/// An uncaught exception.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ScriptError {
    /// Such as `TypeError` or `PluginError`; empty when something other than an error was thrown.
    pub name: String,
    /// The message, or the thrown value as people read it.
    pub message: String,
    /// Where it was thrown; for a syntax error, where the source stops making sense.
    pub location: Option<Location>,
    /// The line of the source that the location is on.
    pub code: Option<CodeFrame>,
    /// Innermost first.
    pub frames: Vec<Frame>,
    /// With a plugin failure: the last lines of the plugin's standard error; else empty.
    pub stderr: String,
    /// What led to it, as `new Error(message, { cause })` says.
    pub cause: Option<Box<Self>>,
    /// The errors in an `AggregateError`.
    pub parts: Vec<Self>,
}

/// One line of a source, with the part marked that an error is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeFrame {
    /// The number of the line, counted from 1.
    pub line: u32,
    /// What stands before the mark; a long line is cut.
    pub before: String,
    /// What is marked; empty where no place on the line is known.
    pub marked: String,
    /// What stands after the mark.
    pub after: String,
}

impl ScriptError {
    /// Where it was thrown, if that is known exactly and in `file`.
    #[must_use]
    pub fn position_in(&self, file: &str) -> Option<&Position> {
        let position = self.location.as_ref().and_then(Location::position);
        position.filter(|position| position.file == file)
    }

    /// What led to it: its cause, the cause of that, and so on.
    pub fn causes(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(self.cause.as_deref(), |cause| cause.cause.as_deref())
    }

    /// Everything but the code and the standard error of a plugin, as plain text.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let with_location = |error: &Self| match &error.location {
            Some(location) => format!("{error} ({location})"),
            None => error.to_string(),
        };
        let mut text = with_location(self);
        for line in frame_lines(&self.frames) {
            let _ = write!(text, "\n    {line}");
        }
        for cause in self.causes() {
            let _ = write!(text, "\n  Caused by {}", with_location(cause));
        }
        for part in &self.parts {
            let _ = write!(text, "\n  {}", with_location(part));
        }
        text
    }

    /// Applies a change to every message in the tree.
    #[must_use]
    pub fn map_messages(mut self, change: &impl Fn(String) -> String) -> Self {
        self.message = change(self.message);
        self.cause = self.cause.map(|cause| Box::new(cause.map_messages(change)));
        self.parts = self
            .parts
            .into_iter()
            .map(|part| part.map_messages(change))
            .collect();
        self
    }
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name.as_str() {
            "" => f.write_str(&self.message),
            name => write!(f, "{name}: {}", self.message),
        }
    }
}

impl std::error::Error for ScriptError {}
