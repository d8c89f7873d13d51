//! `goja-host`: one plugin under a host that uses the genuine go-plugin as go-go-goja does. It is a program in
//! `tests/go`, spoken to in lines of JSON.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout};
use tokio::time::timeout;

use crate::{environment, os_process};

const PATIENCE: Duration = Duration::from_secs(30);

/// A running host with its plugin. Dropping it closes the host's standard input, upon which it kills the plugin and
/// ends. It is not killed itself: the genuine go-plugin would leave the plugin running for good.
#[derive(Debug)]
pub struct GoHost {
    child: Child,
    calls: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    greeting: Value,
}

/// A call's outcome, as the host tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// In the host's own canonical form.
    Result(String),
    /// The whole text of go-plugin's error.
    Error(String),
}

/// How the plugin ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The plugin's; -1 if a signal ended it.
    pub exit_code: i64,
    /// go-plugin's word for a plugin that did not end by itself.
    pub killed: bool,
    /// How long go-plugin's `Kill` took.
    pub took: Duration,
    /// Where the plugin listened.
    pub socket: PathBuf,
    /// Whether the socket is gone.
    pub socket_removed: bool,
    /// What go-plugin logged as a warning or an error.
    pub warnings: Vec<String>,
    /// The last 4,096 bytes of the plugin's standard error.
    pub stderr: String,
}

impl GoHost {
    /// Starts a plugin with the host's `options`; temporary files go to `folder`.
    ///
    /// # Errors
    /// The plugin cannot be loaded; the error is the host's.
    pub async fn start<A: AsRef<OsStr>>(
        options: impl IntoIterator<Item = A>,
        plugin: &Path,
        folder: &Path,
    ) -> Result<Self> {
        let program = environment::go_programs()?.join("goja-host");
        let mut command = os_process::command(&program);
        command.args(options).arg(plugin).env("TMPDIR", folder);
        command
            .stdin(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(false);
        let mut child = command
            .spawn()
            .with_context(|| format!("start {}", program.display()))?;
        let calls = child.stdin.take().context("speak to the Go host")?;
        let answers = child.stdout.take().context("listen to the Go host")?;
        let mut host = Self {
            child,
            calls,
            answers: BufReader::new(answers).lines(),
            greeting: Value::Null,
        };
        host.greeting = serde_json::from_str(&host.line().await?).context("read the host's greeting")?;
        match &host.greeting["error"] {
            Value::String(error) => bail!("{error}"),
            _ => Ok(host),
        }
    }

    /// What was loaded: `manifest`, `version`, `address`, and with `-inspect` the services.
    #[must_use]
    pub fn greeting(&self) -> &Value {
        &self.greeting
    }

    /// Calls `export` or `export.method`; `args` is a JSON array.
    ///
    /// # Errors
    /// The host does not answer.
    pub async fn call(&mut self, path: &str, args: &str) -> Result<Answer> {
        let (export, method) = split(path);
        self.ask(&format!(
            r#"{{"export":{},"method":{},"args":{args}}}"#,
            json!(export),
            json!(method)
        ))
        .await
    }

    /// As [`GoHost::call`], with one argument: the bytes of a `google.protobuf.Value`, in base64.
    ///
    /// # Errors
    /// The host does not answer.
    pub async fn call_with_wire(&mut self, path: &str, wire: &str) -> Result<Answer> {
        let (export, method) = split(path);
        self.ask(&json!({ "export": export, "method": method, "wire": [wire] }).to_string())
            .await
    }

    /// Lets the host kill the plugin and returns how it ended.
    ///
    /// # Errors
    /// The host does not tell.
    pub async fn end(mut self) -> Result<Ending> {
        drop(self.calls);
        let told = timeout(PATIENCE, self.answers.next_line()).await;
        let told = told
            .context("wait for the end of the plugin")??
            .context("the Go host ended")?;
        let told: Value = serde_json::from_str(&told).context("read how the plugin ended")?;
        timeout(PATIENCE, self.child.wait())
            .await
            .context("wait for the end of the Go host")??;
        Ending::read(&told).with_context(|| format!("read how the plugin ended: {told}"))
    }

    async fn ask(&mut self, line: &str) -> Result<Answer> {
        self.calls.write_all(line.as_bytes()).await?;
        self.calls.write_all(b"\n").await.context("ask the Go host")?;
        let answer = self.line().await?;
        // The result stays as the host wrote it.
        let result = answer.strip_prefix(r#"{"result":"#);
        if let Some(result) = result.and_then(|rest| rest.strip_suffix('}')) {
            return Ok(Answer::Result(result.to_owned()));
        }
        let answer: Value = serde_json::from_str(&answer).context("read the Go host's answer")?;
        let error = answer["error"]
            .as_str()
            .context("the Go host's answer is neither a result nor an error")?;
        Ok(Answer::Error(error.to_owned()))
    }

    async fn line(&mut self) -> Result<String> {
        let line = timeout(PATIENCE, self.answers.next_line()).await;
        line.context("wait for the Go host")??
            .context("the Go host ended")
    }
}

impl Ending {
    fn read(told: &Value) -> Option<Self> {
        let warnings = told["warnings"].as_array()?.iter();
        Some(Self {
            exit_code: told["exitCode"].as_i64()?,
            killed: told["processKilled"].as_bool()?,
            took: Duration::from_millis(told["milliseconds"].as_u64()?),
            socket: told["socket"].as_str()?.into(),
            socket_removed: told["socketRemoved"].as_bool()?,
            warnings: warnings
                .map(|warning| Some(warning.as_str()?.to_owned()))
                .collect::<Option<_>>()?,
            stderr: told["stderr"].as_str()?.to_owned(),
        })
    }
}

fn split(path: &str) -> (&str, &str) {
    path.split_once('.').unwrap_or((path, ""))
}
