//! The only place where a plugin's command is built: its environment, its pipes, its process group, and the
//! signal that ends it when the bridge dies.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Stdio;

use plugins_handshake::environment;
use tokio::process::Command;

/// What a plugin sees of the bridge's own environment. Secrets live in the rest, and a bridge that is itself
/// a plugin must not pass on its own handshake variables.
const INHERITED: [&str; 12] = [
    "HOME",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "LC_TIME",
    "LOGNAME",
    "PATH",
    "SHELL",
    "TZ",
    "USER",
];

/// The command for one process of the plugin at `path`, with `folder` as its place for sockets and files.
pub(super) fn build(path: &Path, folder: &Path) -> Command {
    let mut command = new(path);
    command
        .env_clear()
        .envs(inherited())
        .env(environment::COOKIE_KEY, environment::COOKIE_VALUE)
        .env(
            environment::PROTOCOL_VERSIONS,
            plugins_handshake::APP_PROTOCOL_VERSION.to_string(),
        )
        .env(environment::UNIX_SOCKET_DIR, folder)
        .env("TMPDIR", folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .kill_on_drop(true);
    die_with_the_bridge(&mut command);
    command
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that the ban leaves"
)]
fn new(path: &Path) -> Command {
    Command::new(path)
}

fn inherited() -> impl Iterator<Item = (&'static str, OsString)> {
    INHERITED
        .into_iter()
        .filter_map(|name| env::var_os(name).map(|value| (name, value)))
}

/// Linux kills the child when the thread that spawned it ends: the spawner's, which lives as long as the host.
#[cfg(target_os = "linux")]
fn die_with_the_bridge(command: &mut Command) {
    use rustix::process::{Pid, Signal, getpid, getppid, set_parent_process_death_signal};

    let bridge: Pid = getpid();
    let before_exec = move || {
        set_parent_process_death_signal(Some(Signal::KILL))?;
        // The bridge may have died between fork and the line above; then no signal would ever come.
        if getppid() == Some(bridge) {
            Ok(())
        } else {
            Err(rustix::io::Errno::SRCH.into())
        }
    };
    #[expect(
        unsafe_code,
        reason = "the closure makes three system calls and touches no memory of the parent"
    )]
    // SAFETY: between fork and exec only async-signal-safe functions may run; prctl and getppid are, and
    // nothing allocates.
    unsafe {
        command.pre_exec(before_exec);
    }
}

/// Elsewhere the host's own end is the only one that is noticed.
#[cfg(not(target_os = "linux"))]
fn die_with_the_bridge(_command: &mut Command) {}
