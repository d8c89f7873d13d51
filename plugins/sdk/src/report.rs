//! What the SDK itself says on standard error, where hosts look for a reason. Nobody may be listening, so that
//! failing to say it is not an error.

use std::backtrace::Backtrace;
use std::io::{self, Write as _};
use std::panic;

/// Prints the three lines that a person gets who starts a plugin by hand; they are go-plugin's own.
pub(crate) fn not_started_by_a_host() {
    print(
        "This binary is a plugin. These are not meant to be executed directly.\n\
         Please execute the program that consumes these plugins, which will\n\
         load any plugins automatically",
    );
}

/// Prints one line that hosts take for an error.
pub(crate) fn error(text: &str) {
    print(&format!("[ERROR] {}", text.replace('\n', "\n[ERROR] ")));
}

/// Prints one line that hosts take for a warning.
pub(crate) fn warn(text: &str) {
    print(&format!("[WARN] {text}"));
}

/// Makes panics errors on standard error as well: their default form is one that hosts take for chatter.
pub(crate) fn report_panics() {
    panic::set_hook(Box::new(|panic| {
        error(&panic.to_string());
        let backtrace = Backtrace::capture();
        if backtrace.status() == std::backtrace::BacktraceStatus::Captured {
            error(&backtrace.to_string());
        }
    }));
}

fn print(text: &str) {
    let _nobody_listens = writeln!(io::stderr(), "{text}");
}
