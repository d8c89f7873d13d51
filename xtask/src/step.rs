//! Says on standard error what is being done and for how long. Nothing else of xtask writes there.
#![expect(clippy::print_stderr, reason = "progress is for the person at the terminal")]

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Announces `name`, does the work, and says how long it took.
pub(crate) fn step<T>(name: impl Display, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(format_args!("==> {name}"));
    let started = Instant::now();
    let outcome = work();
    let word = if outcome.is_ok() { "done" } else { "FAILED" };
    say(format_args!(
        "<== {name}: {word} after {}",
        seconds(started.elapsed())
    ));
    outcome
}

/// One line for the person at the terminal.
pub(crate) fn say(line: impl Display) {
    eprintln!("{line}");
}

/// A duration as people read it.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
