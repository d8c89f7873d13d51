//! What goes wrong with a plugin process. The texts are go-go-goja's where it has one.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::iter;
use std::path::{Path, PathBuf};
use std::time::Duration;

use plugins_handshake::{Excerpt, HandshakeError};
use proto::manifest::{ManifestError, ModuleName};
use thiserror::Error;
use tokio::task::JoinError;
use tonic::Status;

use super::executable::LoadError;
use super::process::Exit;
use super::tls::TlsError;
use crate::text::{chain, printable};

/// A plugin could not be started.
#[derive(Debug, Error)]
#[error("{} did not start", file_name(.path))]
pub struct StartError {
    path: PathBuf,
    source: StartFailure,
    stderr: String,
}

impl StartError {
    pub(super) fn new(path: &Path, source: StartFailure, stderr: String) -> Self {
        Self {
            path: path.to_owned(),
            source,
            stderr,
        }
    }

    /// The last lines that the plugin wrote to its standard error; may be empty.
    #[must_use]
    pub fn stderr(&self) -> &str {
        &self.stderr
    }

    /// Whether the file is another than the one that a record tells of.
    pub(crate) fn is_outdated(&self) -> bool {
        matches!(self.source, StartFailure::Outdated)
    }

    /// The whole story in one line, with what the plugin wrote.
    #[must_use]
    pub fn to_text(&self) -> String {
        with_stderr(chain(self), &self.stderr)
    }
}

/// The step that failed.
#[derive(Debug, Error)]
pub(super) enum StartFailure {
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error("read the file")]
    Interrupted(#[from] JoinError),
    #[error("the file is no longer the one that its manifest was read from; run the command again")]
    Outdated,
    #[error("make its private folder")]
    Folder(#[source] io::Error),
    #[error("run the file")]
    Spawn(#[source] io::Error),
    #[error("run the file: its interpreter or its dynamic loader does not exist on this machine")]
    NoInterpreter,
    #[error("plugin exited before we could connect: {0}")]
    Exited(Exit),
    #[error("plugin closed its standard output before the handshake")]
    Closed,
    #[error("handshake line is longer than {0} bytes")]
    LineTooLong(usize),
    #[error("read the handshake line")]
    Read(#[source] io::Error),
    #[error(transparent)]
    Handshake(#[from] HandshakeError),
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error("plugin names the address {0:?}, which is neither in its own folder nor on loopback")]
    ForeignAddress(Excerpt),
    #[error("plugin names a socket whose path has {length} bytes; a socket's path may have {limit}")]
    AddressTooLong { length: usize, limit: usize },
    #[error("look at the socket {path:?} that the plugin names")]
    NoSocket { path: Excerpt, source: io::Error },
    #[error("plugin names {0:?}, which is not a socket")]
    NotASocket(Excerpt),
    #[error("connect to its socket")]
    Connect(#[source] tonic::transport::Error),
    #[error("its socket does not speak gRPC")]
    NotGrpc(#[source] Broken),
    #[error("timeout while waiting for plugin to start ({} s): {awaited}", .limit.as_secs_f64())]
    Timeout { limit: Duration, awaited: Awaited },
}

/// How far a plugin came that did not start in time.
#[derive(Debug, Clone, Copy, Error)]
pub(super) enum Awaited {
    #[error("it printed no handshake line")]
    Line,
    #[error("its socket takes no connection")]
    Connection,
    #[error("its socket does not answer")]
    Answer,
    #[error("its health is NOT_SERVING")]
    Health,
}

/// A call did not bring a result.
#[derive(Debug, Error)]
pub enum CallError {
    /// The plugin's own error: its text is what the user should read.
    #[error("{0}")]
    Plugin(String),
    /// No answer in time. The plugin continues; its handler was notified.
    #[error("no answer within {} s (change with --plugin-call-timeout)", .0.as_secs_f64())]
    Timeout(Duration),
    /// As many calls as may be are under way in this process.
    #[error("plugin has {0} calls under way, which is the limit; wait for one to end")]
    Overloaded(usize),
    /// The process ended before it answered.
    #[error("plugin process ended: {exit}{}", panic_text(.panic.as_deref()))]
    Exited {
        /// How.
        exit: Exit,
        /// What it wrote when it panicked, if it did.
        panic: Option<String>,
    },
    /// An argument or the result is larger than the wire allows.
    #[error("message is too large: {0}")]
    TooLarge(String),
    /// The connection broke, or what came over it was no answer.
    #[error("connection to the plugin failed")]
    Unreachable(#[source] Broken),
}

/// What broke a connection. Shown is the first cause: a status spells out every layer above it, in Rust's words.
#[derive(Debug)]
pub struct Broken(Box<Status>);

impl From<Status> for Broken {
    fn from(status: Status) -> Self {
        Self(Box::new(status))
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match iter::successors(self.0.source(), |&error| error.source()).last() {
            Some(first_cause) => write!(f, "{first_cause}"),
            None => write!(f, "{}", Excerpt::new(self.0.message())),
        }
    }
}

impl std::error::Error for Broken {}

/// A manifest could not be read, or breaks a rule.
#[derive(Debug, Error)]
pub(crate) enum ManifestReadError {
    #[error("read plugin manifest")]
    Call(#[source] CallError),
    #[error("plugin module {:?} is not allowed by --allow-plugin-module", .0.as_str())]
    NotAllowed(ModuleName),
    #[error("host validate manifest")]
    Invalid(#[from] ManifestError),
}

impl ManifestReadError {
    pub(crate) fn advice(&self) -> String {
        match self {
            Self::Call(_) => "fix the plugin, or move it out of the folder".to_owned(),
            Self::NotAllowed(module) => {
                format!("add `--allow-plugin-module {module}`, or move the file out of the folder")
            }
            Self::Invalid(_) => "fix the plugin's manifest, or move it out of the folder".to_owned(),
        }
    }
}

/// A plugin's name for people: without its folder.
fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    printable(&name.to_string_lossy())
}

/// The first line of a panic: the rest is in the plugin's standard error.
fn panic_text(panic: Option<&str>) -> String {
    panic
        .and_then(|text| text.lines().next())
        .map(|line| format!("; {line}"))
        .unwrap_or_default()
}

/// Appends what the plugin wrote, in go-go-goja's words.
pub(crate) fn with_stderr(text: String, stderr: &str) -> String {
    if stderr.is_empty() {
        text
    } else {
        format!("{text}; plugin stderr: {stderr}")
    }
}
