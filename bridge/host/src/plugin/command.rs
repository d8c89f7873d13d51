//! The only place where a plugin's command is built: its environment, its pipes, its process group, and the
//! signal that ends it when the bridge dies.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Stdio;

use plugins_handshake::environment;
use tokio::process::Command;

use super::executable::Executable;
use crate::config::EnvironmentPolicy;

/// What a plugin sees of the bridge's own environment unless all of it is asked for. Secrets live in the rest.
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

/// The command for one process of the plugin, with `folder` as its place for sockets and files. It keeps the
/// executable's bytes until it has been spawned.
pub(super) fn build(executable: &Executable, folder: &Path, passed: EnvironmentPolicy) -> Command {
    let mut command = new(&executable.image_path());
    command
        .arg0(executable.path())
        .env_clear()
        .envs(inherited(passed))
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
    before_exec(&mut command, executable.clone());
    command
}

/// Asks the plugin to speak TLS with the holder of this certificate alone, in PEM.
pub(super) fn offer_tls(command: &mut Command, certificate: &str) {
    command.env(environment::CLIENT_CERT, certificate);
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that the ban leaves"
)]
fn new(path: &Path) -> Command {
    Command::new(path)
}

/// A bridge that is itself a plugin must not pass on its own handshake: a plugin that inherits a certificate or
/// a multiplexing wish speaks another protocol than we do.
fn inherited(passed: EnvironmentPolicy) -> Vec<(OsString, OsString)> {
    let is_ours =
        |name: &str| name.starts_with(environment::RESERVED_PREFIX) || name == environment::COOKIE_KEY;
    env::vars_os()
        .filter(|(name, _)| match (passed, name.to_str()) {
            (EnvironmentPolicy::Clean, name) => name.is_some_and(|name| INHERITED.contains(&name)),
            (EnvironmentPolicy::Inherit, name) => !name.is_some_and(is_ours),
        })
        .collect()
}

/// What the child does between fork and exec. Linux kills it when the thread that spawned it ends: the
/// spawner's, which lives as long as the host.
#[cfg(target_os = "linux")]
fn before_exec(command: &mut Command, executable: Executable) {
    use rustix::io::{Errno, FdFlags, fcntl_setfd};
    use rustix::process::{Pid, Signal, getpid, getppid, set_parent_process_death_signal};

    let bridge: Pid = getpid();
    let prepare = move || {
        set_parent_process_death_signal(Some(Signal::KILL))?;
        // The bridge may have died between fork and the line above; then no signal would ever come.
        if getppid() != Some(bridge) {
            return Err(Errno::SRCH.into());
        }
        close_on_exec();
        if let Some(script) = executable.inherited() {
            fcntl_setfd(script, FdFlags::empty())?;
        }
        Ok(())
    };
    #[expect(
        unsafe_code,
        reason = "the closure makes system calls and touches no memory of the parent"
    )]
    // SAFETY: between fork and exec only async-signal-safe functions may run; prctl, getppid, close_range and fcntl
    // are, and nothing allocates.
    unsafe {
        command.pre_exec(prepare);
    }
}

/// Descriptors that this program inherited itself and knows nothing of: a plugin gets the standard streams only.
/// Before Linux 5.11 it gets the others too.
#[cfg(target_os = "linux")]
fn close_on_exec() {
    const FIRST: libc::c_uint = 3;
    #[expect(unsafe_code, reason = "no crate in use has a safe function for it")]
    // SAFETY: the call marks descriptors of the process that is about to become the plugin; it touches no memory.
    unsafe {
        libc::syscall(
            libc::SYS_close_range,
            FIRST,
            libc::c_uint::MAX,
            libc::CLOSE_RANGE_CLOEXEC,
        );
    }
}

/// Elsewhere the host's own end is the only one that is noticed, and the bytes lie in a file of their own.
#[cfg(not(target_os = "linux"))]
fn before_exec(command: &mut Command, executable: Executable) {
    // The closure does nothing but hold the bytes.
    #[expect(unsafe_code, reason = "the closure does nothing")]
    // SAFETY: the closure runs no code that could be unsafe after fork.
    unsafe {
        command.pre_exec(move || {
            let _ = &executable;
            Ok(())
        });
    }
}
