//! Who may change a plugin's file: whoever can, decides what runs here. The file, its folder and every folder
//! above must belong to this user or to root, and be writable by nobody else.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::process::{getgid, getuid};
use thiserror::Error;

use super::report::Reason;

const GROUP_WRITE: u32 = 0o020;
const OTHERS_WRITE: u32 = 0o002;
const STICKY: u32 = 0o1000;
const SET_ID: u32 = 0o6000;

/// What is too open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Error)]
pub(crate) enum Unsafe {
    /// Somebody else owns it.
    #[error("plugin {plugin:?} is not safe to run: {path:?} belongs to user {owner}")]
    Owner {
        plugin: PathBuf,
        path: PathBuf,
        owner: u32,
    },
    /// Somebody else can write to it.
    #[error("plugin {plugin:?} is not safe to run: {path:?} is writable by {by} (mode {mode:04o})")]
    Writable {
        plugin: PathBuf,
        path: PathBuf,
        by: &'static str,
        mode: u32,
    },
    /// It would run with another user's rights.
    #[error("plugin {plugin:?} is not safe to run: it is set-user-id or set-group-id (mode {mode:04o})")]
    SetId { plugin: PathBuf, mode: u32 },
}

impl Unsafe {
    /// The reason with the command that fixes it.
    pub(crate) fn to_reason(&self) -> Reason {
        let advice = match self {
            Self::Owner { path, .. } => format!(
                "run `sudo chown $(id -u) {}`, or copy the plugin to a folder of yours",
                path.display()
            ),
            Self::Writable { path, by, .. } => {
                let bits = if *by == "its group" { "g-w" } else { "go-w" };
                format!("run `chmod {bits} {}`", path.display())
            }
            Self::SetId { plugin, .. } => format!("run `chmod ug-s {}`", plugin.display()),
        };
        Reason::new(self.to_string(), advice)
    }
}

/// Checks the file behind `plugin` (links resolved) and every folder above it.
pub(super) fn check(plugin: &Path) -> io::Result<Result<(), Unsafe>> {
    let real = fs::canonicalize(plugin)?;
    let mode = fs::metadata(&real)?.mode() & 0o7777;
    if mode & SET_ID != 0 {
        return Ok(Err(Unsafe::SetId {
            plugin: plugin.to_owned(),
            mode,
        }));
    }
    for path in real.ancestors() {
        if let Err(found) = check_one(plugin, path, &fs::metadata(path)?) {
            return Ok(Err(found));
        }
    }
    Ok(Ok(()))
}

fn check_one(plugin: &Path, path: &Path, metadata: &Metadata) -> Result<(), Unsafe> {
    let (owner, mode) = (metadata.uid(), metadata.mode() & 0o7777);
    if owner != 0 && owner != getuid().as_raw() {
        return Err(Unsafe::Owner {
            plugin: plugin.to_owned(),
            path: path.to_owned(),
            owner,
        });
    }
    // In a sticky folder such as /tmp, others can add files but not replace ours.
    if metadata.is_dir() && mode & STICKY != 0 {
        return Ok(());
    }
    let by = if mode & OTHERS_WRITE != 0 {
        "everybody"
    } else if mode & GROUP_WRITE != 0 && !is_private_group(metadata) {
        "its group"
    } else {
        return Ok(());
    };
    Err(Unsafe::Writable {
        plugin: plugin.to_owned(),
        path: path.to_owned(),
        by,
        mode,
    })
}

/// On many systems each user is alone in a group of the same number, and files are group-writable by default.
fn is_private_group(metadata: &Metadata) -> bool {
    metadata.gid() == getgid().as_raw()
        && metadata.gid() == getuid().as_raw()
        && metadata.uid() == getuid().as_raw()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    /// The verdict on a plugin of a mode in a folder of a mode, with the temporary folder's name taken out.
    fn verdict(file: u32, folder: u32) -> Option<(String, String)> {
        let root = tempfile::tempdir().unwrap();
        let plugins = root.path().join("plugins");
        let plugin = plugins.join("goja-plugin-x");
        fs::create_dir(&plugins).unwrap();
        fs::write(&plugin, "").unwrap();
        fs::set_permissions(&plugin, fs::Permissions::from_mode(file)).unwrap();
        fs::set_permissions(&plugins, fs::Permissions::from_mode(folder)).unwrap();
        let reason = check(&plugin).unwrap().err()?.to_reason();
        let name = fs::canonicalize(root.path()).unwrap().display().to_string();
        let tidy = |text: String| {
            text.replace(&name, "DIR")
                .replace(&root.path().display().to_string(), "DIR")
        };
        Some((tidy(reason.text), tidy(reason.advice)))
    }

    #[test]
    fn what_others_can_write_is_named_with_the_command_that_fixes_it() {
        assert_eq!(verdict(0o755, 0o755), None);
        assert_eq!(verdict(0o700, 0o700), None);
        assert_eq!(verdict(0o755, 0o1777), None);
        let plugin = r#"plugin "DIR/plugins/goja-plugin-x" is not safe to run: "#;
        assert_eq!(
            verdict(0o757, 0o755),
            Some((
                format!(r#"{plugin}"DIR/plugins/goja-plugin-x" is writable by everybody (mode 0757)"#),
                "run `chmod go-w DIR/plugins/goja-plugin-x`".to_owned()
            ))
        );
        assert_eq!(
            verdict(0o755, 0o777),
            Some((
                format!(r#"{plugin}"DIR/plugins" is writable by everybody (mode 0777)"#),
                "run `chmod go-w DIR/plugins`".to_owned()
            ))
        );
        assert_eq!(
            verdict(0o4755, 0o755),
            Some((
                format!("{plugin}it is set-user-id or set-group-id (mode 4755)"),
                "run `chmod ug-s DIR/plugins/goja-plugin-x`".to_owned()
            ))
        );
    }
}
