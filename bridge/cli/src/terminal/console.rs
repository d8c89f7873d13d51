//! [`Console`]: what scripts write, on standard output and, from warnings on, on standard error.

use std::cell::RefCell;
use std::io::{self, Write as _};
use std::sync::Arc;

use web_output::{ConsoleEntry, ConsoleLevel};
use web_runtime::ConsoleSink;

use super::paint::Paint;
use super::rendered::rendered;
use super::stop::Stop;

/// Takes texts that would go to the standard streams.
pub(crate) type Diversion = Box<dyn Fn(String)>;

/// Shows each line at once: whoever reads may wait for it, and no script has to come to a rest before.
pub(crate) struct Console {
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
        Self {
            paint: Paint::of(&io::stdout()),
            error_paint: Paint::of(&io::stderr()),
            diverted: RefCell::default(),
            broken: RefCell::default(),
            stop,
        }
    }

    /// From now on everything goes to `to`, or back to the standard streams.
    pub(crate) fn divert(&self, to: Option<Diversion>) {
        *self.diverted.borrow_mut() = to;
    }

    /// Writes a text and a line end to standard output.
    pub(crate) fn say(&self, text: &str) {
        if let Some(take) = &*self.diverted.borrow() {
            return take(text.to_owned());
        }
        if let Err(error) = writeln!(io::stdout(), "{text}") {
            self.broken.borrow_mut().get_or_insert(error);
            self.stop.request();
        }
    }

    /// Writes a text and a line end to standard error.
    pub(crate) fn complain(&self, text: &str) {
        if let Some(take) = &*self.diverted.borrow() {
            return take(text.to_owned());
        }
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(io::stderr(), "{text}");
    }

    /// How standard output is painted.
    pub(crate) fn paint(&self) -> Paint {
        self.paint
    }

    /// How standard error is painted.
    pub(crate) fn error_paint(&self) -> Paint {
        self.error_paint
    }

    /// Why nothing more could be written, if it came to that.
    pub(crate) fn take_broken(&self) -> Option<io::Error> {
        self.broken.take()
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
