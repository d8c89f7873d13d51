//! The host's private folder for sockets and temporary files. It is locked as long as the host lives, so that
//! the next one can tell what a killed host left behind, and clear that away with the processes in it.

use std::fs::{self, File, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use super::orphans;

const PREFIX: &str = "pontoon-";
const LOCK: &str = "lock";

/// A locked private folder; removed when dropped.
#[derive(Debug)]
pub(super) struct RuntimeFolder {
    folder: TempDir,
    _lock: File,
}

impl RuntimeFolder {
    /// Clears what dead hosts of this user left in `base`, and makes a folder (mode 0700) of its own there.
    pub(super) fn claim(base: &Path) -> io::Result<Self> {
        clear_stale(base);
        // Without being told, the folder is as open as the umask lets it be.
        let folder = tempfile::Builder::new()
            .prefix(PREFIX)
            .permissions(Permissions::from_mode(0o700))
            .tempdir_in(base)?;
        // Under its name the lock is never free: another host that starts now would take this one for dead.
        let unlocked = folder.path().join("unlocked");
        let lock = File::create_new(&unlocked)?;
        lock.lock()?;
        fs::rename(&unlocked, folder.path().join(LOCK))?;
        Ok(Self { folder, _lock: lock })
    }

    /// Removes it before its time.
    pub(super) fn remove(&self) {
        if let Err(error) = fs::remove_dir_all(self.folder.path()) {
            tracing::debug!(%error, "remove the private folder");
        }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Trouble here keeps nobody from starting: the folder of another user, say, is none of our business.
fn clear_stale(base: &Path) {
    let Ok(entries) = fs::read_dir(base) else { return };
    for entry in entries.flatten() {
        let ours = entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(PREFIX));
        if ours && is_stale(&entry.path()) {
            tracing::info!(folder = %entry.path().display(), "clearing what a killed host left behind");
            orphans::kill_below(&entry.path());
            if let Err(error) = fs::remove_dir_all(entry.path()) {
                tracing::debug!(%error, "remove a stale folder");
            }
        }
    }
}

/// Only a folder whose lock nobody holds: its host is dead.
fn is_stale(folder: &Path) -> bool {
    let Ok(lock) = File::open(folder.join(LOCK)) else {
        return false;
    };
    !matches!(
        lock.try_lock(),
        Err(TryLockError::WouldBlock | TryLockError::Error(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dead_hosts_folder_is_cleared_and_a_living_ones_is_kept() {
        let base = tempfile::tempdir().unwrap();
        let dead = base.path().join("pontoon-dead");
        fs::create_dir(&dead).unwrap();
        File::create(dead.join(LOCK)).unwrap();
        fs::create_dir(base.path().join("pontoon-unfinished")).unwrap();
        let living = RuntimeFolder::claim(base.path()).unwrap();
        assert!(!dead.exists());

        let second = RuntimeFolder::claim(base.path()).unwrap();
        assert!(living.path().exists() && second.path().exists());
        assert!(base.path().join("pontoon-unfinished").exists());
    }

    #[test]
    fn nobody_else_may_look_into_it() {
        let base = tempfile::tempdir().unwrap();
        let folder = RuntimeFolder::claim(base.path()).unwrap();
        let mode = fs::metadata(folder.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
