//! `cargo xtask bench NAME`: builds what a benchmark needs as people get it, runs it, and leaves its figures in
//! `target/bench/NAME.json`.

use anyhow::Result;
use clap::ValueEnum;

use crate::process;
use crate::step::step;
use crate::test::environment;
use crate::workspace::Workspace;

/// Names the file for the figures; the benchmark writes it.
const FIGURES: &str = "PONTOON_BENCH";

/// One benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Benchmark {
    /// The plugin host and the terminal beside a bare client on the same plugin, and that plugin in Rust beside the
    /// same in Go.
    Host,
}

/// Runs one benchmark.
pub(crate) fn run(workspace: &Workspace, benchmark: Benchmark) -> Result<()> {
    let (package, name) = match benchmark {
        Benchmark::Host => ("bridge-host", "host"),
    };
    let programs = environment::released(workspace)?;
    let go_programs = environment::go_programs(workspace)?;
    let figures = workspace.target().join("bench").join(format!("{name}.json"));
    step(format_args!("benchmark {name}"), || {
        process::run(
            workspace
                .cargo()
                .args(["bench", "--package", package, "--bench", name])
                .envs(programs)
                .envs(go_programs)
                .env(FIGURES, figures),
        )
    })
}
