//! The first line of a plugin's standard output: read with a bound, and turned into an address that the host
//! is willing to connect to.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::FileTypeExt as _;
use std::path::Path;

use plugins_handshake::{APP_PROTOCOL_VERSION, Excerpt, HandshakeLine, Network};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, BufReader};
use tokio::process::ChildStdout;

use super::error::StartFailure;
use super::process::ProcessHandle;

/// The longest handshake line that is read, in bytes. A line with a certificate has about 900.
const MAX_LINE: usize = 64 * 1024;

/// The longest path that a socket may have, in bytes.
const MAX_SOCKET_PATH: usize = if cfg!(target_os = "linux") { 107 } else { 103 };

/// Reads up to the first line end, or to the end of the stream. The rest of the stream comes back too.
pub(super) async fn first_line(
    stdout: Option<ChildStdout>,
    process: &ProcessHandle,
) -> Result<(String, impl AsyncRead + Unpin + Send + 'static), StartFailure> {
    let stdout = stdout.ok_or(StartFailure::Closed)?;
    let mut bounded = BufReader::new(stdout).take(MAX_LINE as u64);
    let mut line = Vec::new();
    bounded
        .read_until(b'\n', &mut line)
        .await
        .map_err(StartFailure::Read)?;
    if line.is_empty() {
        // The end of the stream mostly means the end of the process; the caller's deadline bounds the wait.
        return Err(StartFailure::Exited(process.wait().await));
    }
    if line.len() == MAX_LINE && line.last() != Some(&b'\n') {
        return Err(StartFailure::LineTooLong(MAX_LINE));
    }
    Ok((String::from_utf8_lossy(&line).into_owned(), bounded.into_inner()))
}

/// What the line says.
pub(super) fn read(line: &str) -> Result<HandshakeLine, StartFailure> {
    Ok(HandshakeLine::parse(line, &[APP_PROTOCOL_VERSION])?)
}

/// Whether the host connects there. A plugin could name any socket of the machine: only one in the folder that it
/// was given, or a loopback port, is its own.
pub(super) fn check_address(address: &Network, folder: &Path) -> Result<(), StartFailure> {
    match address {
        Network::Unix(path) => check_socket(path, folder),
        Network::Tcp(address) if address.ip().is_loopback() => Ok(()),
        Network::Tcp(address) => Err(StartFailure::ForeignAddress(Excerpt::new(&address.to_string()))),
    }
}

fn check_socket(path: &Path, folder: &Path) -> Result<(), StartFailure> {
    let shown = Excerpt::new(&path.to_string_lossy());
    if path.parent() != Some(folder) {
        return Err(StartFailure::ForeignAddress(shown));
    }
    let length = path.as_os_str().as_bytes().len();
    if length > MAX_SOCKET_PATH {
        return Err(StartFailure::AddressTooLong {
            length,
            limit: MAX_SOCKET_PATH,
        });
    }
    // A link could lead to any socket of the machine.
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.file_type().is_socket() => Ok(()),
        Ok(_) => Err(StartFailure::NotASocket(shown)),
        Err(source) => Err(StartFailure::NoSocket { path: shown, source }),
    }
}
