//! `pontoon doctor`: what this machine can really enforce, and what is set up wrong, each with its fix. It starts
//! no plugin, and claims nothing that it has not tried or read.

mod environment;
mod finding;
#[cfg(target_os = "linux")]
mod kernel;
#[cfg(not(target_os = "linux"))]
#[path = "doctor/kernel_disabled.rs"]
mod kernel;
mod limits;
mod places;
mod plugins;
pub(crate) mod port;
mod sheet;

use std::process::ExitCode;

use anyhow::Result;

use crate::args::{DoctorArgs, PluginArgs};
use crate::{folders, output, telemetry};
use finding::{Section, State};

/// Prints the sheet. Fails when something is bad: then Pontoon will not work as it is meant to.
pub(crate) fn run(args: &DoctorArgs, plugins: &PluginArgs) -> Result<ExitCode> {
    telemetry::to_stderr();
    let sections = examine(args, plugins);
    let text = if args.json {
        sheet::json(&sections)?
    } else {
        sheet::text(&sections)
    };
    output::say(&text)?;
    let is_bad = sections
        .iter()
        .flat_map(|section| &section.findings)
        .any(|finding| finding.state == State::Bad);
    Ok(if is_bad {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn examine(args: &DoctorArgs, plugins: &PluginArgs) -> Vec<Section> {
    let directories = folders::plugin_directories(&plugins.plugin_dir);
    vec![
        Section::new("Plugin processes", kernel::processes()),
        Section::new("Confinement", kernel::confinement()),
        Section::new("Folders", places::examine()),
        Section::new("Plugins", plugins::examine(directories)),
        Section::new("Port", vec![port::examine(args.port)]),
        Section::new("Limits and environment", {
            let mut findings = limits::examine();
            findings.push(environment::examine());
            findings
        }),
    ]
}
