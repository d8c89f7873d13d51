//! The engines side by side: ours in the page's own worker, ours in the terminal, plain Boa, and QuickJS.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail, ensure};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::worker::Worker;
use tests::{environment, os_process};
use thirtyfour::WindowHandle;
use tokio::io::AsyncWriteExt as _;
use web_messages::{FromWorker, Globals, Outcome, RunId, ToWorker};

use crate::programs::{Program, Run};
use crate::quickjs::QuickJs;

/// Where a program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Our runtime in the page's worker.
    Wasm,
    /// Our runtime in `pontoon eval`.
    Native,
    /// Boa alone, natively.
    PlainBoa,
    /// QuickJS in a worker of the same browser.
    QuickJs,
}

impl Engine {
    /// In the order in which they take turns.
    pub(crate) const ALL: [Self; 4] = [Self::Wasm, Self::Native, Self::PlainBoa, Self::QuickJs];
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wasm => "wasm",
            Self::Native => "native",
            Self::PlainBoa => "plain Boa",
            Self::QuickJs => "QuickJS",
        })
    }
}

/// All of them, started as far as they stay.
pub(crate) struct Engines<'a> {
    browser: &'a Browser,
    worker: Worker<'a>,
    worker_tab: WindowHandle,
    quickjs: QuickJs<'a>,
    quickjs_tab: WindowHandle,
    pontoon: PathBuf,
    plain_boa: PathBuf,
    /// Empty, so that no plugin is found.
    home: &'a Path,
    run: RunId,
}

impl<'a> Engines<'a> {
    /// Opens a tab for each worker.
    pub(crate) async fn start(browser: &'a Browser, bridge: &'a Bridge) -> Result<Self> {
        let driver = browser.driver();
        browser.open(bridge.origin()).await?;
        let worker = Worker::start(browser).await?;
        let worker_tab = driver.window().await?;
        browser.open_in_new_tab("about:blank").await?;
        let quickjs = QuickJs::start(driver).await?;
        let quickjs_tab = driver.window().await?;
        Ok(Self {
            browser,
            worker,
            worker_tab,
            quickjs,
            quickjs_tab,
            pontoon: environment::pontoon()?,
            plain_boa: environment::plain_boa()?,
            home: bridge.home(),
            run: RunId(0),
        })
    }

    /// Runs a program once, in a realm of its own.
    pub(crate) async fn run(&mut self, engine: Engine, program: &Program) -> Result<Run> {
        let source = program.measured();
        let value = match engine {
            Engine::Wasm => self.in_the_page(source).await,
            Engine::Native => in_a_process(&self.pontoon, &["eval", "-"], self.home, &source).await,
            Engine::PlainBoa => in_a_process(&self.plain_boa, &[], self.home, &source).await,
            Engine::QuickJs => {
                self.switch_to(&self.quickjs_tab).await?;
                self.quickjs.eval(&source).await
            }
        };
        Run::parse(&value.with_context(|| format!("run it in {engine}"))?)
    }

    async fn in_the_page(&mut self, source: String) -> Result<String> {
        self.switch_to(&self.worker_tab).await?;
        self.run.0 += 1;
        let request = ToWorker::Run {
            run: self.run,
            file: "program.js".to_owned(),
            source,
            globals: Globals::Fresh,
        };
        let mut said = self.worker.ask(&request).await?;
        match said.pop() {
            Some(FromWorker::Finished {
                outcome: Outcome::Value(Some(value)),
                ..
            }) => Ok(value.to_string().trim_matches('"').to_owned()),
            other => bail!("the worker says {other:?}"),
        }
    }

    async fn switch_to(&self, tab: &WindowHandle) -> Result<()> {
        let switched = self.browser.driver().switch_to_window(tab.clone()).await;
        switched.context("switch to an engine's tab")
    }
}

/// What a program prints that gets the source on its standard input.
async fn in_a_process(program: &Path, arguments: &[&str], home: &Path, source: &str) -> Result<String> {
    let mut child = os_process::command(program)
        .args(arguments)
        .env("HOME", home)
        .stdin(Stdio::piped())
        .spawn()
        .with_context(|| format!("start {}", program.display()))?;
    let mut stdin = child.stdin.take().context("the process has no standard input")?;
    stdin.write_all(source.as_bytes()).await?;
    drop(stdin);
    let output = child.wait_with_output().await?;
    ensure!(
        output.status.success(),
        "it ended with {}: {}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).context("read what it printed")
}
