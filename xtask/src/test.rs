//! `cargo xtask test`: everything that must hold, in parts that can be run alone. A part that fails does not keep
//! the others from running; the summary names all that failed.

pub(crate) mod environment;
mod lint;

use std::ffi::OsString;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::setup::{npm, rust};
use crate::step::{say, seconds, step};
use crate::test::environment::BrowserPrograms;
use crate::workspace::Workspace;
use crate::{bundle, codegen, go, imports, process, tidy};

/// One part of the tests, the quickest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Formatting.
    Fmt,
    /// Names, sizes, file headers, manifests.
    Tidy,
    /// Who depends on whom.
    Imports,
    /// Whether the generated code is that of the protos.
    Codegen,
    /// Compiler, clippy and rustdoc warnings, natively and for the browser.
    Lint,
    /// Unit and integration tests without a browser.
    Unit,
    /// Both hosts with both kinds of plugins, Rust and Go, and values on their way through all of them.
    Interop,
    /// The real binary, driven by a real browser and by hostile clients.
    Browser,
    /// What the engine makes of a suite of parser tests: by itself, in the native runtime, and in the page's worker.
    Conformance,
    /// Scripts and small inputs with what each must show, natively and in the page's worker, and the ways to hang. A part of
    /// `unit` and `browser`, for a look at nothing else.
    Corpus,
    /// Libraries of npm, loaded by `pontoon run` and asked something, which they must answer as in Node.js.
    Libraries,
}

/// Runs the parts, all of them if none is named. `harness` goes to the test programs.
pub(crate) fn run(workspace: &Workspace, parts: &[Part], harness: &[String]) -> Result<()> {
    let all: Vec<Part> = Part::value_variants()
        .iter()
        .copied()
        .filter(|part| *part != Part::Corpus)
        .collect();
    let parts = if parts.is_empty() { &all } else { parts };
    let built = BrowserPrograms::default();
    let reports: Vec<Report> = parts
        .iter()
        .map(|part| part.report(workspace, &built, harness))
        .collect();

    say("");
    for report in &reports {
        say(report.line());
    }
    let failed: Vec<&str> = reports
        .iter()
        .filter(|report| report.failure.is_some())
        .map(|report| report.name)
        .collect();
    if !failed.is_empty() {
        bail!(
            "failed: {}; run one again with `cargo xtask test PART`",
            failed.join(", ")
        );
    }
    Ok(())
}

struct Report {
    name: &'static str,
    duration: Duration,
    failure: Option<anyhow::Error>,
}

impl Report {
    fn line(&self) -> String {
        let duration = seconds(self.duration);
        match &self.failure {
            None => format!("ok      {:11} {duration:>8}", self.name),
            Some(failure) => format!("FAILED  {:11} {duration:>8}  {failure:#}", self.name),
        }
    }
}

impl Part {
    fn report(self, workspace: &Workspace, built: &BrowserPrograms, harness: &[String]) -> Report {
        let started = Instant::now();
        let outcome = step(format_args!("test {}", self.name()), || {
            self.run(workspace, built, harness)
        });
        Report {
            name: self.name(),
            duration: started.elapsed(),
            failure: outcome.err(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Tidy => "tidy",
            Self::Imports => "imports",
            Self::Codegen => "codegen",
            Self::Lint => "lint",
            Self::Unit => "unit",
            Self::Interop => "interop",
            Self::Browser => "browser",
            Self::Conformance => "conformance",
            Self::Corpus => "corpus",
            Self::Libraries => "libraries",
        }
    }

    fn run(self, workspace: &Workspace, built: &BrowserPrograms, harness: &[String]) -> Result<()> {
        match self {
            Self::Fmt => {
                rust::ensure_components(workspace)?;
                process::run(workspace.cargo().args(["fmt", "--all", "--check"]))
            }
            Self::Tidy => tidy::check(workspace),
            Self::Imports => imports::check(workspace),
            Self::Codegen => codegen::check(workspace),
            Self::Lint => lint::run(workspace),
            Self::Unit => {
                bundle::ensure_editor(workspace)?;
                let environment = environment::without_page(workspace)?;
                cargo_test(
                    workspace,
                    &["--workspace", "--exclude", "tests", "--exclude", "conformance"],
                    environment,
                    harness,
                )?;
                let without_tls = [
                    "--package",
                    "pontoon-sdk",
                    "--no-default-features",
                    "--test",
                    "it",
                    "tls",
                ];
                cargo_test(workspace, &without_tls, Vec::new(), harness)
            }
            Self::Interop => {
                go::lint(workspace)?;
                let mut environment = environment::go_programs(workspace)?;
                environment.extend(built.ensure(workspace)?);
                let targets = ["--package", "tests", "--test", "interop"];
                // Its tables are what one runs it for.
                let harness = [&["--no-capture".to_owned()], harness].concat();
                cargo_test(workspace, &targets, environment, &harness)
            }
            Self::Browser => {
                let environment = built.ensure(workspace)?;
                let targets = ["--package", "tests", "--lib", "--test", "it"];
                cargo_test(workspace, &targets, environment, harness)
            }
            Self::Conformance => {
                npm::ensure_packages(workspace, npm::CONFORMANCE)?;
                let environment = built.ensure(workspace)?;
                // Its table is what one runs it for.
                let harness = [&["--no-capture".to_owned()], harness].concat();
                cargo_test(workspace, &["--package", "conformance"], environment, &harness)
            }
            Self::Corpus => {
                let environment = built.ensure(workspace)?;
                cargo_test(
                    workspace,
                    &["--package", "web-runtime"],
                    environment.clone(),
                    harness,
                )?;
                let browser = ["--package", "tests", "--test", "it"];
                let names = ["corpus", "cases", "hangs"].map(str::to_owned);
                cargo_test(workspace, &browser, environment, &[&names[..], harness].concat())
            }
            Self::Libraries => {
                npm::ensure_packages(workspace, npm::LIBRARIES)?;
                let environment = built.ensure(workspace)?;
                let targets = ["--package", "tests", "--test", "libraries"];
                // Its table is what one runs it for.
                let harness = [&["--no-capture".to_owned()], harness].concat();
                cargo_test(workspace, &targets, environment, &harness)
            }
        }
    }
}

fn cargo_test(
    workspace: &Workspace,
    packages: &[&str],
    environment: Vec<(&'static str, OsString)>,
    harness: &[String],
) -> Result<()> {
    let name = format!("cargo test {}", packages.join(" "));
    step(name, || {
        let mut cargo = workspace.cargo();
        cargo
            .args(["test", "--no-fail-fast"])
            .args(packages)
            .envs(environment);
        if !harness.is_empty() {
            cargo.arg("--").args(harness);
        }
        process::run(&mut cargo)
    })
}
