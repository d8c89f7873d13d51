//! The `pontoon` command.

mod args;
mod folders;
mod report;
mod serve;
mod telemetry;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    telemetry::init();
    let result = match args.command {
        Command::Serve(serve) => serve::run(&serve, args.plugins),
    };
    report::exit_code(result)
}
