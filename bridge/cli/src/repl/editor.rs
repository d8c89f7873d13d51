//! [`Editor`]: the line editor on a thread of its own, so that timers go on while somebody types.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, Result};
use rustyline::config::{BellStyle, ColorMode, CompletionType, Config};
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::aside::Aside;
use super::asked::Asked;
use super::assistant::Assistant;
use crate::terminal::{Hue, Paint};

/// Lines that the history keeps.
const KEPT: usize = 10_000;

const PROMPT: &str = "> ";

type Lines = rustyline::Editor<Assistant, FileHistory>;

/// A handle to the editor's thread.
#[derive(Debug)]
pub(super) struct Editor {
    /// Asks for the next entry.
    next: mpsc::Sender<()>,
    pub(super) asked: UnboundedReceiver<Asked>,
}

impl Editor {
    /// Starts the thread. What is sent to `aside` appears above the prompt.
    pub(super) fn start(history: Option<PathBuf>, paint: Paint, aside: &Aside) -> Result<Self> {
        let (next, wanted) = mpsc::channel();
        let (ask, asked) = unbounded_channel();
        let mut lines = lines(history.as_ref(), paint, ask.clone()).context("start the line editor")?;
        aside.print_by(lines.create_external_printer().ok());
        thread::Builder::new()
            .name("pontoon-editor".to_owned())
            .spawn(move || attend(&mut lines, history, paint, &wanted, &ask))
            .context("start the line editor's thread")?;
        Ok(Self { next, asked })
    }

    /// Shows the prompt; what is entered comes as [`Asked`].
    pub(super) fn prompt(&self) {
        // The thread is gone after the end of input, which it has told.
        let _ = self.next.send(());
    }
}

fn lines(history: Option<&PathBuf>, paint: Paint, ask: UnboundedSender<Asked>) -> rustyline::Result<Lines> {
    let colour = match paint {
        Paint::Coloured => ColorMode::Enabled,
        Paint::Plain => ColorMode::Disabled,
    };
    let config = Config::builder()
        .max_history_size(KEPT)?
        .history_ignore_dups(true)?
        .history_ignore_space(true)
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .completion_prompt_limit(usize::MAX)
        .bell_style(BellStyle::None)
        .color_mode(colour)
        .build();
    let mut lines = Lines::with_config(config)?;
    lines.set_helper(Some(Assistant::new(ask, paint)));
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
    ask: &UnboundedSender<Asked>,
) {
    let prompt = (PROMPT, paint.paint(Hue::Faint, PROMPT));
    while wanted.recv().is_ok() {
        let asked = match lines.readline(&prompt) {
            Ok(entry) => {
                if !remember(lines, history.as_deref(), &entry) {
                    history = None;
                }
                Asked::Entered(entry)
            }
            Err(ReadlineError::Interrupted) => Asked::Interrupted,
            Err(ReadlineError::Eof) => Asked::Ended,
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::Interrupted => Asked::Interrupted,
            Err(error) => Asked::Unreadable(error.to_string()),
        };
        if ask.send(asked).is_err() {
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
        tracing::warn!(%error, file = %file.display(), "go on without a history");
        return false;
    }
    true
}
