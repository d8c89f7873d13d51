//! [`Profile`]: what a realm adds to the plain language.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// How the sources that a realm runs are read, and what is kept of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Profile {
    /// Each source is a script, exactly as the language has it.
    Raw,
    /// Each source is a cell: names can be declared again, `await` and `import` work at the top level, and `_` and
    /// `_error` hold what came last.
    #[default]
    Interactive,
    /// As interactive, and the realm keeps its history.
    Persistent,
}

/// A profile that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no such profile: {0}; there are raw, interactive and persistent")]
pub struct UnknownProfile(String);

impl Profile {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Raw, Self::Interactive, Self::Persistent];

    /// The word on a command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Interactive => "interactive",
            Self::Persistent => "persistent",
        }
    }

    pub(crate) const fn has_cells(self) -> bool {
        !matches!(self, Self::Raw)
    }

    pub(crate) const fn keeps_history(self) -> bool {
        matches!(self, Self::Persistent)
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Profile {
    type Err = UnknownProfile;

    fn from_str(text: &str) -> Result<Self, UnknownProfile> {
        Self::ALL
            .into_iter()
            .find(|profile| profile.as_str() == text)
            .ok_or_else(|| UnknownProfile(text.to_owned()))
    }
}
