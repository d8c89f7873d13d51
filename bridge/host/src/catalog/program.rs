//! [`Program`]: the bytes of a module, in hand or yet to be taken in. Of a program that a record tells of, only the
//! digest is known: its file is read before its first process starts, and must be what it was.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::Mutex;

use super::records::Records;
use crate::plugin::{Executable, StartError, Starter};

/// One plugin's program; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Program(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    digest: [u8; 32],
    /// Locked while the file is read, so that it is read once.
    executable: Mutex<Option<Executable>>,
    /// Where it is known from.
    records: Option<Records>,
}

impl Program {
    /// With its bytes in hand.
    pub(super) fn loaded(executable: Executable) -> Self {
        Self(Arc::new(Inner {
            path: executable.path().to_owned(),
            digest: executable.digest(),
            executable: Mutex::new(Some(executable)),
            records: None,
        }))
    }

    /// As a record has it.
    pub(super) fn recorded(path: &Path, digest: [u8; 32], records: Records) -> Self {
        Self(Arc::new(Inner {
            path: path.to_owned(),
            digest,
            executable: Mutex::default(),
            records: Some(records),
        }))
    }

    /// Where it was found.
    pub(super) fn path(&self) -> &Path {
        &self.0.path
    }

    /// SHA-256 of its bytes.
    pub(super) fn digest(&self) -> [u8; 32] {
        self.0.digest
    }

    /// Its bytes, read now if they were not before.
    ///
    /// # Errors
    /// When the file cannot be read, or is another than the record says; then the records are dropped, so that the
    /// next run looks at it anew.
    pub(crate) async fn executable(&self, starter: &Starter) -> Result<Executable, StartError> {
        let mut held = self.0.executable.lock().await;
        if let Some(executable) = &*held {
            return Ok(executable.clone());
        }
        let taken = starter.take_in(&self.0.path, self.0.digest).await;
        if let (Err(error), Some(records)) = (&taken, &self.0.records)
            && error.is_outdated()
        {
            records.clear();
        }
        Ok(held.insert(taken?).clone())
    }

    /// Lets go of the bytes; processes that run keep them. The system takes a millisecond to free ten MiB, and the ends of
    /// several processes do that at the same time. Bytes that are being read now are not waited for.
    pub(super) fn release(&self) {
        if let Ok(mut held) = self.0.executable.try_lock() {
            *held = None;
        }
    }
}
