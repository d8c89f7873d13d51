//! The folder for sockets and private copies, tried out, and the home folder.

use std::fs::{self, Metadata, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::net::UnixListener;
use std::path::Path;

use rustix::fs::{StatVfsMountFlags, statvfs};
use rustix::process::getuid;

use super::finding::Finding;
use crate::folders;

const STICKY: u32 = 0o1000;
const WRITABLE_BY_OTHERS: u32 = 0o022;

/// Names as long as those that the host and a plugin built on go-plugin choose.
const PLUGIN_FOLDER: &str = "p12345678";
const SOCKET: &str = "plugin1234567890";

pub(super) fn examine() -> Vec<Finding> {
    let folder = folders::runtime();
    let mut findings = vec![runtime(&folder)];
    if let Some(ignored) = folders::ignored_runtime() {
        findings.push(Finding::warn(
            "XDG_RUNTIME_DIR",
            format!(
                "{} is not used: it does not exist, or its name is too long for a socket's path",
                ignored.display()
            ),
            "set it to a folder with a short name that only you can use, or unset it",
        ));
    }
    findings.push(match folders::home() {
        Ok(home) if home.is_dir() => Finding::ok("home", home.display().to_string()),
        Ok(home) => Finding::bad(
            "home",
            format!("{} does not exist", home.display()),
            "set HOME to a folder that does",
        ),
        Err(error) => Finding::bad("home", error.to_string(), "export HOME=/path/to/your/home"),
    });
    findings
}

fn runtime(folder: &Path) -> Finding {
    const NAME: &str = "sockets and copies";
    let shown = folder.display();
    let fix = "export XDG_RUNTIME_DIR=/run/user/$(id -u), or another folder that only you can use";
    let metadata = match fs::metadata(folder) {
        Ok(metadata) => metadata,
        Err(error) => return Finding::bad(NAME, format!("{shown}: {error}"), fix),
    };
    if let Some(trouble) = unsafe_to_use(&metadata, getuid().as_raw()) {
        return Finding::bad(NAME, format!("{shown} {trouble}"), fix);
    }
    if let Err(error) = try_out(folder) {
        return Finding::bad(
            NAME,
            format!("a private folder with a socket cannot be made in {shown}: {error}"),
            fix,
        );
    }
    let forbids_programs =
        statvfs(folder).is_ok_and(|mount| mount.f_flag.contains(StatVfsMountFlags::NOEXEC));
    Finding::ok(
        NAME,
        if forbids_programs {
            format!(
                "{shown} holds private folders and sockets, and forbids programs, so no plugin can be copied there"
            )
        } else {
            format!("{shown} holds private folders, sockets and programs")
        },
    )
}

/// Whoever may rename what lies in the folder could put something else in its place.
fn unsafe_to_use(folder: &Metadata, me: u32) -> Option<String> {
    let (owner, mode) = (folder.uid(), folder.mode() & 0o7777);
    if !folder.is_dir() {
        Some("is not a folder".to_owned())
    } else if owner != 0 && owner != me {
        Some(format!("belongs to user {owner}"))
    } else if mode & WRITABLE_BY_OTHERS != 0 && mode & STICKY == 0 {
        Some(format!("lets others replace what lies in it (mode {mode:04o})"))
    } else {
        None
    }
}

fn try_out(folder: &Path) -> io::Result<()> {
    let private = tempfile::Builder::new()
        .prefix("pontoon-")
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(folder)?;
    let mode = fs::metadata(private.path())?.mode() & 0o777;
    if mode != 0o700 {
        return Err(io::Error::other(format!("its mode is {mode:04o}, and not 0700")));
    }
    let plugin = private.path().join(PLUGIN_FOLDER);
    fs::create_dir(&plugin)?;
    UnixListener::bind(plugin.join(SOCKET)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::super::finding::State;
    use super::*;

    #[test]
    fn a_folder_that_others_can_change_or_that_has_too_long_a_name_is_bad() {
        let root = tempfile::tempdir_in("/tmp").unwrap();
        let verdict = |name: &str, mode: u32| {
            let folder = root.path().join(name);
            fs::create_dir(&folder).unwrap();
            fs::set_permissions(&folder, Permissions::from_mode(mode)).unwrap();
            runtime(&folder).state
        };
        assert_eq!(verdict("private", 0o700), State::Ok);
        assert_eq!(verdict("sticky", 0o1777), State::Ok);
        assert_eq!(verdict("open", 0o777), State::Bad);
        assert_eq!(verdict(&"long".repeat(20), 0o700), State::Bad);
        assert_eq!(runtime(&root.path().join("missing")).state, State::Bad);
    }
}
