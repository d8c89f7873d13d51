//! [`PageConsole`]: console entries on their way to the page, in order, cut where one is huge.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_messages::{FromWorker, RunId};
use web_output::{ConsoleContent, ConsoleEntry, ConsoleLevel, Piece};
use web_runtime::ConsoleSink;

use crate::excerpt::excerpt;
use crate::pacer::{Batch, Pacer, WINDOW_MS};
use crate::page;

/// Posts what the present run writes.
#[derive(Debug, Clone)]
pub(crate) struct PageConsole(Rc<State>);

#[derive(Debug)]
struct State {
    run: Cell<RunId>,
    pacer: RefCell<Pacer<ConsoleEntry>>,
    /// What waits is posted soon, even if the script goes on in silence.
    is_flush_due: Cell<bool>,
}

impl Default for PageConsole {
    fn default() -> Self {
        Self(Rc::new(State {
            run: Cell::new(RunId(0)),
            pacer: RefCell::default(),
            is_flush_due: Cell::new(false),
        }))
    }
}

impl PageConsole {
    /// Entries belong to `run` from now on.
    pub(crate) fn begin(&self, run: RunId) {
        self.flush();
        self.0.run.set(run);
    }

    /// Posts whatever waits: before anything that may take long, and at the end of a run.
    pub(crate) fn flush(&self) {
        let batch = self.0.pacer.borrow_mut().take();
        self.post(batch);
    }

    fn post(&self, batch: Option<Batch<ConsoleEntry>>) {
        let Some(Batch { dropped, mut entries }) = batch else {
            return;
        };
        if dropped > 0 {
            entries.insert(
                0,
                ConsoleEntry {
                    level: ConsoleLevel::Warn,
                    depth: 0,
                    content: ConsoleContent::Dropped(dropped),
                },
            );
        }
        let run = self.0.run.get();
        page::post(&FromWorker::Console { run, entries });
    }

    /// Looks again after a while; the engine lets timers have their turn.
    fn flush_later(&self) {
        if self.0.is_flush_due.replace(true) {
            return;
        }
        let console = self.clone();
        let flush = Closure::once_into_js(move || {
            console.0.is_flush_due.set(false);
            console.flush();
        });
        page::after(WINDOW_MS as u128, flush.unchecked_ref());
    }
}

impl ConsoleSink for PageConsole {
    fn write(&self, mut entry: ConsoleEntry) {
        shorten(&mut entry.content);
        let weight = entry.weight();
        let batch = self.0.pacer.borrow_mut().push(entry, weight, page::now());
        match batch {
            Some(batch) => self.post(Some(batch)),
            None => self.flush_later(),
        }
    }
}

/// Texts of scripts have no bound of their own; values do.
fn shorten(content: &mut ConsoleContent) {
    let pieces = match content {
        ConsoleContent::Message(pieces)
        | ConsoleContent::Group { title: pieces, .. }
        | ConsoleContent::Trace { title: pieces, .. } => pieces,
        ConsoleContent::Warning(_)
        | ConsoleContent::Table(_)
        | ConsoleContent::Display(_)
        | ConsoleContent::Cleared
        | ConsoleContent::Dropped(_) => return,
    };
    for piece in pieces {
        if let Piece::Text { text, .. } = piece {
            *text = excerpt(std::mem::take(text));
        }
    }
}
