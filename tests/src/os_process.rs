//! The operating system's processes: the one place where tests start them, and whether one lives, for the promise
//! that nothing outlives its owner.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use tokio::process::Command;
use tokio::time::sleep;

const LOOK_EVERY: Duration = Duration::from_millis(2);
/// By when the system has taken a killed process away, unless the disk is in its way.
const KILLED_WITHIN: Duration = Duration::from_secs(2);

/// A program whose output is read by the test, and which ends when the test drops it.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "tests own what they start: dropping the child kills it"
)]
pub fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Whether the process is there and not merely waiting to be reaped.
#[must_use]
pub fn is_alive(pid: u32) -> bool {
    // The state follows the program's name, which stands in parentheses and may itself hold any character.
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    state.is_some_and(|state| !matches!(state, 'Z' | 'X'))
}

/// The processes that it started and that still live.
///
/// # Errors
/// The process is gone.
pub fn children_of(pid: u32) -> Result<Vec<u32>> {
    let mut children = Vec::new();
    for task in fs::read_dir(format!("/proc/{pid}/task")).context("list the process's threads")? {
        let list = fs::read_to_string(task?.path().join("children")).context("list a thread's children")?;
        children.extend(
            list.split_whitespace()
                .filter_map(|child| child.parse::<u32>().ok()),
        );
    }
    children.retain(|child| is_alive(*child));
    Ok(children)
}

/// The process and all that it started, through however many others: those first that started the rest.
#[must_use]
pub fn family_of(pid: u32) -> Vec<u32> {
    let mut family = vec![pid];
    let mut next = 0;
    while let Some(pid) = family.get(next) {
        // One that has just ended has no children.
        family.extend(children_of(*pid).unwrap_or_default());
        next += 1;
    }
    family
}

/// Ends a process and its [`family_of`] now, whatever they do, and returns when they are gone.
pub fn kill_family(pid: u32) {
    let family = family_of(pid);
    for pid in &family {
        if let Some(pid) = i32::try_from(*pid).ok().and_then(Pid::from_raw) {
            // It fails for those that have ended by themselves.
            let _ = kill_process(pid, Signal::KILL);
        }
    }
    let killed = Instant::now();
    while killed.elapsed() < KILLED_WITHIN && family.iter().any(|pid| is_alive(*pid)) {
        thread::yield_now();
    }
}

/// Waits until the process is gone and returns how long that took.
///
/// # Errors
/// It is still there when the time is over.
pub async fn wait_until_gone(pid: u32, within: Duration) -> Result<Duration> {
    let started = Instant::now();
    while is_alive(pid) {
        if started.elapsed() > within {
            bail!("process {pid} is still alive after {within:?}");
        }
        sleep(LOOK_EVERY).await;
    }
    Ok(started.elapsed())
}
