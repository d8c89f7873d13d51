//! [`PageConsole`]: console lines on their way to the page, in order, cut where one is huge.

use std::cell::{Cell, RefCell};

use web_messages::{ConsoleLevel as PageLevel, ConsoleLine, FromWorker, RunId};
use web_runtime::{ConsoleLevel, ConsoleSink};

use crate::excerpt::excerpt;
use crate::pacer::Pacer;
use crate::page;

/// Posts what the present run writes.
#[derive(Debug)]
pub(crate) struct PageConsole {
    run: Cell<RunId>,
    pacer: RefCell<Pacer<ConsoleLine>>,
}

impl Default for PageConsole {
    fn default() -> Self {
        Self {
            run: Cell::new(RunId(0)),
            pacer: RefCell::default(),
        }
    }
}

impl PageConsole {
    /// Lines belong to `run` from now on.
    pub(crate) fn begin(&self, run: RunId) {
        self.flush();
        self.run.set(run);
    }

    /// Posts whatever waits: before anything that may take long, and at the end of a run.
    pub(crate) fn flush(&self) {
        let lines = self.pacer.borrow_mut().take();
        self.post(lines);
    }

    fn post(&self, lines: Vec<ConsoleLine>) {
        if !lines.is_empty() {
            let run = self.run.get();
            page::post(&FromWorker::Console { run, lines });
        }
    }
}

impl ConsoleSink for PageConsole {
    fn write(&self, level: ConsoleLevel, text: String) {
        let text = excerpt(text);
        let bytes = text.len();
        let line = ConsoleLine {
            level: page_level(level),
            text,
        };
        let lines = self.pacer.borrow_mut().push(line, bytes, page::now());
        self.post(lines);
    }
}

fn page_level(level: ConsoleLevel) -> PageLevel {
    match level {
        ConsoleLevel::Debug => PageLevel::Debug,
        ConsoleLevel::Log => PageLevel::Log,
        ConsoleLevel::Info => PageLevel::Info,
        ConsoleLevel::Warn => PageLevel::Warn,
        ConsoleLevel::Error => PageLevel::Error,
    }
}
