//! What a person may type after `cargo xtask`, and which module answers.

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::bench::Benchmark;
use crate::page::Quality;
use crate::test::Part;
use crate::workspace::Workspace;
use crate::{bench, codegen, imports, install_plugins, page, screenshot, serve, setup, step, test, tidy};

/// Does what was typed, and says what went wrong.
pub(crate) fn run() -> ExitCode {
    let command = Command::parse();
    match Workspace::load().and_then(|workspace| command.run(&workspace)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            step::say(format_args!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Automation for this repository.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Install what the build needs: the wasm32 target, web tools, npm packages.
    Setup,
    /// Build the page into `target/page` (or `target/page-quick`).
    Page {
        /// Build fast rather than small; this is the page the tests use.
        #[arg(long)]
        quick: bool,
    },
    /// Set up and build everything, then run `pontoon serve` with the example plugins.
    Serve {
        /// Handed to `pontoon serve`, such as `-- --port 8080 --open`.
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Put the example plugins under `~/.go-go-goja/plugins/examples`.
    InstallPlugins,
    /// Set up and test everything, or only the named parts.
    Test {
        /// The parts to run; all of them if none is named.
        parts: Vec<Part>,
        /// Handed to the test programs of `unit` and `browser`, such as `-- --nocapture stop`.
        #[arg(last = true)]
        harness: Vec<String>,
    },
    /// Run one benchmark and print its table; the figures go to `target/bench/NAME.json`.
    Bench {
        /// Which.
        benchmark: Benchmark,
    },
    /// Check who depends on whom (a part of `test`).
    Imports,
    /// Check what no lint checks: names, sizes, file headers, manifests (a part of `test lint`).
    Tidy,
    /// Regenerate the code of the protos: Rust, and Go for the tests.
    Codegen {
        /// Write nothing to the sources; fail if the committed code is stale (a part of `test`).
        #[arg(long)]
        check: bool,
    },
    /// Take the README's picture of the quick start in a real browser: `docs/quick-start.png`.
    Screenshot,
}

impl Command {
    fn run(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Setup => setup::run(workspace),
            Self::Page { quick: true } => page::build(workspace, Quality::Quick).map(drop),
            Self::Page { quick: false } => page::build(workspace, Quality::Release).map(drop),
            Self::Serve { arguments } => serve::run(workspace, &arguments),
            Self::InstallPlugins => install_plugins::run(workspace),
            Self::Test { parts, harness } => test::run(workspace, &parts, &harness),
            Self::Bench { benchmark } => bench::run(workspace, benchmark),
            Self::Imports => imports::check(workspace),
            Self::Tidy => tidy::check(workspace),
            Self::Codegen { check: true } => codegen::check(workspace),
            Self::Codegen { check: false } => codegen::write(workspace),
            Self::Screenshot => screenshot::run(workspace),
        }
    }
}
