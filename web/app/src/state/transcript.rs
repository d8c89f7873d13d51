//! The output of one run: entries in groups of fixed size, so that what did not change is not drawn again, and a
//! cap, so that a script that never stops printing costs a bounded amount of memory.

use std::collections::VecDeque;
use std::rc::Rc;

use web_messages::{ConsoleLevel, ConsoleLine, RunError};

/// Entries of one group.
const CHUNK: usize = 200;
/// Groups that are kept; older ones are dropped and counted.
const MAX_CHUNKS: usize = 50;
/// Characters of one entry that are shown: one endless line must not stall the page either.
const MAX_CHARS: usize = 20_000;

/// One thing in the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Unique on the page, in the order of appearance.
    pub(crate) id: u64,
    /// What it is.
    pub(crate) kind: EntryKind,
}

/// The kinds of output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EntryKind {
    /// From the console.
    Console(ConsoleLine),
    /// The value of the last expression.
    Value(String),
    /// The uncaught exception.
    Error(RunError),
    /// From the page itself.
    Notice(String),
}

/// Neighbouring entries that are drawn together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// The identity of the first entry.
    pub(crate) id: u64,
    /// At least one.
    pub(crate) entries: Vec<Entry>,
}

/// All output since the start of the run or the last Clear.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Transcript {
    chunks: VecDeque<Rc<Chunk>>,
    dropped: usize,
    console_lines: usize,
    console_errors: usize,
    next_id: u64,
}

impl Transcript {
    /// Oldest first.
    pub(crate) fn chunks(&self) -> impl Iterator<Item = &Rc<Chunk>> {
        self.chunks.iter()
    }

    /// Whether nothing is shown.
    pub(crate) fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// Entries that were dropped from the front.
    pub(crate) fn dropped(&self) -> usize {
        self.dropped
    }

    /// Console lines so far, dropped ones among them.
    pub(crate) fn console_lines(&self) -> usize {
        self.console_lines
    }

    /// Those of them with the level of an error.
    pub(crate) fn console_errors(&self) -> usize {
        self.console_errors
    }

    pub(super) fn clear(&mut self) {
        let next_id = self.next_id;
        *self = Self {
            next_id,
            ..Self::default()
        };
    }

    pub(super) fn console(&mut self, line: ConsoleLine) {
        self.console_lines += 1;
        self.console_errors += usize::from(line.level == ConsoleLevel::Error);
        self.push(EntryKind::Console(ConsoleLine {
            text: shortened(line.text),
            ..line
        }));
    }

    pub(super) fn value(&mut self, value: String) {
        self.push(EntryKind::Value(shortened(value)));
    }

    pub(super) fn error(&mut self, error: RunError) {
        self.push(EntryKind::Error(RunError {
            message: shortened(error.message),
            ..error
        }));
    }

    pub(super) fn notice(&mut self, text: String) {
        self.push(EntryKind::Notice(text));
    }

    fn push(&mut self, kind: EntryKind) {
        let id = self.next_id;
        self.next_id += 1;
        let entry = Entry { id, kind };
        match self.chunks.back_mut() {
            Some(chunk) if chunk.entries.len() < CHUNK => Rc::make_mut(chunk).entries.push(entry),
            _ => self.open_chunk(entry),
        }
    }

    fn open_chunk(&mut self, first: Entry) {
        if self.chunks.len() == MAX_CHUNKS {
            let oldest = self.chunks.pop_front();
            self.dropped += oldest.map_or(0, |chunk| chunk.entries.len());
        }
        self.chunks.push_back(Rc::new(Chunk {
            id: first.id,
            entries: vec![first],
        }));
    }
}

fn shortened(mut text: String) -> String {
    // No character is shorter than a byte: most texts are done here.
    if text.len() <= MAX_CHARS {
        return text;
    }
    let Some((end, _)) = text.char_indices().nth(MAX_CHARS) else {
        return text;
    };
    let hidden = text[end..].chars().count();
    text.truncate(end);
    text.push_str(&format!("… ({hidden} more characters are not shown)"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: impl Into<String>) -> ConsoleLine {
        ConsoleLine {
            level: ConsoleLevel::Log,
            text: text.into(),
        }
    }

    fn texts(transcript: &Transcript) -> Vec<String> {
        let entries = transcript.chunks().flat_map(|chunk| &chunk.entries);
        entries
            .filter_map(|entry| match &entry.kind {
                EntryKind::Console(line) => Some(line.text.clone()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_flood_keeps_the_latest_lines_and_counts_the_rest() {
        let mut transcript = Transcript::default();
        for number in 0..100_000 {
            transcript.console(line(number.to_string()));
        }
        let kept = texts(&transcript);
        assert_eq!(kept.last().map(String::as_str), Some("99999"));
        assert_eq!(kept.len() + transcript.dropped(), 100_000);
        assert_eq!(kept.len(), 10_000);
        assert_eq!(transcript.console_lines(), 100_000);
    }

    #[test]
    fn a_full_group_is_the_same_allocation_for_ever() {
        let mut transcript = Transcript::default();
        for _ in 0..CHUNK {
            transcript.console(line("x"));
        }
        let before = transcript.chunks().next().cloned().unwrap();
        transcript.console(line("y"));
        assert!(Rc::ptr_eq(&before, transcript.chunks().next().unwrap()));
    }

    #[test]
    fn an_endless_line_is_cut_between_characters_and_says_so() {
        let mut transcript = Transcript::default();
        transcript.console(line("ä".repeat(MAX_CHARS + 5)));
        let shown = texts(&transcript).remove(0);
        assert!(
            shown.ends_with("ä… (5 more characters are not shown)"),
            "{}",
            &shown[shown.len() - 60..]
        );
    }

    #[test]
    fn clear_starts_the_counters_anew_but_never_repeats_an_identity() {
        let mut transcript = Transcript::default();
        transcript.console(line("before"));
        transcript.clear();
        transcript.console(line("after"));
        assert_eq!(transcript.console_lines(), 1);
        assert_eq!(transcript.chunks().next().unwrap().id, 1);
    }
}
