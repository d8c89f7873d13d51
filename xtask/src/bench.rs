//! `cargo xtask bench NAME`: builds what a benchmark needs as people get it, runs it, and leaves its figures in
//! `target/bench/NAME.json`.

use anyhow::Result;
use clap::ValueEnum;

use crate::bundle;
use crate::plugins::Profile;
use crate::process;
use crate::step::step;
use crate::test::environment::{self, Environment};
use crate::workspace::Workspace;

/// Names the file for the figures; the benchmark writes it.
const FIGURES: &str = "PONTOON_BENCH";
/// A program that runs a script in Boa alone.
const PLAIN_BOA: &str = "PONTOON_PLAIN_BOA";
/// The script of a worker that runs scripts in QuickJS.
const QUICKJS: &str = "PONTOON_QUICKJS";

/// One benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Benchmark {
    /// Scripts in the browser and in the terminal, beside plain Boa and QuickJS; and what loading the engine takes.
    Engine,
    /// The plugin host and the terminal beside a bare client on the same plugin, and that plugin in Rust beside the
    /// same in Go.
    Host,
}

/// Runs one benchmark.
pub(crate) fn run(workspace: &Workspace, benchmark: Benchmark) -> Result<()> {
    let (package, name, environment) = match benchmark {
        Benchmark::Engine => ("tests", "engine", engines(workspace)?),
        Benchmark::Host => ("bridge-host", "host", hosts(workspace)?),
    };
    let figures = workspace.target().join("bench").join(format!("{name}.json"));
    step(format_args!("benchmark {name}"), || {
        process::run(
            workspace
                .cargo()
                .args(["bench", "--package", package, "--bench", name])
                .envs(environment)
                .env(FIGURES, figures),
        )
    })
}

fn engines(workspace: &Workspace) -> Result<Environment> {
    const NAME: &str = "plain-boa";
    let mut environment = environment::released_page(workspace)?;
    step(format_args!("{NAME} (release)"), || {
        // Beside `pontoon`, so that cargo takes the very same Boa.
        let packages = ["build", "--release", "--package", "pontoon", "--package", NAME];
        process::run(
            workspace
                .cargo()
                .args(packages)
                .envs(environment.iter().map(|(name, value)| (name, value))),
        )
    })?;
    let plain_boa = workspace.binary(Profile::Release.folder(), NAME);
    environment.push((PLAIN_BOA, plain_boa.into()));
    environment.push((QUICKJS, bundle::ensure_quickjs(workspace)?.into()));
    Ok(environment)
}

fn hosts(workspace: &Workspace) -> Result<Environment> {
    let mut environment = environment::released(workspace)?;
    environment.extend(environment::go_programs(workspace)?);
    Ok(environment)
}
