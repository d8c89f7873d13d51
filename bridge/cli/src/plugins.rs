//! `pontoon plugins …`: lists, checks and creates plugins.

mod check;
mod list;
mod new;

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use tokio::runtime::Runtime;

use crate::args::{PluginArgs, PluginsCommand};
use crate::telemetry;

/// Runs the command. Fails when a plugin breaks a rule.
pub(crate) fn run(command: &PluginsCommand, plugins: PluginArgs) -> Result<ExitCode> {
    telemetry::to_stderr();
    let is_ok = match command {
        PluginsCommand::List(args) => runtime()?.block_on(list::run(args, plugins))?,
        PluginsCommand::Check(args) => runtime()?.block_on(check::run(args, plugins))?,
        PluginsCommand::New(args) => {
            new::run(args)?;
            true
        }
    };
    Ok(if is_ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn runtime() -> Result<Runtime> {
    Runtime::new().context("start the runtime")
}
