//! Processes that a plugin started and left: in a session of their own, they escape the group's signals. They
//! are known by the private folder in their environment, which no two plugin processes share.

use std::collections::HashSet;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use plugins_handshake::environment;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, WaitOptions, pidfd_open, pidfd_send_signal, waitpid};
use tokio::signal::unix::{SignalKind, signal};

/// How often a sweep looks again for what was born meanwhile.
const ROUNDS: usize = 50;

/// How long a killed process may take to be gone.
const KILL_LIMIT: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 200_000_000,
};

/// The plugin processes of this program, and what becomes of those that they leave.
#[derive(Debug, Clone)]
pub(super) struct Family {
    known: Arc<Mutex<HashSet<Pid>>>,
    /// Whether orphans become children of this program. They do not by themselves.
    adopts: bool,
}

impl Family {
    /// With `adopt`, this program inherits orphans and reaps every child that it does not know: right for a
    /// program that starts nothing but plugins.
    pub(super) fn new(adopt: bool) -> Self {
        Self {
            known: Arc::default(),
            adopts: adopt && become_subreaper(),
        }
    }

    /// Held while a child is started, so that it is known before anybody looks.
    pub(super) fn known(&self) -> MutexGuard<'_, HashSet<Pid>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reaps the orphans that have ended.
    fn reap(&self) {
        if !self.adopts {
            return;
        }
        let known = self.known();
        for child in children().into_iter().filter(|child| !known.contains(child)) {
            // An error means that somebody else was faster.
            let _ = waitpid(Some(child), WaitOptions::NOHANG);
        }
    }

    /// Reaps whenever a child ends, for as long as the runtime lives.
    pub(super) async fn keep_reaping(self) {
        if !self.adopts {
            return;
        }
        match signal(SignalKind::child()) {
            Ok(mut children) => {
                while children.recv().await.is_some() {
                    self.reap();
                }
            }
            Err(error) => tracing::warn!(%error, "ended orphans of plugins are not reaped"),
        }
    }

    /// Kills the orphans of the plugin process that had this folder, and what they leave in turn. Blocking.
    pub(super) fn kill_orphans(&self, folder: &Path) {
        for _ in 0..ROUNDS {
            let candidates = if self.adopts { children() } else { all_processes() };
            let known = self.known().clone();
            let is_orphan = |process: &Pid| !known.contains(process) && lives_below(*process, folder);
            let orphans: Vec<Pid> = candidates.into_iter().filter(is_orphan).collect();
            if orphans.is_empty() {
                return;
            }
            for orphan in orphans {
                kill(orphan, folder);
            }
            self.reap();
        }
        tracing::error!(folder = %folder.display(), "a plugin's orphans multiply faster than they are killed");
    }
}

/// Kills every process of this user whose private folder lies in `folder`: the leavings of a killed host.
pub(super) fn kill_below(folder: &Path) {
    for _ in 0..ROUNDS {
        let left: Vec<Pid> = all_processes()
            .into_iter()
            .filter(|process| lives_below(*process, folder))
            .collect();
        if left.is_empty() {
            return;
        }
        for process in left {
            kill(process, folder);
        }
    }
}

/// Signals through a descriptor and looks again, so that a reused process id is never hit; then waits for the
/// end, but not long.
fn kill(process: Pid, folder: &Path) {
    let Ok(descriptor) = pidfd_open(process, PidfdFlags::empty()) else {
        return;
    };
    if lives_below(process, folder) && pidfd_send_signal(&descriptor, Signal::KILL).is_ok() {
        let _ = poll(&mut [PollFd::new(&descriptor, PollFlags::IN)], Some(&KILL_LIMIT));
    }
}

#[cfg(target_os = "linux")]
fn become_subreaper() -> bool {
    let result = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
    if let Err(error) = &result {
        tracing::warn!(%error, "orphans of plugins cannot be adopted");
    }
    result.is_ok()
}

#[cfg(not(target_os = "linux"))]
fn become_subreaper() -> bool {
    false
}

/// Whether the process was given a private folder that is `folder` or lies in it.
fn lives_below(process: Pid, folder: &Path) -> bool {
    let Ok(variables) = fs::read(format!("/proc/{}/environ", process.as_raw_pid())) else {
        return false;
    };
    let name = environment::UNIX_SOCKET_DIR.as_bytes();
    variables.split(|byte| *byte == 0).any(|variable| {
        let value = variable
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(b"="));
        value.is_some_and(|value| Path::new(std::ffi::OsStr::from_bytes(value)).starts_with(folder))
    })
}

fn children() -> Vec<Pid> {
    let Ok(threads) = fs::read_dir("/proc/self/task") else {
        return Vec::new();
    };
    threads
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok())
        .flat_map(|list| list.split_whitespace().filter_map(parse).collect::<Vec<_>>())
        .collect()
}

fn all_processes() -> Vec<Pid> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| parse(entry.file_name().to_str()?))
        .collect()
}

fn parse(text: &str) -> Option<Pid> {
    Pid::from_raw(text.parse().ok()?)
}
