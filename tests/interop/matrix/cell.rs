//! [`Cell`]: one host with one set of plugins, in plain or over TLS, and what it answers.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use proto::browser::fault;
use tests::bridge_process::Bridge;
use tests::go_host::{Answer, GoHost};
use tests::wire::{Refusal, Session};
use tests::{canonical, environment};

use super::manifest;
use super::table::{Call, MODULES};

/// What go-plugin's client puts before the text of a handler's error.
const GO_PREFIX: &str = "rpc error: code = Unknown desc = ";

/// One cell of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) host: Language,
    pub(crate) plugins: Language,
    pub(crate) tls: bool,
}

/// What a host or a plugin is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Rust,
    Go,
}

/// What a cell answers.
#[derive(Debug)]
pub(crate) struct Outcomes {
    /// In the order of [`MODULES`], as they are written there.
    pub(crate) manifests: Vec<String>,
    /// In the order of the calls: a result in canonical JSON, or `error: ` and the text.
    pub(crate) answers: Vec<String>,
}

impl Cell {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::new(Language::Rust, Language::Rust, false),
        Self::new(Language::Rust, Language::Rust, true),
        Self::new(Language::Rust, Language::Go, false),
        Self::new(Language::Rust, Language::Go, true),
        Self::new(Language::Go, Language::Rust, false),
        Self::new(Language::Go, Language::Rust, true),
        Self::new(Language::Go, Language::Go, false),
        Self::new(Language::Go, Language::Go, true),
    ];

    const fn new(host: Language, plugins: Language, tls: bool) -> Self {
        Self { host, plugins, tls }
    }

    /// Starts the host and makes all calls.
    pub(crate) async fn run(self, calls: &[Call]) -> Result<Outcomes> {
        let folder = match self.plugins {
            Language::Rust => environment::plugins()?,
            Language::Go => environment::go_programs()?.join("examples"),
        };
        let outcomes = match self.host {
            Language::Rust => self.run_bridge(&folder, calls).await,
            Language::Go => self.run_go_host(&folder, calls).await,
        };
        outcomes.with_context(|| self.to_string())
    }

    async fn run_bridge(self, folder: &Path, calls: &[Call]) -> Result<Outcomes> {
        let tls = if self.tls { "auto" } else { "off" };
        let folder = folder.to_string_lossy();
        let bridge = Bridge::start(["--plugin-dir", &*folder, "--plugin-tls", tls]).await?;
        let session = Session::open(bridge.authority(), bridge.code()).await?;
        let modules = session.modules().iter();
        let manifests = modules
            .map(|module| {
                let manifest = module.manifest.as_ref().context("a module has no manifest")?;
                Ok((manifest.module_name.clone(), manifest::of_wire(manifest)))
            })
            .collect::<Result<Vec<_>>>()?;
        let manifests = MODULES.iter().map(|(module, _)| {
            let found = manifests.iter().find(|(name, _)| *name == full_name(module));
            found.map_or_else(|| "missing".to_owned(), |(_, manifest)| manifest.clone())
        });
        let manifests = manifests.collect();
        let mut answers = Vec::new();
        for call in calls {
            answers.push(ask_bridge(&session, call).await?);
        }
        session.close().await?;
        bridge.stop().await?;
        Ok(Outcomes { manifests, answers })
    }

    async fn run_go_host(self, folder: &Path, calls: &[Call]) -> Result<Outcomes> {
        let temporary = tempfile::tempdir()?;
        let mut outcomes = Outcomes {
            manifests: Vec::new(),
            answers: Vec::new(),
        };
        let options: &[&str] = if self.tls { &["-auto-mtls"] } else { &[] };
        for (module, _) in MODULES {
            let mut host = GoHost::start(options, &program(folder, module), temporary.path()).await?;
            outcomes
                .manifests
                .push(manifest::of_go_host(&host.greeting()["manifest"]));
            for call in calls.iter().filter(|call| call.module == module) {
                outcomes
                    .answers
                    .push(match host.call(call.path, call.args).await? {
                        Answer::Result(result) => result,
                        Answer::Error(error) => {
                            format!("error: {}", error.strip_prefix(GO_PREFIX).unwrap_or(&error))
                        }
                    });
            }
            let ending = host.end().await?;
            anyhow::ensure!(
                ending.exit_code == 0 && !ending.killed && ending.warnings.is_empty(),
                "{module} did not end by itself: {ending:?}"
            );
        }
        Ok(outcomes)
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tls = if self.tls { "AutoMTLS" } else { "plain" };
        write!(f, "{:?} host, {:?} plugins, {tls}", self.host, self.plugins)
    }
}

async fn ask_bridge(session: &Session, call: &Call) -> Result<String> {
    let args = canonical::arguments(call.args)?;
    let error = match session.invoke(&full_name(call.module), call.path, &args).await {
        Ok(value) => return Ok(canonical::text(&value)),
        Err(error) => error,
    };
    let Refusal { fault, .. } = error.downcast::<Refusal>()?;
    Ok(match fault.code() {
        fault::Code::PluginFailed => format!("error: {}", fault.message),
        code => format!("error: {} ({})", fault.message, code.as_str_name()),
    })
}

fn full_name(module: &str) -> String {
    format!("plugin:examples:{module}")
}

fn program(folder: &Path, module: &str) -> PathBuf {
    folder.join(format!("goja-plugin-examples-{module}"))
}
