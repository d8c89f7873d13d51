//! The workspace as cargo sees it: its root, its target directory, its crates. Every path that xtask uses
//! starts here, so that `CARGO_TARGET_DIR` and cargo's configuration hold for all of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process;

/// What `cargo metadata` says about this workspace.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
    crates: Vec<Crate>,
}

/// One member of the workspace.
#[derive(Debug)]
pub(crate) struct Crate {
    pub(crate) name: String,
    /// Relative to the root, with `/`.
    pub(crate) folder: String,
    /// The names of its binaries.
    pub(crate) binaries: Vec<String>,
    /// The members it names in its manifest.
    pub(crate) edges: Vec<Edge>,
}

/// A direct dependency of one member on another.
#[derive(Debug)]
pub(crate) struct Edge {
    pub(crate) to: String,
    /// Whether only its tests need it.
    pub(crate) dev: bool,
}

impl Workspace {
    /// Asks cargo, from the current folder.
    pub(crate) fn load() -> Result<Self> {
        let mut cargo = process::command(cargo_program(), Path::new("."));
        let text = process::read(cargo.args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: Value = serde_json::from_str(&text).context("read the answer of `cargo metadata`")?;
        Self::from_metadata(&metadata).context("`cargo metadata` answered in an unknown form")
    }

    fn from_metadata(metadata: &Value) -> Option<Self> {
        let root = PathBuf::from(metadata["workspace_root"].as_str()?);
        let target = PathBuf::from(metadata["target_directory"].as_str()?);
        let packages = metadata["packages"].as_array()?;
        let crates = packages
            .iter()
            .map(|package| read_crate(package, &root))
            .collect::<Option<Vec<_>>>()?;
        Some(Self { root, target, crates })
    }

    /// The folder of the root manifest.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target directory; it may lie anywhere.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The members, in cargo's order.
    pub(crate) fn crates(&self) -> &[Crate] {
        &self.crates
    }

    /// A cargo command at the root.
    pub(crate) fn cargo(&self) -> Command {
        process::command(cargo_program(), &self.root)
    }

    /// The binary that cargo builds in a profile's output folder, such as `debug` or `release`.
    pub(crate) fn binary(&self, profile_folder: &str, name: &str) -> PathBuf {
        self.target
            .join(profile_folder)
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// Cargo tells its children where it lies; through rustup that is the toolchain's own binary.
fn cargo_program() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn read_crate(package: &Value, root: &Path) -> Option<Crate> {
    let manifest = Path::new(package["manifest_path"].as_str()?);
    let folder = manifest.parent()?.strip_prefix(root).ok()?;
    let targets = package["targets"].as_array()?.iter();
    let binaries = targets.filter(|target| target["kind"][0] == "bin");
    let dependencies = package["dependencies"].as_array()?.iter();
    let edges = dependencies.filter(|dependency| dependency["path"].is_string());
    Some(Crate {
        name: package["name"].as_str()?.to_owned(),
        folder: folder.to_str()?.replace('\\', "/"),
        binaries: binaries
            .filter_map(|target| Some(target["name"].as_str()?.to_owned()))
            .collect(),
        edges: edges
            .filter_map(|edge| {
                Some(Edge {
                    to: edge["name"].as_str()?.to_owned(),
                    dev: edge["kind"] == "dev",
                })
            })
            .collect(),
    })
}
