//! `pontoon serve` as people start it, on a free port, with a home directory of its own.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitStatus;
use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use tokio::process::Child;
use tokio::time::timeout;

use crate::process_log::ProcessLog;
use crate::{environment, os_process};

const START: Duration = Duration::from_secs(30);
const STOP: Duration = Duration::from_secs(20);

/// A running bridge. Dropping it kills it.
#[derive(Debug)]
pub struct Bridge {
    child: Child,
    pid: u32,
    link: String,
    log: ProcessLog,
    home: TempDir,
}

impl Bridge {
    /// Starts the bridge with the example plugins.
    ///
    /// # Errors
    /// It does not print its link.
    pub async fn with_examples() -> Result<Self> {
        let plugins = environment::plugins()?;
        Self::start([OsStr::new("--plugin-dir"), plugins.as_os_str()]).await
    }

    /// Starts the bridge with `arguments` after `serve`. Without `--plugin-dir` it looks below [`Bridge::home`].
    ///
    /// # Errors
    /// It does not print its link.
    pub async fn start<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Result<Self> {
        let home = tempfile::Builder::new()
            .prefix("bridge-home-")
            .tempdir()
            .context("make a home directory")?;
        Self::start_in(home, arguments).await
    }

    /// As [`Bridge::start`], with a home directory that a test has prepared.
    ///
    /// # Errors
    /// It does not print its link.
    pub async fn start_in<A: AsRef<OsStr>>(
        home: TempDir,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<Self> {
        let temporary = home.path().to_owned();
        Self::spawn(home, &temporary, arguments).await
    }

    /// As [`Bridge::start`], with a folder for temporary files that outlives the bridge.
    ///
    /// # Errors
    /// It does not print its link.
    pub async fn start_with_temporary_folder<A: AsRef<OsStr>>(
        temporary: &Path,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<Self> {
        let home = tempfile::tempdir().context("make a home directory")?;
        Self::spawn(home, temporary, arguments).await
    }

    async fn spawn<A: AsRef<OsStr>>(
        home: TempDir,
        temporary: &Path,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<Self> {
        let program = environment::pontoon()?;
        let mut command = os_process::command(&program);
        command.args(["serve", "--port", "0"]).args(arguments);
        command
            .env("HOME", home.path())
            .env_remove("XDG_RUNTIME_DIR")
            .env("TMPDIR", temporary);
        let mut child = command
            .spawn()
            .with_context(|| format!("start {}", program.display()))?;
        let pid = child.id().context("the bridge ended at once")?;
        let log = ProcessLog::follow(&mut child)?;
        let link = log.wait_for("the bridge's link", START, launch_link).await?;
        Ok(Self {
            child,
            pid,
            link,
            log,
            home,
        })
    }

    /// The link that it printed; its code works once.
    #[must_use]
    pub fn link(&self) -> &str {
        &self.link
    }

    /// Such as `http://127.0.0.1:40123`.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.link.split("/#").next().unwrap_or_default()
    }

    /// Such as `127.0.0.1:40123`.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.origin().trim_start_matches("http://")
    }

    /// The one-time code of the link.
    #[must_use]
    pub fn code(&self) -> &str {
        self.link.split("#code=").nth(1).unwrap_or_default()
    }

    /// Its process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// What it printed.
    #[must_use]
    pub fn log(&self) -> &ProcessLog {
        &self.log
    }

    /// Its home directory, which also takes its temporary files.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Asks it to end, as Ctrl-C does, and waits.
    ///
    /// # Errors
    /// It does not end in time.
    pub async fn stop(self) -> Result<ExitStatus> {
        self.end(Signal::INT).await
    }

    /// Ends it as a crash would: it can do nothing about it.
    ///
    /// # Errors
    /// It does not end in time.
    pub async fn kill(self) -> Result<ExitStatus> {
        self.end(Signal::KILL).await
    }

    async fn end(mut self, signal: Signal) -> Result<ExitStatus> {
        let pid = i32::try_from(self.pid)
            .ok()
            .and_then(Pid::from_raw)
            .context("the bridge's pid is no pid")?;
        kill_process(pid, signal).context("signal the bridge")?;
        let ended = timeout(STOP, self.child.wait()).await;
        ended
            .with_context(|| {
                format!(
                    "the bridge did not end within {STOP:?}; it printed:\n{}",
                    self.log.text()
                )
            })?
            .context("wait for the bridge")
    }
}

fn launch_link(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let link = words.find(|word| word.starts_with("http://127.0.0.1:") && word.contains("/#code="));
    link.map(ToOwned::to_owned)
}
