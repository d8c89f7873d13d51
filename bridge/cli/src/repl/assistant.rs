//! [`Assistant`]: completion, hints, colours and validation for the line editor. It asks the engine's thread
//! about the realm, and answers without it when that is busy.

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

use super::candidates;
use super::command::Command;
use super::editor_event::{Cursor, EditorEvent};
use super::tty::Size;
use crate::terminal::{Hue, Paint};

/// How long a busy engine may delay any key.
const KEY_TIMEOUT: Duration = Duration::from_millis(50);

/// How long it may delay Tab, whose answer is waited for.
const TAB_TIMEOUT: Duration = Duration::from_millis(500);

/// How much of a description is shown, in characters.
const SUMMARY: usize = 60;

/// Completion, hints, colours, and whether Enter ends the entry.
pub(super) struct Assistant {
    events: UnboundedSender<EditorEvent>,
    paint: Paint,
}

impl Assistant {
    pub(super) fn new(events: UnboundedSender<EditorEvent>, paint: Paint) -> Self {
        Self { events, paint }
    }

    fn ask<T>(
        &self,
        line: &str,
        at: usize,
        question: fn(Cursor, mpsc::Sender<T>) -> EditorEvent,
        timeout: Duration,
    ) -> Option<T> {
        let (answer, answered) = mpsc::channel();
        let line = line.to_owned();
        self.events.send(question(Cursor { line, at }, answer)).ok()?;
        answered.recv_timeout(timeout).ok()
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
        let completions = self.ask(line, pos, EditorEvent::Complete, TAB_TIMEOUT);
        let completions = completions.unwrap_or_default();
        Ok((
            completions.start,
            candidates::pairs(completions.candidates, Size::now()),
        ))
    }
}

impl Hinter for Assistant {
    type Hint = SignatureHint;

    /// How the function before the cursor is called, if there is more to say than its name.
    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<SignatureHint> {
        if pos < line.len() || line.trim().is_empty() || line.starts_with(':') {
            return None;
        }
        let (called, written) = self.ask(line, pos, EditorEvent::Called, KEY_TIMEOUT).flatten()?;
        hint(line, &called, written)
    }
}

/// A signature after the cursor, which is shown but cannot be inserted.
pub(super) struct SignatureHint(String);

impl rustyline::hint::Hint for SignatureHint {
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

fn hint(line: &str, called: &Called, written: CallProgress) -> Option<SignatureHint> {
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
    Some(SignatureHint(printable(format!("{head}  {doc}").trim_end())))
}
