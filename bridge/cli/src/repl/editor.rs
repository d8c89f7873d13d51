//! [`Editor`]: the line editor on a thread of its own, so that timers run while somebody types.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, Result};
use rustyline::config::{BellStyle, ColorMode, CompletionType, Config};
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::assistant::Assistant;
use super::editor_event::EditorEvent;
use super::line_printer::LinePrinter;
use crate::terminal::{Hue, Paint};

/// The number of lines in the history.
const MAX_HISTORY: usize = 10_000;

const PROMPT: &str = "> ";

type Lines = rustyline::Editor<Assistant, FileHistory>;

/// A handle to the editor's thread.
#[derive(Debug)]
pub(super) struct Editor {
    /// Asks for the next entry.
    next: mpsc::Sender<()>,
    pub(super) events: UnboundedReceiver<EditorEvent>,
}

impl Editor {
    /// Starts the thread. What is sent to `printer` appears above the prompt.
    pub(super) fn start(history: Option<PathBuf>, paint: Paint, printer: &LinePrinter) -> Result<Self> {
        let (next, wanted) = mpsc::channel();
        let (sender, events) = unbounded_channel();
        let mut lines = lines(history.as_ref(), paint, sender.clone()).context("start the line editor")?;
        printer.print_by(lines.create_external_printer().ok());
        thread::Builder::new()
            .name("pontoon-editor".to_owned())
            .spawn(move || attend(&mut lines, history, paint, &wanted, &sender))
            .context("start the line editor's thread")?;
        Ok(Self { next, events })
    }

    /// Shows the prompt; what is entered comes as [`EditorEvent`].
    pub(super) fn prompt(&self) {
        // The thread is gone after the end of input, which it has reported.
        let _ = self.next.send(());
    }
}

fn lines(
    history: Option<&PathBuf>,
    paint: Paint,
    events: UnboundedSender<EditorEvent>,
) -> rustyline::Result<Lines> {
    let colour = match paint {
        Paint::Coloured => ColorMode::Enabled,
        Paint::Plain => ColorMode::Disabled,
    };
    let config = Config::builder()
        .max_history_size(MAX_HISTORY)?
        .history_ignore_dups(true)?
        .history_ignore_space(true)
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .completion_prompt_limit(usize::MAX)
        .bell_style(BellStyle::None)
        .color_mode(colour)
        .build();
    let mut lines = Lines::with_config(config)?;
    lines.set_helper(Some(Assistant::new(events, paint)));
    if let Some(file) = history {
        // At the first start there is none.
        let _ = lines.load_history(file);
    }
    Ok(lines)
}

/// Reads entries as long as somebody wants them.
fn attend(
    lines: &mut Lines,
    mut history: Option<PathBuf>,
    paint: Paint,
    wanted: &mpsc::Receiver<()>,
    events: &UnboundedSender<EditorEvent>,
) {
    let prompt = (PROMPT, paint.paint(Hue::Faint, PROMPT));
    while wanted.recv().is_ok() {
        let event = match lines.readline(&prompt) {
            Ok(entry) => {
                if !remember(lines, history.as_deref(), &entry) {
                    history = None;
                }
                EditorEvent::Entered(entry)
            }
            Err(ReadlineError::Interrupted) => EditorEvent::Interrupted,
            Err(ReadlineError::Eof) => EditorEvent::Ended,
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::Interrupted => {
                EditorEvent::Interrupted
            }
            Err(error) => EditorEvent::Unreadable(error.to_string()),
        };
        if events.send(event).is_err() {
            return;
        }
    }
}

/// Answers false, and says why, if the history cannot be kept in its file.
fn remember(lines: &mut Lines, history: Option<&Path>, entry: &str) -> bool {
    let added = lines.add_history_entry(entry.trim_end());
    if let (Ok(true), Some(file)) = (added, history)
        && let Err(error) = lines.append_history(file)
    {
        tracing::warn!(%error, file = %file.display(), "continuing without a history");
        return false;
    }
    true
}
