//! What can go wrong before a plugin has said where it listens.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::thread;

pub(crate) fn exit_at_once() -> ExitCode {
    let _nobody_listens = writeln!(io::stderr(), "cannot open the database");
    ExitCode::from(3)
}

pub(crate) fn never_speaks() -> ExitCode {
    loop {
        thread::park();
    }
}

pub(crate) fn garbage_line() -> ExitCode {
    let _nobody_listens = writeln!(io::stdout(), "Hello! I am no plugin.");
    never_speaks()
}
