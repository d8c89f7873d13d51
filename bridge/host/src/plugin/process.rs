//! The child process: one task owns it, signals it and reaps it; others hold a handle. A signal goes to the
//! whole group, and only while the leader is not reaped, so that no reused process id is ever hit.

use std::fmt;
use std::os::unix::process::ExitStatusExt as _;
use std::process::ExitStatus;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::Child;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

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
    exit: watch::Receiver<Option<Exit>>,
}

impl ProcessHandle {
    /// Takes the child over. The child must lead a process group.
    pub(super) fn supervise(child: Child) -> Self {
        let (signals, inbox) = mpsc::unbounded_channel();
        let (publish, exit) = watch::channel(None);
        let group = Group(child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)));
        tokio::spawn(own(child, group, inbox, publish));
        Self { signals, exit }
    }

    /// How it ended, if it did.
    pub(super) fn exit(&self) -> Option<Exit> {
        *self.exit.borrow()
    }

    /// Waits for the end of the process, not of its pipes.
    pub(super) async fn wait(&self) -> Exit {
        let mut exit = self.exit.clone();
        match exit.wait_for(Option::is_some).await {
            Ok(exit) => exit.unwrap_or(Exit::Unknown),
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

async fn own(
    mut child: Child,
    group: Group,
    mut signals: mpsc::UnboundedReceiver<Signal>,
    publish: watch::Sender<Option<Exit>>,
) {
    let status = loop {
        tokio::select! {
            status = child.wait() => break status,
            signal = signals.recv() => {
                group.send(signal.unwrap_or(Signal::KILL));
                if signal.is_none() {
                    break child.wait().await;
                }
            }
        }
    };
    // What the plugin itself started ends with it.
    drop(group);
    publish.send_replace(Some(status.map_or(Exit::Unknown, Exit::from)));
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
