//! Walks the plugin directories and sorts what matches the pattern into executables and others.
//! Starts nothing, opens nothing: a FIFO or a device cannot hold it up.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::permissions::{self, Unsafe};
use super::report::Reason;
use crate::config::Directories;

/// The prefix of a plugin's file name (`goja-plugin-*` in the seed).
pub(crate) const PATTERN_PREFIX: &str = "goja-plugin-";

/// How deep the default tree is followed; a loop of links ends here at the latest.
const MAX_TREE_DEPTH: usize = 16;

/// A file that was touched this recently may be touched again without another mark: file systems count time in
/// steps, the coarsest in two seconds.
const COARSEST_CLOCK: Duration = Duration::from_secs(2);

/// What a scan saw.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Scan {
    /// Existing folders that were scanned, sorted.
    pub(crate) directories: Vec<PathBuf>,
    /// Sorted by path, each path once.
    pub(crate) found: Vec<Found>,
}

/// One file that matched, or one folder that could not be read.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) kind: FoundKind,
}

/// Whether a file can be started.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FoundKind {
    /// A regular executable file with the marks that change when its content does.
    Executable(FileMark),
    /// Something else.
    Unusable(UnusableReason),
    /// Somebody else could change what it does.
    Unsafe(Unsafe),
}

/// Changes whenever a file is replaced or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileMark {
    device: u64,
    inode: u64,
    size: u64,
    /// Seconds and nanoseconds, as below.
    modified: (i64, i64),
    changed: (i64, i64),
}

impl FileMark {
    /// Whether the file was left alone long enough that its next change shows in its mark.
    pub(crate) fn is_settled(&self, now: SystemTime) -> bool {
        let changed = u64::try_from(self.changed.0).map(Duration::from_secs);
        changed.is_ok_and(|changed| SystemTime::UNIX_EPOCH + changed + COARSEST_CLOCK < now)
    }
}

/// In a form that can be kept and compared.
impl fmt::Display for FileMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            device,
            inode,
            size,
            modified,
            changed,
        } = self;
        write!(
            f,
            "{device} {inode} {size} {}.{:09} {}.{:09}",
            modified.0, modified.1, changed.0, changed.1
        )
    }
}

/// Why a file cannot be started.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum UnusableReason {
    NotExecutable,
    NotRegular(&'static str),
    Unreadable(String),
}

impl UnusableReason {
    pub(crate) fn to_reason(&self, path: &Path) -> Reason {
        match self {
            Self::NotExecutable => Reason::new(
                format!("plugin candidate {path:?} is not executable"),
                format!("run `chmod +x {}`", path.display()),
            ),
            Self::NotRegular(what) => Reason::new(
                format!("plugin candidate {path:?} is not a regular file but {what}"),
                "move it out of the folder, or rename it",
            ),
            Self::Unreadable(error) => Reason::new(
                format!("stat plugin candidate {path:?}: {error}"),
                "check that it exists and may be read",
            ),
        }
    }
}

/// Looks at every directory once. Blocking, but only as long as the file system takes.
pub(crate) fn scan(directories: &Directories) -> Scan {
    let mut folders = BTreeSet::new();
    let mut found = BTreeSet::new();
    match directories {
        Directories::Explicit(named) => folders.extend(named.iter().cloned()),
        Directories::Tree(root) => collect_tree(root, 0, &mut folders),
    }
    let mut scanned = Vec::new();
    for folder in folders {
        match fs::read_dir(&folder) {
            Ok(entries) => {
                found.extend(
                    entries
                        .flatten()
                        .filter(|entry| matches_pattern(&entry.file_name()))
                        .map(|entry| Found {
                            kind: kind_of(&entry.path()),
                            path: entry.path(),
                        }),
                );
            }
            // A folder that does not exist yields nothing, as in go-go-goja; any other error is reported.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                let kind = FoundKind::Unusable(UnusableReason::Unreadable(error.to_string()));
                found.insert(Found {
                    path: folder.clone(),
                    kind,
                });
            }
        }
        scanned.push(folder);
    }
    Scan {
        directories: scanned,
        found: found.into_iter().collect(),
    }
}

fn collect_tree(folder: &Path, depth: usize, folders: &mut BTreeSet<PathBuf>) {
    folders.insert(folder.to_owned());
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if depth < MAX_TREE_DEPTH && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect_tree(&entry.path(), depth + 1, folders);
        }
    }
}

fn matches_pattern(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(PATTERN_PREFIX))
}

pub(super) fn kind_of(path: &Path) -> FoundKind {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => return FoundKind::Unusable(UnusableReason::Unreadable(error.to_string())),
    };
    let kind = metadata.file_type();
    if !kind.is_file() {
        let what = if kind.is_dir() {
            "a directory"
        } else if kind.is_fifo() {
            "a FIFO"
        } else if kind.is_socket() {
            "a socket"
        } else {
            "a device"
        };
        return FoundKind::Unusable(UnusableReason::NotRegular(what));
    }
    if metadata.mode() & 0o111 == 0 {
        return FoundKind::Unusable(UnusableReason::NotExecutable);
    }
    match permissions::check(path) {
        Ok(Ok(())) => {}
        Ok(Err(found)) => return FoundKind::Unsafe(found),
        Err(error) => return FoundKind::Unusable(UnusableReason::Unreadable(error.to_string())),
    }
    FoundKind::Executable(FileMark {
        device: metadata.dev(),
        inode: metadata.ino(),
        size: metadata.size(),
        modified: (metadata.mtime(), metadata.mtime_nsec()),
        changed: (metadata.ctime(), metadata.ctime_nsec()),
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn put(path: &Path, mode: u32) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn names(scan: &Scan) -> Vec<(&str, bool)> {
        scan.found
            .iter()
            .map(|found| {
                (
                    found.path.file_name().unwrap().to_str().unwrap(),
                    matches!(found.kind, FoundKind::Executable(_)),
                )
            })
            .collect()
    }

    #[test]
    fn named_folders_are_not_followed_downwards_but_the_tree_is() {
        let root = tempfile::tempdir().unwrap();
        put(&root.path().join("goja-plugin-top"), 0o755);
        put(&root.path().join("deep/er/goja-plugin-below"), 0o755);
        put(&root.path().join("other"), 0o755);

        let named = scan(&Directories::Explicit(vec![
            root.path().to_owned(),
            root.path().to_owned(),
        ]));
        assert_eq!(names(&named), [("goja-plugin-top", true)]);
        let tree = scan(&Directories::Tree(root.path().to_owned()));
        assert_eq!(
            names(&tree),
            [("goja-plugin-below", true), ("goja-plugin-top", true)]
        );
        assert_eq!(tree.directories.len(), 3);
    }

    #[test]
    fn what_cannot_be_started_is_told_apart() {
        let root = tempfile::tempdir().unwrap();
        put(&root.path().join("goja-plugin-plain"), 0o644);
        fs::create_dir(root.path().join("goja-plugin-folder")).unwrap();
        std::os::unix::fs::symlink("nowhere", root.path().join("goja-plugin-link")).unwrap();

        let scan = scan(&Directories::Explicit(vec![root.path().to_owned()]));
        let reasons: Vec<_> = scan
            .found
            .iter()
            .map(|found| match &found.kind {
                FoundKind::Unusable(reason) => reason.clone(),
                FoundKind::Executable(_) | FoundKind::Unsafe(_) => panic!("{found:?} is executable"),
            })
            .collect();
        assert_eq!(reasons[0], UnusableReason::NotRegular("a directory"));
        assert!(matches!(reasons[1], UnusableReason::Unreadable(_)));
        assert_eq!(reasons[2], UnusableReason::NotExecutable);
    }

    #[test]
    fn a_missing_folder_yields_nothing() {
        let scan = scan(&Directories::Explicit(vec![PathBuf::from("/does/not/exist")]));
        assert!(scan.found.is_empty());
    }
}
