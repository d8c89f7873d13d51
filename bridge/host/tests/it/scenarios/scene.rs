//! [`Scene`]: one row's own host with an open session, and the steps that rows are made of. What happened is told
//! in words, which the row's expectation is compared with.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bridge_host::{Candidate, Host, InvokeError, OpenedSession, Outcome};
use proto::value::{EncodedValue, Value};

use super::events::Events;
use crate::support::{GREETER, ME, is_alive};

/// What a play works on.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) host: Host,
    pub(crate) session: OpenedSession,
    pub(crate) folder: PathBuf,
    pub(crate) events: Events,
}

impl Scene {
    /// What discovery made of the plugin.
    pub(crate) fn verdict(&self) -> String {
        let verdicts: Vec<_> = self
            .session
            .report
            .candidates
            .iter()
            .filter(|candidate| !candidate.path.ends_with("goja-plugin-examples-greeter"))
            .map(|candidate| self.verdict_on(candidate))
            .collect();
        verdicts.join("; ")
    }

    fn verdict_on(&self, candidate: &Candidate) -> String {
        match &candidate.outcome {
            Outcome::Loaded(module) => format!("loaded: {}", module.as_str()),
            Outcome::Skipped(reason) => format!("skipped: {}", self.tidy(&candidate.path, &reason.text)),
            Outcome::Refused(reason) => format!("refused: {}", self.tidy(&candidate.path, &reason.text)),
        }
    }

    /// Without what every text of this step begins with, and without the folder's accidental name.
    fn tidy(&self, path: &Path, text: &str) -> String {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let start = format!("{name} did not start: ");
        let text = text.strip_prefix(&start).unwrap_or(text);
        text.replace(&self.folder.display().to_string(), "DIR")
    }

    /// The module beside the good plugin's.
    pub(crate) fn module(&self) -> String {
        self.session
            .modules
            .iter()
            .map(|module| module.manifest.module.as_str())
            .find(|name| *name != GREETER)
            .unwrap_or_else(|| panic!("the plugin was not loaded: {}", self.verdict()))
            .to_owned()
    }

    pub(crate) async fn invoke(&self, path: &str, argument: Value) -> Result<Value, InvokeError> {
        let (export, method) = match path.split_once('.') {
            Some((export, method)) => (export, Some(method.to_owned())),
            None => (path, None),
        };
        let args = vec![EncodedValue::try_from(argument).unwrap()];
        let result = self
            .host
            .invoke(
                &self.session.id,
                ME,
                &self.module(),
                export.to_owned(),
                method,
                args,
            )
            .await?;
        Ok(match Value::try_from(result) {
            Ok(value) => value,
            Err(error) => Value::from(format!("no value: {error}")),
        })
    }

    /// A call's result or error in words.
    pub(crate) async fn call(&self, path: &str, argument: impl Into<Value>) -> String {
        told(self.invoke(path, argument.into()).await)
    }

    pub(crate) async fn pid(&self) -> Result<u32, InvokeError> {
        let export = if self.module().starts_with("plugin:go:") {
            "meta.pid"
        } else {
            "pid"
        };
        match self.invoke(export, Value::Null).await? {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a process id is a small integer"
            )]
            Value::Number(pid) => Ok(pid as u32),
            other => panic!("{export} answered {other:?}"),
        }
    }

    /// A call, and whether the same process answers the next one.
    pub(crate) async fn call_twice(&self, export: &str, argument: &str) -> (String, Duration) {
        let before = self.pid().await.unwrap();
        let started = Instant::now();
        let first = self.call(export, argument).await;
        let elapsed = started.elapsed();
        let next = match self.pid().await {
            Ok(pid) if pid == before => "then the same process answers".to_owned(),
            Ok(_) => "then a new process answers".to_owned(),
            Err(error) => format!("then {}", error.to_text()),
        };
        (format!("{first}; {next}"), elapsed)
    }

    /// Closes the session and tells whether the processes end.
    pub(crate) async fn close(&self, pids: &[u32]) -> String {
        self.host.close_session(&self.session.id, ME).unwrap();
        let deadline = Instant::now() + Duration::from_secs(10);
        while pids.iter().any(|pid| is_alive(*pid)) {
            if Instant::now() > deadline {
                return "still there after 10 s".to_owned();
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        "gone".to_owned()
    }
}

/// A result or an error in words.
pub(crate) fn told(result: Result<Value, InvokeError>) -> String {
    match result {
        Ok(value) => shown(&value),
        Err(error) => format!("error: {}", abridged(&error.to_text())),
    }
}

/// A value in few words; never by recursion, because some are a million levels deep.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => abridged(text),
        Value::List(_) => format!("{} arrays in each other", depth(value)),
        Value::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(key, value)| match value {
                    Value::Object(_) => format!("{key}: {} objects in each other", depth(value)),
                    value => format!("{key}: {}", shown(value)),
                })
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

fn depth(value: &Value) -> usize {
    let mut depth = 0;
    let mut inner = Some(value);
    while let Some(value) = inner {
        inner = match value {
            Value::List(items) => {
                depth += 1;
                items.first()
            }
            Value::Object(fields) => {
                depth += 1;
                fields.values().next()
            }
            _ => None,
        };
    }
    depth
}

fn abridged(text: &str) -> String {
    const SHOWN: usize = 400;
    if text.len() <= SHOWN {
        return text.to_owned();
    }
    format!(
        "{}~ ({} bytes)",
        &text[..text.floor_char_boundary(20)],
        text.len()
    )
}
