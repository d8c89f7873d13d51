//! What one crate reaches when cargo resolves it alone, and how it gets there.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::imports::Ban;
use crate::process;
use crate::workspace::{Crate, Workspace};

/// What a crate is compiled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// The machine that runs this check.
    Native,
    /// The browser.
    Wasm,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Native => "native",
            Self::Wasm => "wasm32-unknown-unknown",
        })
    }
}

/// Every package that a crate reaches through normal dependencies, itself included. Macros and build scripts run in
/// the compiler only and do not count.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) packages: Vec<Package>,
}

/// A package with the features it has in this tree.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) features: BTreeSet<String>,
}

impl Tree {
    /// Asks cargo.
    pub(crate) fn load(workspace: &Workspace, name: &str, target: &Target) -> Result<Self> {
        let mut cargo = cargo_tree(workspace, name, target);
        Ok(Self::parse(&process::read(
            cargo.args(["--prefix", "none", "--format", "{p}|{f}"]),
        )?))
    }

    /// Reads lines such as `tokio v1.54.1|rt,sync (*)`.
    pub(crate) fn parse(text: &str) -> Self {
        let lines = text
            .lines()
            .filter_map(|line| line.trim_end_matches(" (*)").split_once('|'));
        let packages = lines.map(|(package, features)| Package {
            name: package.split(' ').next().unwrap_or_default().to_owned(),
            features: features.split(',').map(str::to_owned).collect(),
        });
        Self {
            packages: packages.collect(),
        }
    }
}

/// How `name` gets to `package`, as far as one screen shows it.
pub(crate) fn chain(workspace: &Workspace, name: &str, target: &Target, package: &str) -> String {
    let mut cargo = cargo_tree(workspace, name, target);
    match process::read(cargo.args(["--invert", package])) {
        Ok(text) => text
            .lines()
            .take(30)
            .map(|line| format!("    {line}\n"))
            .collect(),
        Err(error) => format!("    (no chain: {error:#})\n"),
    }
}

/// The places where a crate's sources name a banned path. Tests may use what they like.
pub(crate) fn forbidden_sources(workspace: &Workspace, member: &Crate, never: &[Ban]) -> Result<Vec<String>> {
    let banned = never.iter().filter_map(|ban| match ban {
        Ban::Source(path) => Some(*path),
        _ => None,
    });
    let banned: Vec<&str> = banned.collect();
    let mut found = Vec::new();
    let mut folders = vec![workspace.root().join(&member.folder).join("src")];
    while let (Some(folder), false) = (folders.pop(), banned.is_empty()) {
        for entry in fs::read_dir(&folder).with_context(|| format!("list {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
            let production = text.split("#[cfg(test)]").next().unwrap_or_default();
            found.extend(
                banned
                    .iter()
                    .filter(|banned| names(production, banned))
                    .map(|banned| {
                        format!("{} uses {banned}, which {} must not", path.display(), member.name)
                    }),
            );
        }
    }
    Ok(found)
}

/// Whether code, not a comment, names `path`.
fn names(text: &str, path: &str) -> bool {
    text.lines()
        .any(|line| !line.trim_start().starts_with("//") && line.contains(path))
}

fn cargo_tree(workspace: &Workspace, name: &str, target: &Target) -> Command {
    let mut cargo = workspace.cargo();
    cargo.args([
        "tree",
        "--quiet",
        "--package",
        name,
        "--edges",
        "normal,no-proc-macro",
    ]);
    if *target == Target::Wasm {
        cargo.args(["--target", "wasm32-unknown-unknown"]);
    }
    cargo
}
