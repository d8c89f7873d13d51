//! A folder of files in memory, and the way to make a folder on disk equal to it without touching what is equal.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// Content by path; paths are relative and use `/`.
pub(crate) type Assets = BTreeMap<String, Vec<u8>>;

/// What it took to make a folder equal.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    pub(crate) written: usize,
    pub(crate) removed: usize,
    pub(crate) kept: usize,
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} files written, {} removed, {} unchanged",
            self.written, self.removed, self.kept
        )
    }
}

/// Reads every file below `folder`.
pub(crate) fn read(folder: &Path) -> Result<Assets> {
    let mut assets = Assets::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).with_context(|| format!("list {}", current.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let content = fs::read(&path).with_context(|| format!("read {}", path.display()))?;
                assets.insert(relative(&path, folder), content);
            }
        }
    }
    Ok(assets)
}

/// Makes `folder` hold exactly `assets`.
pub(crate) fn mirror(assets: &Assets, folder: &Path) -> Result<Changes> {
    let mut changes = Changes::default();
    fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let present = read(folder)?;
    for name in present.keys().filter(|name| !assets.contains_key(*name)) {
        let path = folder.join(name);
        fs::remove_file(&path).with_context(|| format!("remove {}", path.display()))?;
        changes.removed += 1;
    }
    for (name, content) in assets {
        if present.get(name) == Some(content) {
            changes.kept += 1;
            continue;
        }
        write(&folder.join(name), content)?;
        changes.written += 1;
    }
    Ok(changes)
}

fn write(path: &PathBuf, content: &[u8]) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(|| format!("create {}", parent.display()))?;
    }
    fs::write(path, content).with_context(|| format!("write {}", path.display()))
}

fn relative(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}
