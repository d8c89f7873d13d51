//! What can go wrong before a plugin has said where it listens.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use crate::in_a_call;

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

pub(crate) fn endless_line() -> ExitCode {
    let piece = [b'x'; 64 * 1024];
    while io::stdout().write_all(&piece).is_ok() {}
    ExitCode::FAILURE
}

pub(crate) fn starts_slowly() -> ExitCode {
    thread::sleep(Duration::from_millis(700));
    in_a_call::works()
}
