//! What a build or a test needs from the machine. Each part looks first, installs only what is missing, says what
//! it does, and names the command where it may not install by itself.

pub(crate) mod browser;
pub(crate) mod npm;
pub(crate) mod rust;
pub(crate) mod web_tools;

use anyhow::Result;

use crate::step;
use crate::workspace::Workspace;

/// `cargo xtask setup`: everything that a build of the page needs.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    rust::ensure_wasm_target(workspace)?;
    npm::ensure_packages(workspace, npm::EDITOR)?;
    for tool in web_tools::ensure(workspace)? {
        step::say(format_args!(
            "{} {} is {}",
            tool.name,
            tool.version,
            tool.program.display()
        ));
    }
    Ok(())
}
