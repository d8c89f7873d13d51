//! `cargo xtask install-plugins`: the examples where `pontoon serve` finds them without being told.
#![expect(clippy::print_stdout, reason = "the paths are this command's result")]

use anyhow::{Context as _, Result};

use crate::plugins::{self, Profile};
use crate::workspace::Workspace;

/// Builds the examples and puts them into the default plugin tree.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let home = std::env::home_dir().context("find the home directory")?;
    let examples = plugins::build_examples(workspace, Profile::Plugin)?;
    for path in plugins::place(&examples, &home.join(".go-go-goja/plugins/examples"))? {
        println!("{}", path.display());
    }
    Ok(())
}
