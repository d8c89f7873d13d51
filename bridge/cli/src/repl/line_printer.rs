//! [`LinePrinter`]: prints lines above the prompt while somebody types, such as those of timers and logs.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rustyline::ExternalPrinter;
use tracing_subscriber::fmt::MakeWriter;

/// The number of texts that wait for the editor; more are dropped.
const WAITING: usize = 1000;

/// Prints above the prompt; cheap to clone. Never blocks the writer.
#[derive(Debug, Clone)]
pub(super) struct LinePrinter {
    texts: SyncSender<String>,
    /// Until the editor is there.
    waiting: Arc<Mutex<Option<Receiver<String>>>>,
}

impl LinePrinter {
    pub(super) fn new() -> Self {
        let (texts, waiting) = sync_channel(WAITING);
        Self {
            texts,
            waiting: Arc::new(Mutex::new(Some(waiting))),
        }
    }

    /// From now on the printer shows the texts; without one they go to standard error.
    pub(super) fn print_by(&self, printer: Option<impl ExternalPrinter + Send + 'static>) {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(texts) = waiting else { return };
        let started = thread::Builder::new()
            .name("pontoon-printer".to_owned())
            .spawn(move || show(&texts, printer));
        if let Err(error) = started {
            tracing::warn!(%error, "start the thread that prints above the prompt");
        }
    }

    /// Shows a text as soon as the editor lets it.
    pub(super) fn say(&self, text: String) {
        // Nobody reads a thousand lines at once.
        let _ = self.texts.try_send(text);
    }
}

fn show(texts: &Receiver<String>, mut printer: Option<impl ExternalPrinter>) {
    for mut text in texts {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        // There is nobody left to tell when the terminal is gone.
        match &mut printer {
            Some(printer) => drop(printer.print(text)),
            None => drop(io::stderr().write_all(text.as_bytes())),
        }
    }
}

/// For log lines.
impl<'a> MakeWriter<'a> for LinePrinter {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Write for LinePrinter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.say(String::from_utf8_lossy(bytes).into_owned());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
