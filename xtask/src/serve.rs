//! `cargo xtask serve`: from a fresh clone to a running Pontoon with the example plugins.

use anyhow::Result;

use crate::bridge;
use crate::page::{self, Quality};
use crate::plugins::{self, Profile};
use crate::process;
use crate::workspace::Workspace;

/// Builds everything for people, then becomes `pontoon serve`, so that Ctrl+C and the exit code are the bridge's own.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let page = page::build(workspace, Quality::Release)?;
    let pontoon = bridge::build(workspace, Profile::Release, &page)?;
    let examples = plugins::build_examples(workspace, Profile::Plugin)?;
    let folder = workspace.target().join("plugins");
    plugins::place(&examples, &folder)?;

    let mut serve = process::command(pontoon, workspace.root());
    serve.arg("serve").arg("--plugin-dir").arg(folder).args(arguments);
    Err(process::become_program(&mut serve))
}
