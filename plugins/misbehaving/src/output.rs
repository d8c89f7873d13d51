//! What can go wrong with the standard streams of a plugin that works otherwise; written on the SDK.

use std::io::{self, Write as _};
use std::process::ExitCode;

use nix::unistd::close;
use pontoon_sdk::Result;

use crate::in_a_call::serve;

const MIB: usize = 1024 * 1024;

pub(crate) fn floods_stderr() -> ExitCode {
    serve(|call| -> Result<bool> {
        let mut line = vec![b'x'; MIB - 1];
        line.push(b'\n');
        let lines = call.number(0).unwrap_or(20.0);
        for _ in 0..lines as usize {
            io::stderr().write_all(&line)?;
        }
        Ok(true)
    })
}

pub(crate) fn floods_stderr_lines() -> ExitCode {
    serve(|call| -> Result<bool> {
        // As many writes as lines would take most of the time.
        const AT_ONCE: usize = 1000;
        let lines = b"tick\n".repeat(AT_ONCE);
        for _ in 0..call.number(0)? as usize / AT_ONCE {
            io::stderr().write_all(&lines)?;
        }
        Ok(true)
    })
}

pub(crate) fn floods_stderr_without_line_end() -> ExitCode {
    serve(|call| -> Result<bool> {
        let piece = vec![b'x'; MIB];
        for _ in 0..call.number(0)? as usize {
            io::stderr().write_all(&piece)?;
        }
        Ok(true)
    })
}

pub(crate) fn writes_stderr() -> ExitCode {
    serve(|call| -> Result<bool> {
        io::stderr().write_all(call.string(0)?.as_bytes())?;
        Ok(true)
    })
}

pub(crate) fn prints() -> ExitCode {
    let _nobody_listens = writeln!(io::stderr(), "warming up\n{{\"@level\":5,\"@message\":null}}");
    serve(|_| -> Result<bool> {
        let mut stdout = io::stdout();
        stdout.write_all(&vec![b'x'; MIB])?;
        stdout.flush()?;
        Ok(true)
    })
}

pub(crate) fn closes(descriptors: &'static [i32]) -> ExitCode {
    serve(move |_| -> Result<bool> {
        for descriptor in descriptors {
            close(*descriptor)?;
        }
        Ok(true)
    })
}
