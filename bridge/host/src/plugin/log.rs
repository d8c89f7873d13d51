//! What a plugin writes to its standard error, as log events: hclog's JSON records, lines with a level in front,
//! and the text of a panic. Pure: it is given bytes and gives events; who reads the pipe and who is told is
//! decided elsewhere. Nothing that a plugin writes makes it fail, and its memory is bounded.

mod crash;
mod hclog;
mod lines;
mod rate;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use crash::Crash;
use lines::{Line, LineSplitter};
pub(super) use rate::RateLimit;

use crate::text;

/// One thing that a plugin said. All texts are printable: control characters and escape sequences are spelled
/// out, and what was no UTF-8 is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LogEvent {
    /// How much it matters.
    pub(super) level: LogLevel,
    /// One line.
    pub(super) message: String,
    /// The part of the plugin that speaks: hclog's `@module`.
    pub(super) module: Option<String>,
    /// What else the record holds: strings as they are, other values as JSON.
    pub(super) fields: BTreeMap<String, String>,
}

/// How much a log event matters; the later, the more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum LogLevel {
    /// Every step.
    Trace,
    /// What its author needs; also all that carries no level.
    Debug,
    /// What a user may like to know.
    Info,
    /// It goes on, but something is odd.
    Warn,
    /// Something failed.
    Error,
}

impl LogLevel {
    /// The name in lower case, as hclog writes it.
    #[must_use]
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Trace => "trace",
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for LogLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The bytes as one printable line; those that are no UTF-8 show as replacement characters.
pub(super) fn printable(bytes: &[u8]) -> String {
    text::printable(&String::from_utf8_lossy(bytes))
}

/// Reads one process's standard error from its first byte to its last.
#[derive(Debug, Default)]
pub(super) struct LogReader {
    splitter: LineSplitter,
    interpreter: Interpreter,
}

impl LogReader {
    /// Takes the next bytes, cut anywhere, and tells the events that they complete.
    pub(super) fn push(&mut self, bytes: &[u8], mut tell: impl FnMut(LogEvent)) {
        let interpreter = &mut self.interpreter;
        self.splitter.push(bytes, |line| {
            if let Some(event) = interpreter.interpret(line) {
                tell(event);
            }
        });
    }

    /// The stream has ended: tells what stood in a last line without an end.
    pub(super) fn finish(&mut self, mut tell: impl FnMut(LogEvent)) {
        let interpreter = &mut self.interpreter;
        self.splitter.finish(|line| {
            if let Some(event) = interpreter.interpret(line) {
                tell(event);
            }
        });
    }

    /// The text of the last panic, from the line that began it; printable, and bounded.
    pub(super) fn crash_report(&self) -> Option<&str> {
        self.interpreter.crash.report()
    }
}

/// What a line means depends on those before it: it may be the rest of one, or part of a panic's trace.
#[derive(Debug, Default)]
struct Interpreter {
    crash: Crash,
    /// The level of a line that has not ended yet.
    unfinished: Option<LogLevel>,
}

impl Interpreter {
    fn interpret(&mut self, line: Line<'_>) -> Option<LogEvent> {
        let event = match self.unfinished {
            Some(level) => self.untagged(level, printable(line.bytes)),
            None => self.beginning(line.bytes),
        };
        self.unfinished = (!line.ended).then_some(event.level);
        (!event.message.is_empty() || !event.fields.is_empty()).then_some(event)
    }

    fn beginning(&mut self, bytes: &[u8]) -> LogEvent {
        if let Some(event) = hclog::parse(bytes) {
            self.crash.outlived();
            return event;
        }
        let text = printable(bytes);
        if let Some((level, message)) = split_tag(&text) {
            self.crash.outlived();
            return plain(level, message.to_owned());
        }
        if crash::begins(&text) {
            self.crash.begin();
        }
        let level = if self.crash.has_begun() {
            LogLevel::Error
        } else {
            LogLevel::Debug
        };
        self.untagged(level, text)
    }

    fn untagged(&mut self, level: LogLevel, text: String) -> LogEvent {
        self.crash.push(&text);
        plain(level, text)
    }
}

/// `[WARN] text`, as Go's older loggers write it.
fn split_tag(text: &str) -> Option<(LogLevel, &str)> {
    const TAGS: [(&str, LogLevel); 5] = [
        ("[TRACE]", LogLevel::Trace),
        ("[DEBUG]", LogLevel::Debug),
        ("[INFO]", LogLevel::Info),
        ("[WARN]", LogLevel::Warn),
        ("[ERROR]", LogLevel::Error),
    ];
    TAGS.into_iter()
        .find_map(|(tag, level)| Some((level, text.strip_prefix(tag)?.trim_start())))
}

fn plain(level: LogLevel, message: String) -> LogEvent {
    LogEvent {
        level,
        message,
        module: None,
        fields: BTreeMap::new(),
    }
}
