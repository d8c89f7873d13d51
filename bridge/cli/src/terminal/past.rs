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

/// A cell as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
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
        let kept: Vec<Kept> = serde_json::from_slice(&text).with_context(|| {
            format!(
                "read the cells of the last session; remove {:?} to begin anew",
                self.0
            )
        })?;
        let cells = kept
            .into_iter()
            .map(|Kept { file, source }| PastCell { file, source });
        Ok(cells.collect())
    }

    /// Keeps these and no others. A session goes on where that fails, and says so.
    pub(super) fn write(&self, cells: &[PastCell]) {
        if let Err(error) = self.try_write(cells) {
            tracing::warn!(%error, file = %self.0.display(), "keep the cells for the next session");
        }
    }

    fn try_write(&self, cells: &[PastCell]) -> io::Result<()> {
        let folder = self.0.parent().unwrap_or(Path::new("/"));
        folders::create_private(folder)?;
        let kept: Vec<Kept> = cells
            .iter()
            .map(|PastCell { file, source }| Kept {
                file: file.clone(),
                source: source.clone(),
            })
            .collect();
        // Made with access for this user alone.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&serde_json::to_vec(&kept)?)?;
        file.persist(&self.0)?;
        Ok(())
    }
}
