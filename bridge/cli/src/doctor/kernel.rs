//! What the Linux kernel gives: each mechanism is tried where trying harms nobody, else read from `/proc`.

mod cgroups;
mod landlock;

use std::fs;
use std::io::Write as _;
use std::os::fd::AsRawFd as _;

use rustix::fs::{Access, MemfdFlags, SealFlags, access, fcntl_add_seals, memfd_create};
use rustix::io::Errno;
use rustix::process::{
    PidfdFlags, getpid, getuid, parent_process_death_signal, pidfd_open, set_child_subreaper,
};
use rustix::system::uname;

use super::finding::Finding;

/// What decides over the life and the end of plugin processes.
pub(super) fn processes() -> Vec<Finding> {
    vec![
        system(),
        sealed_images(try_sealed_image()),
        parent_death(),
        subreaper(),
        pidfd(),
    ]
}

/// What holds a plugin back once it runs.
pub(super) fn confinement() -> Vec<Finding> {
    let scope = fs::read_to_string("/proc/sys/kernel/yama/ptrace_scope").ok();
    vec![
        user(getuid().is_root()),
        cgroups::examine(),
        landlock::examine(),
        ptrace(scope.as_deref().map(str::trim)),
    ]
}

fn system() -> Finding {
    let name = uname();
    let part = |part: &std::ffi::CStr| part.to_string_lossy().into_owned();
    Finding::ok(
        "system",
        format!(
            "{} {} on {}",
            part(name.sysname()),
            part(name.release()),
            part(name.machine())
        ),
    )
}

/// Makes a small executable without a file, seals it, and asks whether it may be executed.
fn try_sealed_image() -> Result<(), Errno> {
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    let image = match memfd_create("pontoon-doctor", flags | MemfdFlags::EXEC) {
        // Before Linux 6.3 the flag was unknown.
        Err(Errno::INVAL) => memfd_create("pontoon-doctor", flags)?,
        result => result?,
    };
    let mut image = fs::File::from(image);
    image
        .write_all(b"#!/bin/true\n")
        .map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))?;
    fcntl_add_seals(
        &image,
        SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL,
    )?;
    access(format!("/proc/self/fd/{}", image.as_raw_fd()), Access::EXEC_OK)
}

fn sealed_images(tried: Result<(), Errno>) -> Finding {
    const NAME: &str = "sealed images";
    match tried {
        Ok(()) => Finding::ok(
            NAME,
            "a plugin runs from a sealed copy of the bytes that were checked; replacing its file changes nothing",
        ),
        Err(error) => Finding::warn(
            NAME,
            format!(
                "the kernel forbids programs that have no file ({error}), so plugins run from a copy in a private \
                 folder, which programs of the same user can change"
            ),
            "sudo sysctl vm.memfd_noexec=1",
        ),
    }
}

fn parent_death() -> Finding {
    const NAME: &str = "parent death";
    match parent_process_death_signal() {
        Ok(_) => Finding::ok(NAME, "the kernel ends plugins when pontoon is killed"),
        Err(error) => Finding::warn(
            NAME,
            format!("the kernel does not end plugins when pontoon is killed ({error})"),
            "let the sandbox around pontoon permit prctl, or end leftovers by hand",
        ),
    }
}

fn subreaper() -> Finding {
    const NAME: &str = "orphans";
    match set_child_subreaper(Some(getpid())) {
        Ok(()) => Finding::ok(NAME, "processes that a plugin leaves behind are ended"),
        Err(error) => Finding::warn(
            NAME,
            format!(
                "pontoon cannot adopt processes that plugins leave behind ({error}); it searches for them instead"
            ),
            "let the sandbox around pontoon permit prctl",
        ),
    }
}

fn pidfd() -> Finding {
    const NAME: &str = "process handles";
    match pidfd_open(getpid(), PidfdFlags::empty()) {
        Ok(_) => Finding::ok(
            NAME,
            "orphans are signalled through handles, never through a reused process id",
        ),
        Err(error) => Finding::warn(
            NAME,
            format!("not available ({error}), so processes that a plugin leaves behind are not ended"),
            "use Linux 5.3 or newer, or let the sandbox around pontoon permit pidfd_open",
        ),
    }
}

fn user(is_root: bool) -> Finding {
    const NAME: &str = "user";
    if is_root {
        Finding::warn(
            NAME,
            "pontoon runs as root, and so does every plugin: it may do anything to this machine",
            "run pontoon as an ordinary user",
        )
    } else {
        Finding::ok(NAME, "plugins have the rights of this user, which are not root's")
    }
}

fn ptrace(scope: Option<&str>) -> Finding {
    const NAME: &str = "memory of others";
    const OPEN: &str =
        "a plugin can read and change the memory of this user's other programs, pontoon included";
    match scope {
        Some("0") => Finding::warn(
            NAME,
            format!("{OPEN} (kernel.yama.ptrace_scope is 0)"),
            "sudo sysctl kernel.yama.ptrace_scope=1",
        ),
        Some(scope) => Finding::ok(
            NAME,
            format!(
                "a plugin cannot attach to this user's other programs (kernel.yama.ptrace_scope is {scope})"
            ),
        ),
        None => Finding::warn(
            NAME,
            format!("{OPEN}: this kernel has no Yama"),
            "allow only plugins that you trust, or run pontoon as a user of its own",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::finding::State;
    use super::*;

    #[test]
    fn what_is_not_enforced_is_never_called_ok() {
        assert_eq!(sealed_images(Err(Errno::ACCESS)).state, State::Warn);
        assert_eq!(user(true).state, State::Warn);
        let ptrace = [None, Some("0"), Some("1"), Some("2")].map(|scope| ptrace(scope).state);
        assert_eq!(ptrace, [State::Warn, State::Warn, State::Ok, State::Ok]);
    }
}
