//! `pontoon eval CODE [ARGS]`: the code, to its end, and then its value, unless that is `undefined`.

use std::process::ExitCode;

use anyhow::Result;
use web_runtime::Outcome;

use crate::args::{EvalArgs, PluginArgs};
use crate::report;
use crate::source::Source;
use crate::telemetry;
use crate::terminal::{Setting, Terminal, Unheard};

/// Runs the code.
pub(crate) fn run(args: &EvalArgs, plugins: PluginArgs) -> Result<ExitCode> {
    telemetry::to_stderr();
    let source = match Source::of_code(&args.code) {
        Ok(source) => source,
        Err(error) => return Ok(report::misused(&error)),
    };
    let setting = Setting {
        profile: args.language.profile.into(),
        script: None,
        args: Some(args.args.clone()),
        unheard: Unheard::Quit,
    };
    let mut terminal = Terminal::open(plugins, setting, || {})?;
    let outcome = terminal.run(&source);
    if let Outcome::Value(Some(value)) = &outcome {
        terminal.console().say(&value.cell());
    }
    let outcome = terminal.end(outcome);
    terminal.close(&outcome)
}
