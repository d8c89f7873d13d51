//! `cargo xtask page`: from the sources in `web/` to the finished folder that the bridge embeds.
//!
//! npm bundles the editor, trunk builds page and worker, and the finishing step makes trunk's output fit for a
//! strict content security policy and for caching for ever. A file whose content stays is never written, so that
//! the bridge is rebuilt only when the page really changed.

mod assets;
mod bootstrap;
mod custom_sections;
mod fingerprint;
mod finish;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::bundle;
use crate::process;
use crate::setup::{rust, web_tools};
use crate::step::{say, step};
use crate::workspace::Workspace;

/// What the page is built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quality {
    /// Small and fast, for people.
    Release,
    /// Built in a tolerable time, for tests.
    Quick,
}

/// Builds the page and returns its folder.
pub(crate) fn build(workspace: &Workspace, quality: Quality) -> Result<PathBuf> {
    rust::ensure_wasm_target(workspace)?;
    bundle::ensure_editor(workspace)?;
    let tools = web_tools::ensure(workspace)?;
    let raw = workspace.target().join("trunk").join(quality.folder());
    let finished = quality.page_folder(workspace);

    let name = format!("page and worker with trunk ({})", quality.cargo_profile());
    step(name, || run_trunk(workspace, quality, &tools, &raw))?;
    let changes = finish::finish(&raw, &finished)?;
    say(format_args!("page in {}: {changes}", finished.display()));
    Ok(finished)
}

impl Quality {
    /// Where the finished page lies.
    pub(crate) fn page_folder(self, workspace: &Workspace) -> PathBuf {
        workspace.target().join(self.folder())
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Release => "page",
            Self::Quick => "page-quick",
        }
    }

    fn cargo_profile(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Quick => "wasm-quick",
        }
    }
}

fn run_trunk(workspace: &Workspace, quality: Quality, tools: &[web_tools::Tool], out: &Path) -> Result<()> {
    let Some(trunk) = tools.iter().find(|tool| tool.name == "trunk") else {
        bail!("set-up returned no trunk");
    };
    let folders: Vec<PathBuf> = tools
        .iter()
        .filter_map(|tool| tool.program.parent().map(Path::to_path_buf))
        .collect();
    std::fs::create_dir_all(out)?;
    let mut command = process::command(&trunk.program, workspace.root());
    command
        .args(["build", "--cargo-profile", quality.cargo_profile(), "--dist"])
        .arg(out);
    // trunk takes the wasm-bindgen that it finds on PATH if the version fits, and asks the network otherwise.
    command
        .env("PATH", process::path_with(&folders)?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    process::run(&mut command)
}
