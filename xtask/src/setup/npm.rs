//! The npm packages of the editor bundle, from the lock file.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::content_hash::Stamp;
use crate::process::{self, find_on_path};
use crate::step::step;
use crate::workspace::Workspace;

/// The folder of the editor's npm project.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("web/editor")
}

/// Installs the packages, unless those of the lock file are there.
pub(crate) fn ensure_packages(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    check_node(workspace)?;
    let inputs = [folder.join("package.json"), folder.join("package-lock.json")];
    let installed = Stamp::new(folder.join("node_modules/.installed-from"), &inputs)?;
    if installed.is_current() {
        return Ok(());
    }
    step("npm packages of the editor", || {
        process::run(process::command("npm", &folder).arg("ci"))?;
        installed.write()
    })
}

fn check_node(workspace: &Workspace) -> Result<()> {
    let oldest = oldest_node(workspace)?;
    let advice = format!(
        "install Node.js {oldest} or newer with npm: https://nodejs.org, or `apt-get install nodejs npm` on Debian and Ubuntu"
    );
    for program in ["node", "npm"] {
        if find_on_path(program).is_none() {
            bail!("`{program}` is not on PATH; {advice}");
        }
    }
    let version = process::read(process::command("node", workspace.root()).arg("--version"))?;
    let version = version.trim();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < oldest) {
        bail!("node is {version}; {advice}");
    }
    Ok(())
}

/// The editor's own `engines` entry, such as `>=20`.
fn oldest_node(workspace: &Workspace) -> Result<u32> {
    let manifest = folder(workspace).join("package.json");
    let text = fs::read_to_string(&manifest).with_context(|| format!("read {}", manifest.display()))?;
    let manifest: Value = serde_json::from_str(&text).context("read web/editor/package.json as JSON")?;
    let range = manifest["engines"]["node"].as_str();
    range
        .and_then(|range| range.strip_prefix(">=")?.parse().ok())
        .context("web/editor/package.json: engines.node must have the form \">=20\"")
}
