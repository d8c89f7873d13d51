//! The child process: one task owns it, signals it and reaps it; others hold a handle. A signal goes to the
//! whole group, and only while the leader is not reaped, so that no reused process id is ever hit.

use std::fmt;
use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::Child;
use tokio::sync::{mpsc, watch};
use tokio::task;
use tokio::time::{Instant, timeout};

use super::orphans::Family;
use super::spawner;

/// How long SIGTERM may take before SIGKILL follows.
const TERMINATE_GRACE: Duration = Duration::from_secs(2);

/// How long SIGKILL may take: longer only for a process that the kernel holds.
const KILL_GRACE: Duration = Duration::from_secs(1);

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// By itself, with this code.
    Code(i32),
    /// By a signal.
    Signal(i32),
    /// Unknown: the system did not say.
    Unknown,
}

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "exit code {code}"),
            Self::Signal(number) => match signal_name(*number) {
                Some(name) => write!(f, "signal {number} ({name})"),
                None => write!(f, "signal {number}"),
            },
            Self::Unknown => f.write_str("unknown exit status"),
        }
    }
}

impl From<ExitStatus> for Exit {
    fn from(status: ExitStatus) -> Self {
        match (status.code(), status.signal()) {
            (Some(code), _) => Self::Code(code),
            (None, Some(signal)) => Self::Signal(signal),
            (None, None) => Self::Unknown,
        }
    }
}

/// Talks to the task that owns the child. When the last handle is dropped, the group is killed.
#[derive(Debug, Clone)]
pub(super) struct ProcessHandle {
    signals: mpsc::UnboundedSender<Signal>,
    end: watch::Receiver<Option<End>>,
}

/// The end of a process.
#[derive(Debug, Clone, Copy)]
pub(crate) struct End {
    pub(crate) exit: Exit,
    pub(crate) at: Instant,
}

impl ProcessHandle {
    /// Takes the child over. It must lead a process group, and `folder` is what it was given for its own.
    pub(super) fn supervise(child: Child, folder: PathBuf, family: Family) -> Self {
        let (signals, inbox) = mpsc::unbounded_channel();
        let (publish, end) = watch::channel(None);
        let leader = spawner::leader(&child);
        tokio::spawn(own(
            Owned {
                child,
                group: Group(leader),
                folder,
                family,
            },
            inbox,
            publish,
        ));
        Self { signals, end }
    }

    /// How and when it ended, if it did.
    pub(super) fn end(&self) -> Option<End> {
        *self.end.borrow()
    }

    /// Waits for the end of the process and of all that it started, not of its pipes.
    pub(super) async fn wait(&self) -> Exit {
        let mut end = self.end.clone();
        match end.wait_for(Option::is_some).await {
            Ok(end) => end.map_or(Exit::Unknown, |end| end.exit),
            Err(_) => Exit::Unknown,
        }
    }

    /// SIGTERM, then SIGKILL. Returns when the process is gone, or when even SIGKILL did not end it in time.
    pub(super) async fn terminate(&self) {
        self.signal(Signal::TERM);
        if timeout(TERMINATE_GRACE, self.wait()).await.is_err() {
            self.kill().await;
        }
    }

    /// SIGKILL at once.
    pub(super) async fn kill(&self) {
        self.signal(Signal::KILL);
        if timeout(KILL_GRACE, self.wait()).await.is_err() {
            tracing::error!("a plugin process did not end after SIGKILL");
        }
    }

    fn signal(&self, signal: Signal) {
        // The task is gone only when the process is.
        let _ = self.signals.send(signal);
    }
}

/// What the task has in its hands.
struct Owned {
    child: Child,
    group: Group,
    folder: PathBuf,
    family: Family,
}

async fn own(
    mut owned: Owned,
    mut signals: mpsc::UnboundedReceiver<Signal>,
    publish: watch::Sender<Option<End>>,
) {
    let status = loop {
        tokio::select! {
            status = owned.child.wait() => break status,
            signal = signals.recv() => {
                owned.group.send(signal.unwrap_or(Signal::KILL));
                if signal.is_none() {
                    break owned.child.wait().await;
                }
            }
        }
    };
    let at = Instant::now();
    let Owned {
        group,
        folder,
        family,
        ..
    } = owned;
    if let Some(leader) = group.0 {
        family.known().remove(&leader);
    }
    // What the plugin itself started ends with it: first its group, then what left the group.
    drop(group);
    let sweep = task::spawn_blocking(move || family.kill_orphans(&folder));
    if let Err(error) = sweep.await {
        tracing::error!(%error, "sweep a plugin's orphans");
    }
    publish.send_replace(Some(End {
        exit: status.map_or(Exit::Unknown, Exit::from),
        at,
    }));
}

/// The plugin's process group; dropped, it is killed, also when the runtime goes down under the task.
struct Group(Option<Pid>);

impl Group {
    fn send(&self, signal: Signal) {
        if let Some(leader) = self.0 {
            // An error means that nobody is left in the group.
            let _ = kill_process_group(leader, signal);
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.send(Signal::KILL);
    }
}

fn signal_name(number: i32) -> Option<&'static str> {
    Some(match number {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        _ => return None,
    })
}
