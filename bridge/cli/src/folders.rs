//! The folders of this machine and user: where plugins lie, and where sockets may.
//! The only file of the command that takes such settings from the environment.

use std::env;
use std::fs::DirBuilder;
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context as _, Result};
use bridge_host::config::Directories;

/// The longest base folder that leaves room for a socket's path: 107 bytes in all on Linux, 103 on macOS.
const MAX_RUNTIME_BASE: usize = 60;

/// The named folders, `~` expanded, or the default tree (the seed's discovery rules).
pub(crate) fn plugin_directories(named: &[PathBuf]) -> Result<Directories> {
    if named.is_empty() {
        return Ok(Directories::Tree(home()?.join(".go-go-goja/plugins")));
    }
    named
        .iter()
        .map(|folder| expand(folder))
        .collect::<Result<_>>()
        .map(Directories::Explicit)
}

/// Where the host may make its private folder: the user's runtime folder, else the temporary one, else `/tmp`
/// when that one's name is too long for a socket.
pub(crate) fn runtime() -> PathBuf {
    let candidates = [wished_runtime(), Some(env::temp_dir())];
    candidates
        .into_iter()
        .flatten()
        .find(|folder| is_usable(folder))
        .unwrap_or_else(|| PathBuf::from("/tmp"))
}

/// Where this program keeps what it can learn again.
pub(crate) fn cache() -> Option<PathBuf> {
    own("XDG_CACHE_HOME", ".cache")
}

/// Where this program keeps what a user would miss: histories.
pub(crate) fn state() -> Option<PathBuf> {
    own("XDG_STATE_HOME", ".local/state")
}

/// Makes a folder, and those above it, for this user alone.
pub(crate) fn create_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// The user's runtime folder, where [`runtime`] cannot use it.
pub(crate) fn ignored_runtime() -> Option<PathBuf> {
    wished_runtime().filter(|folder| !is_usable(folder))
}

/// This program's folder in the one that the variable names, or else in that one of the home folder.
fn own(variable: &str, below_home: &str) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from);
    let base = named.filter(|folder| folder.is_absolute());
    let base = base.or_else(|| Some(home().ok()?.join(below_home)))?;
    Some(base.join("pontoon"))
}

fn wished_runtime() -> Option<PathBuf> {
    env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from)
}

fn is_usable(folder: &Path) -> bool {
    folder.is_dir() && folder.as_os_str().len() <= MAX_RUNTIME_BASE
}

fn expand(folder: &Path) -> Result<PathBuf> {
    let mut parts = folder.components();
    let expanded = match parts.next() {
        Some(Component::Normal(first)) if first == "~" => home()?.join(parts.as_path()),
        _ => folder.to_owned(),
    };
    std::path::absolute(&expanded).with_context(|| format!("resolve plugin directory {expanded:?}"))
}

/// The user's home folder.
pub(crate) fn home() -> Result<PathBuf> {
    env::home_dir().filter(|home| home.is_absolute()).context(
        "find the home directory: HOME is not set; set it, or name the plugins' folder with --plugin-dir",
    )
}
