//! [`Socket`]: the Unix socket that the plugin listens on. Its file lives exactly as long as the value.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};

use nix::unistd::Group;
use tempfile::{Builder, NamedTempFile, TempPath};
use thiserror::Error;
use tokio::net::UnixListener;

/// What the names of socket files begin with, as go-plugin's do.
const PREFIX: &str = "plugin";

/// A socket that listens.
#[derive(Debug)]
pub(crate) struct Socket {
    pub(crate) listener: UnixListener,
    pub(crate) path: TempPath,
}

impl Socket {
    /// Listens on a new socket in the folder. Only this user may connect, and the group if one is named.
    pub(crate) fn bind(folder: &Path, group: Option<&str>) -> Result<Self, SocketError> {
        let bound: NamedTempFile<UnixListener> = Builder::new()
            .prefix(PREFIX)
            .make_in(folder, |path| UnixListener::bind(path))
            .map_err(|source| SocketError::Bind {
                folder: folder.to_owned(),
                source,
            })?;
        let (listener, path) = bound.into_parts();
        if !is_printable(&path) {
            return Err(SocketError::Unprintable {
                path: path.to_path_buf(),
            });
        }
        restrict(&path, group)?;
        Ok(Self { listener, path })
    }
}

/// Why there is no socket.
#[derive(Debug, Error)]
pub(crate) enum SocketError {
    #[error("listen on a unix socket in {}", folder.display())]
    Bind { folder: PathBuf, source: io::Error },
    #[error(
        "the socket's path {path:?} cannot be told to the host: it is not UTF-8, or holds '|' or a line break"
    )]
    Unprintable { path: PathBuf },
    #[error("look up the group {group:?} that shall connect to the socket")]
    LookUpGroup { group: String, source: io::Error },
    #[error("the group {group:?} that shall connect to the socket does not exist")]
    UnknownGroup { group: String },
    #[error("restrict who may connect to the socket {}", path.display())]
    Restrict { path: PathBuf, source: io::Error },
}

/// Whether the path survives the handshake line.
fn is_printable(path: &Path) -> bool {
    path.to_str()
        .is_some_and(|text| !text.contains(['|', '\n', '\r']))
}

/// Connecting takes the right to write.
fn restrict(path: &Path, group: Option<&str>) -> Result<(), SocketError> {
    let group = group.map(group_id).transpose()?;
    let mode = if group.is_some() { 0o660 } else { 0o600 };
    chown(path, None, group)
        .and_then(|()| fs::set_permissions(path, Permissions::from_mode(mode)))
        .map_err(|source| SocketError::Restrict {
            path: path.to_owned(),
            source,
        })
}

fn group_id(group: &str) -> Result<u32, SocketError> {
    if let Ok(id) = group.parse() {
        return Ok(id);
    }
    match Group::from_name(group) {
        Ok(Some(found)) => Ok(found.gid.as_raw()),
        Ok(None) => Err(SocketError::UnknownGroup {
            group: group.to_owned(),
        }),
        Err(errno) => Err(SocketError::LookUpGroup {
            group: group.to_owned(),
            source: errno.into(),
        }),
    }
}
