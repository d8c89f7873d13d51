//! The output of a run of the script and of what was entered at the prompt since: entries in groups of fixed size, so that what did not change is not drawn again, and a
//! cap, so that a script that never stops printing costs a bounded amount of memory.

use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use web_output::{ConsoleContent, ConsoleEntry, ConsoleLevel, Piece, Preview, ScriptError};

/// Entries of one chunk.
const CHUNK: usize = 200;
/// Chunks that are kept; older ones are dropped and counted.
const MAX_CHUNKS: usize = 50;
/// Characters of one text that are shown: one endless line must not stall the page either.
const MAX_CHARS: usize = 20_000;

/// One thing in the output.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// Unique on the page, in the order of appearance.
    pub(crate) id: u64,
    /// What it is.
    pub(crate) kind: EntryKind,
    /// The heads of the console's groups around it, outermost first.
    pub(crate) groups: Rc<[u64]>,
}

/// The kinds of output.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum EntryKind {
    /// From the console.
    Console(ConsoleEntry),
    /// The value of the last expression.
    Value(Preview),
    /// An uncaught exception.
    Error(Box<ScriptError>),
    /// What was entered at the prompt.
    Entered(String),
    /// From the page itself.
    Notice(String),
}

/// Neighbouring entries that are drawn together.
#[derive(Debug, Clone, PartialEq)]
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
    /// The heads of the groups that are open at the end.
    open_groups: Rc<[u64]>,
    folded: Rc<BTreeSet<u64>>,
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

    /// Console lines of this run so far, dropped ones among them.
    pub(crate) fn console_lines(&self) -> usize {
        self.console_lines
    }

    /// Those of them with the level of an error.
    pub(crate) fn console_errors(&self) -> usize {
        self.console_errors
    }

    /// The heads of groups whose entries are not shown.
    pub(crate) fn folded(&self) -> &Rc<BTreeSet<u64>> {
        &self.folded
    }

    pub(super) fn clear(&mut self) {
        let next_id = self.next_id;
        *self = Self {
            next_id,
            ..Self::default()
        };
    }

    pub(super) fn console(&mut self, entry: ConsoleEntry) {
        self.console_lines += 1;
        self.console_errors += usize::from(entry.level == ConsoleLevel::Error);
        let depth = entry.depth as usize;
        if depth < self.open_groups.len() {
            self.open_groups = self.open_groups[..depth].into();
        }
        match entry.content {
            ConsoleContent::Cleared => {
                self.clear();
                self.notice("The script cleared the output.".to_owned());
            }
            ConsoleContent::Dropped(count) => {
                self.console_lines += usize::try_from(count).unwrap_or(usize::MAX) - 1;
                self.push(EntryKind::Console(entry));
            }
            ConsoleContent::Group { is_collapsed, .. } => {
                let id = self.push(EntryKind::Console(shortened_entry(entry)));
                self.open_groups = self.open_groups.iter().copied().chain([id]).collect();
                if is_collapsed {
                    Rc::make_mut(&mut self.folded).insert(id);
                }
            }
            _ => {
                self.push(EntryKind::Console(shortened_entry(entry)));
            }
        }
    }

    /// Shows or hides what is in a group.
    pub(super) fn fold(&mut self, group: u64) {
        let folded = Rc::make_mut(&mut self.folded);
        if !folded.remove(&group) {
            folded.insert(group);
        }
    }

    pub(super) fn value(&mut self, value: Preview) {
        self.open_groups = Rc::default();
        self.push(EntryKind::Value(value));
    }

    pub(super) fn error(&mut self, error: ScriptError) {
        self.open_groups = Rc::default();
        self.push(EntryKind::Error(Box::new(error.map_messages(&shortened))));
    }

    /// Lines are counted from here on.
    pub(super) fn entered(&mut self, source: String) {
        self.open_groups = Rc::default();
        self.console_lines = 0;
        self.console_errors = 0;
        self.push(EntryKind::Entered(shortened(source)));
    }

    pub(super) fn notice(&mut self, text: String) {
        self.open_groups = Rc::default();
        self.push(EntryKind::Notice(text));
    }

    fn push(&mut self, kind: EntryKind) -> u64 {
        let id = self.next_id;
        self.next_id += 1;
        let entry = Entry {
            id,
            kind,
            groups: Rc::clone(&self.open_groups),
        };
        match self.chunks.back_mut() {
            Some(chunk) if chunk.entries.len() < CHUNK => Rc::make_mut(chunk).entries.push(entry),
            _ => self.open_chunk(entry),
        }
        id
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

/// Values have bounds of their own; texts of scripts have none.
fn shortened_entry(mut entry: ConsoleEntry) -> ConsoleEntry {
    if let ConsoleContent::Message(pieces)
    | ConsoleContent::Group { title: pieces, .. }
    | ConsoleContent::Trace { title: pieces, .. } = &mut entry.content
    {
        for piece in pieces {
            if let Piece::Text { text, .. } = piece {
                *text = shortened(std::mem::take(text));
            }
        }
    }
    entry
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

    fn line(text: impl Into<String>) -> ConsoleEntry {
        ConsoleEntry::plain(ConsoleLevel::Log, text)
    }

    fn group(depth: u32, is_collapsed: bool) -> ConsoleEntry {
        ConsoleEntry {
            level: ConsoleLevel::Log,
            depth,
            content: ConsoleContent::Group {
                title: Vec::new(),
                is_collapsed,
            },
        }
    }

    fn inside(depth: u32, text: &str) -> ConsoleEntry {
        ConsoleEntry { depth, ..line(text) }
    }

    fn texts(transcript: &Transcript) -> Vec<String> {
        let entries = transcript.chunks().flat_map(|chunk| &chunk.entries);
        entries
            .filter_map(|entry| match &entry.kind {
                EntryKind::Console(line) => line.text(),
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

    #[test]
    fn what_is_in_a_group_knows_it_and_a_group_may_begin_closed() {
        let mut transcript = Transcript::default();
        transcript.console(group(0, false));
        transcript.console(group(1, true));
        transcript.console(inside(2, "deep"));
        transcript.console(inside(1, "shallow"));
        transcript.console(line("outside"));
        transcript.console(group(0, false));
        transcript.value(Preview::Circular);
        let entries = &transcript.chunks().next().unwrap().entries;
        let groups: Vec<&[u64]> = entries.iter().map(|entry| &*entry.groups).collect();
        assert_eq!(groups, [&[][..], &[0], &[0, 1], &[0], &[], &[], &[]]);
        assert_eq!(transcript.folded().iter().collect::<Vec<_>>(), [&1]);
        transcript.fold(1);
        transcript.fold(0);
        assert_eq!(transcript.folded().iter().collect::<Vec<_>>(), [&0]);
    }

    #[test]
    fn lines_that_the_worker_dropped_are_counted() {
        let mut transcript = Transcript::default();
        transcript.console(line("a"));
        transcript.console(ConsoleEntry {
            content: ConsoleContent::Dropped(500),
            ..line("")
        });
        assert_eq!(transcript.console_lines(), 501);
    }
}
