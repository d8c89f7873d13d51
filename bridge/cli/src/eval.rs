//! `pontoon eval CODE [ARGS]`: the code, to its end, and then its value, unless that is `undefined`.

use std::process::ExitCode;

use anyhow::Result;
use web_output::Preview;
use web_runtime::Outcome;

use crate::args::{EvalArgs, PluginArgs};
use crate::report;
use crate::source::Source;
use crate::telemetry;
use crate::terminal::{Setting, Terminal, Unheard};

/// Runs the code.
pub(crate) fn run(args: &EvalArgs, plugins: PluginArgs) -> Result<ExitCode> {
    telemetry::of_script();
    let source = match Source::of_code(&args.code) {
        Ok(source) => source,
        Err(error) => return Ok(report::misused(&error)),
    };
    let setting = Setting {
        profile: args.language.profile.into(),
        script: Some(&source),
        args: Some(args.args.clone()),
        unheard: Unheard::Quit,
    };
    let Some(mut terminal) = Terminal::open(plugins, setting, || {})? else {
        return Ok(Terminal::interrupted());
    };
    let outcome = terminal.run(&source);
    let outcome = match outcome {
        Outcome::Value(value) => say(&mut terminal, value, args.json),
        other => other,
    };
    let outcome = terminal.end(outcome);
    terminal.close(&outcome)
}

/// A string is said as it is, so that other programs can read it.
fn say(terminal: &mut Terminal, value: Option<Preview>, as_json: bool) -> Outcome {
    let text = if as_json {
        match terminal.realm().last_json() {
            Ok(json) => json,
            Err(error) => return Outcome::Threw(error),
        }
    } else {
        terminal.realm().last_text().or_else(|| {
            value
                .as_ref()
                .map(|value| terminal.console().paint().value(value))
        })
    };
    if let Some(text) = text {
        terminal.console().say(&text);
    }
    Outcome::Value(value)
}
