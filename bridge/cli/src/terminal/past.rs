//! [`Past`]: the cells of persistent terminals, in a file of this user. The next one runs them again.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use web_runtime::PastCell;

use crate::folders;

/// The file.
#[derive(Debug)]
pub(super) struct Past(PathBuf);

/// A cell as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct SavedCell {
    file: String,
    source: String,
}

impl Past {
    /// `None` where nobody knows where this user keeps such things.
    pub(super) fn of_user() -> Option<Self> {
        folders::state().map(|folder| Self(folder.join("cells.json")))
    }

    pub(super) fn file(&self) -> &Path {
        &self.0
    }

    /// The cells, the oldest first; none where there is no file.
    pub(super) fn read(&self) -> Result<Vec<PastCell>> {
        let text = match fs::read(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            read => read.with_context(|| format!("read the cells of the last session in {:?}", self.0))?,
        };
        let saved: Vec<SavedCell> = serde_json::from_slice(&text).with_context(|| {
            format!(
                "read the cells of the last session; remove {:?} to start over",
                self.0
            )
        })?;
        let cells = saved
            .into_iter()
            .map(|SavedCell { file, source }| PastCell { file, source });
        Ok(cells.collect())
    }

    /// Replaces the saved cells. A failure is only logged, so that the session continues.
    pub(super) fn write(&self, cells: &[PastCell]) {
        if let Err(error) = self.try_write(cells) {
            tracing::warn!(%error, file = %self.0.display(), "save the cells for the next session");
        }
    }

    fn try_write(&self, cells: &[PastCell]) -> io::Result<()> {
        let folder = self.0.parent().unwrap_or(Path::new("/"));
        folders::create_private(folder)?;
        let saved: Vec<SavedCell> = cells
            .iter()
            .map(|PastCell { file, source }| SavedCell {
                file: file.clone(),
                source: source.clone(),
            })
            .collect();
        // Made with access for this user alone.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&serde_json::to_vec(&saved)?)?;
        file.persist(&self.0)?;
        Ok(())
    }
}
