//! [`Finding`]: what `pontoon doctor` says of one thing, and what to do about it.

use serde::Serialize;

/// Rows that belong together.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) findings: Vec<Finding>,
}

impl Section {
    pub(super) fn new(title: &'static str, findings: Vec<Finding>) -> Self {
        Self { title, findings }
    }
}

/// What was found out about one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) name: &'static str,
    pub(super) state: State,
    /// What it is, and what that means for the user.
    pub(super) meaning: String,
    /// What to do about it; a command where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fix: Option<String>,
}

/// How things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    /// As it should be.
    Ok,
    /// It works, with less protection or less room than it could have.
    Warn,
    /// Something does not work, or is unsafe.
    Bad,
}

impl State {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Warn => "warn",
            Self::Bad => "error",
        }
    }
}

impl Finding {
    pub(super) fn ok(name: &'static str, meaning: impl Into<String>) -> Self {
        Self::new(name, State::Ok, meaning.into(), None)
    }

    pub(super) fn warn(name: &'static str, meaning: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::new(name, State::Warn, meaning.into(), Some(fix.into()))
    }

    pub(super) fn bad(name: &'static str, meaning: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::new(name, State::Bad, meaning.into(), Some(fix.into()))
    }

    fn new(name: &'static str, state: State, meaning: String, fix: Option<String>) -> Self {
        Self {
            name,
            state,
            meaning,
            fix,
        }
    }
}
