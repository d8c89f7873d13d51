//! [`InvokeError`]: why a call brought no result. How it travels to a script is decided by those who call the host.

use thiserror::Error;

use super::supervisor::{Hold, MAX_CRASHES};
use crate::plugin::{CallError, StartError};
use crate::text::chain;

/// A call brought no result.
#[derive(Debug, Error)]
pub enum InvokeError {
    /// No such session, or not the caller's.
    #[error("no such session: it was closed, or its lease ran out")]
    SessionNotFound,
    /// The session has no such module.
    #[error("Cannot find module '{module}'")]
    ModuleNotFound {
        /// As it was asked for.
        module: String,
    },
    /// The plugin's process could not be started.
    #[error(transparent)]
    NotStarted(#[from] StartError),
    /// The plugin ended by itself and is not started now.
    #[error("{}", held_text(.hold, .last_words))]
    Held {
        /// The module that was called.
        module: String,
        /// Until when.
        hold: Hold,
        /// How it ended last.
        last_words: String,
    },
    /// The call failed.
    #[error("{source}")]
    Call {
        /// The module that was called.
        module: String,
        /// What happened.
        source: CallError,
        /// The last lines that the plugin wrote to its standard error.
        stderr: String,
    },
}

impl InvokeError {
    /// The whole story in one line.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::NotStarted(error) => error.to_text(),
            Self::Call { source, .. } => chain(source),
            Self::SessionNotFound | Self::ModuleNotFound { .. } | Self::Held { .. } => self.to_string(),
        }
    }
}

fn held_text(hold: &Hold, last_words: &str) -> String {
    match hold {
        Hold::Pause(pause) => {
            format!(
                "plugin is down, {last_words}; it may start again in {:.1} s",
                pause.as_secs_f64()
            )
        }
        Hold::Broken => format!(
            "plugin is down, {last_words}; it crashed {MAX_CRASHES} times within three minutes and is not started \
             again in this session"
        ),
    }
}
