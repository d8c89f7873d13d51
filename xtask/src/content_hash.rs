//! Names for content: a short hash that changes exactly when the bytes change.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// The first 64 bits of the content's SHA-256, in hexadecimal.
pub(crate) fn of(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A file that remembers from which inputs something was made, so that it is made again only when they changed.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    inputs: String,
}

impl Stamp {
    /// Reads the inputs as they are now; `file` holds what they were.
    pub(crate) fn new(file: PathBuf, inputs: &[PathBuf]) -> Result<Self> {
        let hashes = inputs.iter().map(|input| {
            let content = fs::read(input).with_context(|| format!("read {}", input.display()))?;
            Ok(format!("{} {}\n", of(&content), name(input)))
        });
        Ok(Self {
            file,
            inputs: hashes.collect::<Result<String>>()?,
        })
    }

    /// Whether the inputs are those of the last time.
    pub(crate) fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|last| last == self.inputs)
    }

    /// Remembers the inputs.
    pub(crate) fn write(&self) -> Result<()> {
        fs::write(&self.file, &self.inputs).with_context(|| format!("write {}", self.file.display()))
    }
}

fn name(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
