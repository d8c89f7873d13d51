//! The text of a panic: where it begins, and the report that is kept of it for the error of the call it broke.

/// The longest report, in bytes: the message and the first stacks. What follows is rarely read.
pub(super) const MAX_REPORT: usize = 16 * 1024;

const CUT: &str = "[the rest is left out]";

/// Whether the line is the first of a panic, as Go's runtime or Rust's writes it.
pub(super) fn begins(line: &str) -> bool {
    line.starts_with("panic: ")
        || line.starts_with("fatal error: ")
        || (line.starts_with("thread '") && line.contains(" panicked at "))
}

/// The last panic so far, if there was one.
#[derive(Debug, Default)]
pub(super) struct Crash {
    report: Option<String>,
    /// Whether the process went on afterwards, so that another panic is another report.
    outlived: bool,
}

impl Crash {
    /// A line came that begins a panic. Right after another it belongs to the same end: Go's runtime may fail
    /// while it panics.
    pub(super) fn begin(&mut self) {
        if self.outlived || self.report.is_none() {
            self.report = Some(String::new());
            self.outlived = false;
        }
    }

    /// An ordinary log line came: the process lives, or another of its threads wrote while one panicked.
    pub(super) fn outlived(&mut self) {
        self.outlived = self.has_begun();
    }

    pub(super) fn has_begun(&self) -> bool {
        self.report.is_some()
    }

    /// Adds a line of the trace, until the report is full.
    pub(super) fn push(&mut self, line: &str) {
        let Some(report) = &mut self.report else { return };
        if report.ends_with(CUT) {
            return;
        }
        if !report.is_empty() {
            report.push('\n');
        }
        let room = MAX_REPORT.saturating_sub(report.len() + CUT.len() + 1);
        if line.len() <= room {
            report.push_str(line);
        } else {
            report.push_str(&line[..line.floor_char_boundary(room)]);
            report.push_str(CUT);
        }
    }

    pub(super) fn report(&self) -> Option<&str> {
        self.report.as_deref().map(str::trim_end)
    }
}
