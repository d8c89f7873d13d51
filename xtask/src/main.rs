//! Automation for this repository: `cargo xtask --help`.

mod codegen;
mod workspace;

use clap::Parser;

/// Automation for this repository.
#[derive(Debug, Parser)]
enum Command {
    /// Regenerate the Rust code of the protos.
    Codegen {
        /// Write nothing; fail if the committed code is stale.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Codegen { check } => codegen::run(check),
    }
}
