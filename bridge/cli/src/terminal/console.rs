//! [`Console`]: what scripts write, on standard output and, from warnings on, on standard error.

use std::cell::RefCell;
use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};
use std::sync::Arc;

use web_output::{ConsoleEntry, ConsoleLevel};
use web_runtime::ConsoleSink;

use super::paint::Paint;
use super::rendered::rendered;
use super::stop::Stop;

/// Takes texts that would go to the standard streams.
pub(crate) type Diversion = Box<dyn Fn(String)>;

/// Collects lines where nobody watches them one by one.
pub(crate) struct Console {
    out: RefCell<BufWriter<Stdout>>,
    is_watched: bool,
    paint: Paint,
    error_paint: Paint,
    /// Who takes what is written instead.
    diverted: RefCell<Option<Diversion>>,
    /// Why nothing more can be written.
    broken: RefCell<Option<io::Error>>,
    stop: Arc<Stop>,
}

impl Console {
    /// When a line cannot be written, `stop` ends the script that wrote it.
    pub(crate) fn new(stop: Arc<Stop>) -> Self {
        let out = io::stdout();
        Self {
            is_watched: out.is_terminal(),
            paint: Paint::of(&out),
            error_paint: Paint::of(&io::stderr()),
            diverted: RefCell::default(),
            out: RefCell::new(BufWriter::new(out)),
            broken: RefCell::default(),
            stop,
        }
    }

    /// From now on everything goes to `to`, or back to the standard streams.
    pub(crate) fn divert(&self, to: Option<Diversion>) {
        self.flush();
        *self.diverted.borrow_mut() = to;
    }

    /// Writes a text and a line end to standard output.
    pub(crate) fn say(&self, text: &str) {
        if let Some(take) = &*self.diverted.borrow() {
            return take(text.to_owned());
        }
        let mut out = self.out.borrow_mut();
        let written = writeln!(out, "{text}");
        let shown = if self.is_watched { out.flush() } else { Ok(()) };
        self.noticed(written.and(shown));
    }

    /// Writes a text and a line end to standard error, after whatever was said before.
    pub(crate) fn complain(&self, text: &str) {
        if let Some(take) = &*self.diverted.borrow() {
            return take(text.to_owned());
        }
        self.flush();
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(io::stderr(), "{text}");
    }

    /// How standard error is painted.
    pub(crate) fn error_paint(&self) -> Paint {
        self.error_paint
    }

    /// Shows what was collected.
    pub(crate) fn flush(&self) {
        let flushed = self.out.borrow_mut().flush();
        self.noticed(flushed);
    }

    /// Why nothing more could be written, if it came to that.
    pub(crate) fn take_broken(&self) -> Option<io::Error> {
        self.broken.take()
    }

    fn noticed(&self, written: io::Result<()>) {
        if let Err(error) = written {
            self.broken.borrow_mut().get_or_insert(error);
            self.stop.request();
        }
    }
}

impl ConsoleSink for Console {
    fn write(&self, entry: ConsoleEntry) {
        match entry.level {
            ConsoleLevel::Warn | ConsoleLevel::Error => {
                if let Some(text) = rendered(&entry, self.error_paint) {
                    self.complain(&text);
                }
            }
            ConsoleLevel::Debug | ConsoleLevel::Log | ConsoleLevel::Info => {
                if let Some(text) = rendered(&entry, self.paint) {
                    self.say(&text);
                }
            }
        }
    }
}
