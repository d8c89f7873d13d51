//! The `pontoon` command.

mod args;
mod config;
mod doctor;
mod folders;
mod output;
mod plugins;
mod report;
mod serve;
mod telemetry;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    telemetry::init();
    report::exit_code(match args.command {
        Command::Serve(serve) => serve::run(&serve, args.plugins),
        Command::Plugins(command) => plugins::run(&command, args.plugins),
        Command::Doctor(doctor) => doctor::run(&doctor, &args.plugins),
    })
}
