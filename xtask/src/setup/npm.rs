//! The npm packages that a folder's lock file names.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::content_hash::Stamp;
use crate::process::{self, find_on_path};
use crate::step::step;
use crate::workspace::Workspace;

/// The page's editor.
pub(crate) const EDITOR: &str = "web/editor";
/// The suite of parser tests.
pub(crate) const CONFORMANCE: &str = "tests/conformance";
/// The libraries that must answer as in Node.js.
pub(crate) const LIBRARIES: &str = "tests/libraries";
/// The engine that ours is measured against.
pub(crate) const QUICKJS: &str = "tests/quickjs";

/// Installs the packages of a folder of the workspace, unless those of its lock file are there.
pub(crate) fn ensure_packages(workspace: &Workspace, folder: &str) -> Result<()> {
    let name = format!("npm packages of {folder}");
    let folder = workspace.root().join(folder);
    check_node(&folder)?;
    let inputs = [folder.join("package.json"), folder.join("package-lock.json")];
    let installed = Stamp::new(folder.join("node_modules/.installed-from"), &inputs)?;
    if installed.is_current() {
        return Ok(());
    }
    step(name, || {
        process::run(process::command("npm", &folder).arg("ci"))?;
        installed.write()
    })
}

fn check_node(folder: &Path) -> Result<()> {
    let oldest = oldest_node(folder)?;
    let advice = format!(
        "install Node.js {oldest} or newer with npm: https://nodejs.org, or `apt-get install nodejs npm` on Debian and Ubuntu"
    );
    for program in ["node", "npm"] {
        if find_on_path(program).is_none() {
            bail!("`{program}` is not on PATH; {advice}");
        }
    }
    let version = process::read(process::command("node", folder).arg("--version"))?;
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

/// The folder's own `engines` entry, such as `>=20`.
fn oldest_node(folder: &Path) -> Result<u32> {
    let file = folder.join("package.json");
    let text = fs::read_to_string(&file).with_context(|| format!("read {}", file.display()))?;
    let manifest: Value =
        serde_json::from_str(&text).with_context(|| format!("read {} as JSON", file.display()))?;
    let range = manifest["engines"]["node"].as_str();
    range
        .and_then(|range| range.strip_prefix(">=")?.parse().ok())
        .with_context(|| format!("{}: engines.node must have the form \">=20\"", file.display()))
}
