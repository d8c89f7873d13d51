//! `pontoon run FILE [ARGS]`: a script from a file, to its end. Discards the value.

use std::process::ExitCode;

use anyhow::Result;

use crate::args::{PluginArgs, RunArgs};
use crate::report;
use crate::source::Source;
use crate::telemetry;
use crate::terminal::{Setting, Terminal, Unheard};

/// Runs the script.
pub(crate) fn run(args: &RunArgs, plugins: PluginArgs) -> Result<ExitCode> {
    telemetry::of_script();
    let source = match Source::of_file(args.file()) {
        Ok(source) => source,
        Err(error) => return Ok(report::misused(&error)),
    };
    let setting = Setting {
        profile: args.language.profile.into(),
        script: Some(&source),
        args: Some(args.args().to_vec()),
        unheard: Unheard::Quit,
    };
    let Some(mut terminal) = Terminal::open(plugins, setting, || {})? else {
        return Ok(Terminal::interrupted());
    };
    let outcome = terminal.run_file(&source);
    let outcome = terminal.end(outcome);
    terminal.close(&outcome)
}
