//! The plugin files by discovery's own rules, without starting any: for diagnosis.

use std::path::{Path, PathBuf};

use super::discover::{self, FoundKind};
use super::report::Reason;
use crate::config::Directories;

/// What can be said of a plugin's file without starting it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It may be started.
    Fit,
    /// It cannot be a plugin as it lies there.
    Unusable(Reason),
    /// Somebody else could change what it does.
    Unsafe(Reason),
}

/// Every candidate in the directories, sorted by path. Blocking.
#[must_use]
pub fn survey(directories: &Directories) -> Vec<(PathBuf, Standing)> {
    let found = discover::scan(directories).found.into_iter();
    found
        .map(|found| {
            let standing = standing(&found.kind, &found.path);
            (found.path, standing)
        })
        .collect()
}

/// The same for one file, whatever its name. Blocking.
pub(crate) fn stands(path: &Path) -> Standing {
    standing(&discover::kind_of(path), path)
}

fn standing(kind: &FoundKind, path: &Path) -> Standing {
    match kind {
        FoundKind::Executable(_) => Standing::Fit,
        FoundKind::Unusable(reason) => Standing::Unusable(reason.to_reason(path)),
        FoundKind::Unsafe(found) => Standing::Unsafe(found.to_reason()),
    }
}
