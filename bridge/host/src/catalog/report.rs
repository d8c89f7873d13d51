//! What discovery found, skipped and refused, in words for people.

use std::fmt;
use std::path::PathBuf;

use proto::manifest::ModuleName;

/// One look at all directories.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The folders that were scanned, sorted.
    pub directories: Vec<PathBuf>,
    /// Every file that matched the pattern, and every folder that could not be read; sorted by path.
    pub candidates: Vec<Candidate>,
}

/// One file that matched the discovery pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The file.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Its module can be required.
    Loaded(ModuleName),
    /// It cannot be a plugin as it lies there; nothing was started, and sessions open without it.
    Skipped(Reason),
    /// It breaks a rule; no session opens until it is fixed.
    Refused(Reason),
}

/// Why, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// A fragment in lower case.
    pub text: String,
    /// A sentence fragment that says what to do; may be empty.
    pub advice: String,
}

impl Reason {
    pub(crate) fn new(text: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            advice: advice.into(),
        }
    }
}

impl Report {
    /// The refused candidates: as long as there is one, no session opens.
    pub fn refused(&self) -> impl Iterator<Item = (&Candidate, &Reason)> {
        self.candidates
            .iter()
            .filter_map(|candidate| match &candidate.outcome {
                Outcome::Refused(reason) => Some((candidate, reason)),
                Outcome::Loaded(_) | Outcome::Skipped(_) => None,
            })
    }

    /// The names of the modules that can be required.
    pub fn loaded(&self) -> impl Iterator<Item = &ModuleName> {
        self.candidates
            .iter()
            .filter_map(|candidate| match &candidate.outcome {
                Outcome::Loaded(module) => Some(module),
                Outcome::Skipped(_) | Outcome::Refused(_) => None,
            })
    }
}

/// A summary in one line: how many plugins are ready, cannot be used, or were skipped.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.candidates.is_empty() {
            let folders: Vec<_> = self
                .directories
                .iter()
                .map(|folder| folder.display().to_string())
                .collect();
            if folders.is_empty() {
                return f.write_str("No plugins: the plugin folder does not exist");
            }
            return write!(f, "No plugins in {}", folders.join(", "));
        }
        let (ready, refused) = (self.loaded().count(), self.refused().count());
        match ready {
            1 => f.write_str("1 plugin ready")?,
            ready => write!(f, "{ready} plugins ready")?,
        }
        if refused > 0 {
            write!(f, ", {refused} cannot be used")?;
        }
        match self.candidates.len() - ready - refused {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}
