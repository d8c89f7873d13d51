//! What can go wrong at the socket that a correct handshake line names.

use std::env;
use std::io::{self, Read as _, Write as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::process::ExitCode;

use plugins_handshake::{APP_PROTOCOL_VERSION, HandshakeLine, Network, environment};

use crate::before_the_handshake::never_speaks;

pub(crate) fn refuses() -> ExitCode {
    stay(|| {
        let (listener, line) = bind()?;
        drop(listener);
        announce(&line)
    })
}

pub(crate) fn silent() -> ExitCode {
    stay(|| {
        let (listener, line) = bind()?;
        announce(&line)?;
        let mut held = Vec::new();
        for connection in listener.incoming() {
            held.push(connection);
        }
        Ok(())
    })
}

pub(crate) fn closes() -> ExitCode {
    answer(|_| Ok(()))
}

pub(crate) fn http1() -> ExitCode {
    answer(|mut stream| {
        stream.read_exact(&mut [0; 14])?;
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    })
}

pub(crate) fn noise() -> ExitCode {
    answer(|mut stream| {
        let noise: Vec<u8> = (0..100_000u32).map(|number| (number * 167 % 251) as u8).collect();
        stream.write_all(&noise)?;
        // Until the host closes the connection.
        stream.read_to_end(&mut Vec::new()).map(drop)
    })
}

fn answer(reply: impl Fn(UnixStream) -> io::Result<()>) -> ExitCode {
    stay(|| {
        let (listener, line) = bind()?;
        announce(&line)?;
        for stream in listener.incoming().flatten() {
            // The host may close the connection first.
            let _ = reply(stream);
        }
        Ok(())
    })
}

/// Does it, and stays until it is killed.
fn stay(act: impl FnOnce() -> io::Result<()>) -> ExitCode {
    match act() {
        Ok(()) => never_speaks(),
        Err(error) => {
            let _nobody_listens = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn bind() -> io::Result<(UnixListener, HandshakeLine)> {
    let folder = env::var_os(environment::UNIX_SOCKET_DIR).unwrap_or_default();
    let path = Path::new(&folder).join("plugin-socket");
    let line = HandshakeLine {
        app_version: APP_PROTOCOL_VERSION,
        network: Network::Unix(path.clone()),
        certificate: None,
        multiplexing: None,
    };
    Ok((UnixListener::bind(path)?, line))
}

fn announce(line: &HandshakeLine) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}
