//! The `pontoon` command.

mod args;
mod config;
mod doctor;
mod engine;
mod eval;
mod folders;
mod output;
mod plugin_name;
mod plugins;
mod repl;
mod report;
mod run;
mod serve;
mod source;
mod telemetry;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

fn main() -> ExitCode {
    let Args { plugins, command } = Args::parse();
    report::exit_code(match &command {
        Command::Serve(serve) => serve::run(serve, plugins),
        Command::Repl(repl) => engine::on_its_thread(|| repl::run(repl, plugins)),
        Command::Run(run) => engine::on_its_thread(|| run::run(run, plugins)),
        Command::Eval(eval) => engine::on_its_thread(|| eval::run(eval, plugins)),
        Command::Plugins(command) => plugins::run(command, plugins),
        Command::Doctor(doctor) => doctor::run(doctor, &plugins),
    })
}
