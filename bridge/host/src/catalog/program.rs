//! [`Program`]: the bytes of a module, in hand or yet to be taken in. Of a program that a record tells of, only the
//! digest is known: its file is read when its first process is to start, and must be what it was.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::OnceCell;

use super::records::Records;
use crate::plugin::{Executable, StartError, Starter};

/// One plugin's program; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Program(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    digest: [u8; 32],
    executable: OnceCell<Executable>,
    /// Where it is known from.
    records: Option<Records>,
}

impl Program {
    /// With its bytes in hand.
    pub(super) fn loaded(executable: Executable) -> Self {
        Self(Arc::new(Inner {
            path: executable.path().to_owned(),
            digest: executable.digest(),
            executable: OnceCell::new_with(Some(executable)),
            records: None,
        }))
    }

    /// As a record has it.
    pub(super) fn recorded(path: &Path, digest: [u8; 32], records: Records) -> Self {
        Self(Arc::new(Inner {
            path: path.to_owned(),
            digest,
            executable: OnceCell::new(),
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
    pub(crate) async fn executable(&self, starter: &Starter) -> Result<&Executable, StartError> {
        let Inner {
            path,
            digest,
            executable,
            records,
        } = &*self.0;
        let taken = executable
            .get_or_try_init(|| starter.take_in(path, *digest))
            .await;
        if let (Err(error), Some(records)) = (&taken, records)
            && error.is_outdated()
        {
            records.clear();
        }
        taken
    }
}
