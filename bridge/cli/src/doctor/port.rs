//! Whether the port is free, and which process uses it: the kernel's table names the socket, and the open files of the
//! processes that we may look into name its owner.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;

use super::finding::Finding;

pub(super) fn examine(port: u16) -> Finding {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    judge(port, TcpListener::bind(address).map(drop), || owner(port))
}

fn judge(port: u16, bound: io::Result<()>, owner: impl FnOnce() -> Option<Owner>) -> Finding {
    const NAME: &str = "127.0.0.1";
    let other_port = "pontoon serve --port 0";
    match bound {
        Ok(()) => Finding::ok(NAME, format!("port {port} is free")),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => match owner() {
            Some(Owner { id, name }) => Finding::warn(
                NAME,
                format!("port {port} is in use by {name} (process {id})"),
                format!("`kill {id}`, or `{other_port}`"),
            ),
            None => Finding::warn(
                NAME,
                format!("port {port} is in use by another user's program"),
                other_port,
            ),
        },
        Err(error) => Finding::bad(NAME, format!("port {port} cannot be used: {error}"), other_port),
    }
}

/// The process that listens on a port.
#[derive(Debug)]
pub(crate) struct Owner {
    pub(crate) id: u32,
    pub(crate) name: String,
}

/// Finds the process that listens on a port; `None` if it belongs to another user.
pub(crate) fn owner(port: u16) -> Option<Owner> {
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].map(|path| fs::read_to_string(path).unwrap_or_default());
    let link = format!(
        "socket:[{}]",
        tables.iter().find_map(|table| listener(table, port))?
    );
    let processes = fs::read_dir("/proc").ok()?.flatten();
    processes
        .filter(|process| holds(&process.path(), &link))
        .find_map(|process| {
            let name = fs::read_to_string(process.path().join("comm")).ok()?;
            Some(Owner {
                id: process.file_name().to_str()?.parse().ok()?,
                name: bridge_host::printable(name.trim()),
            })
        })
}

/// The inode of the socket that listens on the port, from a table such as `/proc/net/tcp`.
fn listener(table: &str, port: u16) -> Option<&str> {
    const LISTENING: &str = "0A";
    let suffix = format!(":{port:04X}");
    table.lines().skip(1).find_map(|line| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [_, local, _, LISTENING, ..] = columns[..] else {
            return None;
        };
        local
            .ends_with(&suffix)
            .then(|| columns.get(9).copied())
            .flatten()
    })
}

fn holds(process: &Path, link: &str) -> bool {
    let Ok(files) = fs::read_dir(process.join("fd")) else {
        return false;
    };
    files
        .flatten()
        .any(|file| fs::read_link(file.path()).is_ok_and(|target| target.as_os_str() == link))
}

#[cfg(test)]
mod tests {
    use super::super::finding::State;
    use super::*;

    #[test]
    fn only_a_listening_socket_on_the_port_counts() {
        let table = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n\
            0: 0100007F:1CCD 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 111 1 0\n\
            1: 0100007F:1CCE 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 222 1 0\n\
            2: 0100007F:1CCD 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 333 1 0\n";
        assert_eq!(listener(table, 7373), Some("333"));
        assert_eq!(listener(table, 7375), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_port_that_this_very_process_holds_is_found_with_its_owner() {
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let finding = examine(held.local_addr().unwrap().port());
        assert_eq!(finding.state, State::Warn);
        let id = format!("(process {})", std::process::id());
        assert!(finding.meaning.ends_with(&id), "{finding:?}");
    }
}
