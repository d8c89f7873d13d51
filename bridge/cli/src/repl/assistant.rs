//! [`Assistant`]: what the line editor asks while somebody types. What it needs to know of the realm it asks the
//! engine's thread, and goes without when that is busy.

use std::borrow::Cow;
use std::sync::mpsc;
use std::time::Duration;

use bridge_host::printable;
use rustyline::completion::{Completer, Pair};
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{CompletionType, Context};
use tokio::sync::mpsc::UnboundedSender;
use web_runtime::Called;
use web_source::{CallProgress, is_complete};

use super::asked::{Asked, Cursor};
use super::candidates;
use super::command::Command;
use super::tty::Size;
use crate::terminal::{Hue, Paint};

/// How long any key may be held up by a busy engine.
const PATIENCE: Duration = Duration::from_millis(50);

/// How long Tab may be, which somebody pressed to get an answer.
const PATIENCE_FOR_TAB: Duration = Duration::from_millis(500);

/// How much of a description is shown, in characters.
const SUMMARY: usize = 60;

/// Completion, hints, colours, and whether Enter ends the entry.
pub(super) struct Assistant {
    ask: UnboundedSender<Asked>,
    paint: Paint,
}

impl Assistant {
    pub(super) fn new(ask: UnboundedSender<Asked>, paint: Paint) -> Self {
        Self { ask, paint }
    }

    fn asked<T>(
        &self,
        line: &str,
        at: usize,
        question: fn(Cursor, mpsc::Sender<T>) -> Asked,
        patience: Duration,
    ) -> Option<T> {
        let (answer, answered) = mpsc::channel();
        let line = line.to_owned();
        self.ask.send(question(Cursor { line, at }, answer)).ok()?;
        answered.recv_timeout(patience).ok()
    }
}

impl rustyline::Helper for Assistant {}

impl Completer for Assistant {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        if let Some(typed) = Command::beginning(&line[..pos]) {
            let candidates = Command::names(typed).map(|name| Pair {
                display: format!(":{name}"),
                replacement: format!("{name} "),
            });
            return Ok((pos - typed.len(), candidates.collect()));
        }
        let completions = self.asked(line, pos, Asked::Complete, PATIENCE_FOR_TAB);
        let completions = completions.unwrap_or_default();
        Ok((
            completions.start,
            candidates::pairs(completions.candidates, Size::now()),
        ))
    }
}

impl Hinter for Assistant {
    type Hint = Shown;

    /// How the function before the cursor is called, if there is more to say than its name.
    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<Shown> {
        if pos < line.len() || line.trim().is_empty() || line.starts_with(':') {
            return None;
        }
        let (called, written) = self.asked(line, pos, Asked::Called, PATIENCE).flatten()?;
        hint(line, &called, written)
    }
}

/// A hint that is looked at, and not taken over.
pub(super) struct Shown(String);

impl rustyline::hint::Hint for Shown {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Highlighter for Assistant {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        if line.starts_with(':') {
            return Cow::Owned(self.paint.paint(Hue::Special, line));
        }
        Cow::Owned(self.paint.source(line))
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(self.paint.paint(Hue::Faint, hint))
    }

    fn highlight_candidate<'c>(&self, candidate: &'c str, _: CompletionType) -> Cow<'c, str> {
        match candidate.split_once("  ") {
            Some((name, rest)) => Cow::Owned(format!("{name}  {}", self.paint.paint(Hue::Faint, rest))),
            None => Cow::Borrowed(candidate),
        }
    }

    fn highlight_char(&self, _: &str, _: usize, kind: CmdKind) -> bool {
        kind != CmdKind::MoveCursor
    }
}

impl Validator for Assistant {
    /// An empty line ends what is not whole as well: its error says what is missing.
    fn validate(&self, ctx: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let entry = ctx.input();
        let is_whole = entry.starts_with(':') || entry.ends_with('\n') || is_complete(entry);
        Ok(if is_whole {
            ValidationResult::Valid(None)
        } else {
            ValidationResult::Incomplete
        })
    }
}

fn hint(line: &str, called: &Called, written: CallProgress) -> Option<Shown> {
    let doc = candidates::summary(&called.doc, SUMMARY);
    let parameters = match &called.parameters {
        Some(parameters) => parameters.as_str(),
        None if doc.is_empty() => return None,
        None => candidates::UNKNOWN,
    };
    let head = match written {
        CallProgress::Name => parameters.to_owned(),
        CallProgress::Arguments if line.ends_with('(') => parameters.trim_start_matches('(').to_owned(),
        CallProgress::Arguments => format!("  {}{parameters}", called.name),
    };
    Some(Shown(printable(format!("{head}  {doc}").trim_end())))
}
