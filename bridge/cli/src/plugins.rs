//! `pontoon plugins …`: what there is, and what is wrong with it.

mod check;
mod list;

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use tokio::runtime::Runtime;

use crate::args::{PluginArgs, PluginsCommand};

/// Runs the command. Fails when a plugin breaks a rule.
pub(crate) fn run(command: &PluginsCommand, plugins: PluginArgs) -> Result<ExitCode> {
    let runtime = Runtime::new().context("start the runtime")?;
    let is_sound = match command {
        PluginsCommand::List(args) => runtime.block_on(list::run(args, plugins))?,
        PluginsCommand::Check(args) => runtime.block_on(check::run(args, plugins))?,
    };
    Ok(if is_sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
