//! [`Query`]: what a search asks for. All of its words must be there; what they name comes before what they describe.

use super::entry::Entry;

/// A search.
#[derive(Debug, Default)]
pub(super) struct Query {
    /// Words.
    pub(super) text: String,
    /// Any of these; empty allows all.
    pub(super) sources: Vec<String>,
    /// Any of these; empty allows all.
    pub(super) kinds: Vec<String>,
    /// All of these.
    pub(super) tags: Vec<String>,
    /// Zero for all.
    pub(super) limit: usize,
}

impl Query {
    /// What fits, best first; equal ones in the order of the list.
    pub(super) fn run<'a>(&self, entries: &'a [Entry]) -> Vec<&'a Entry> {
        let words: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<(u32, &Entry)> = entries
            .iter()
            .filter(|entry| self.allows(entry))
            .filter_map(|entry| {
                Some((
                    words.iter().map(|word| rank(word, entry)).sum::<Option<u32>>()?,
                    entry,
                ))
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        let limit = if self.limit == 0 { found.len() } else { self.limit };
        found.into_iter().take(limit).map(|(_, entry)| entry).collect()
    }

    fn allows(&self, entry: &Entry) -> bool {
        let is_one_of =
            |allowed: &[String], name: &str| allowed.is_empty() || allowed.iter().any(|one| one == name);
        is_one_of(&self.sources, entry.source)
            && is_one_of(&self.kinds, entry.kind.as_str())
            && self.tags.iter().all(|tag| entry.tags.contains(tag))
    }
}

/// How far a word is from naming an entry; nothing if it does not occur.
fn rank(word: &str, entry: &Entry) -> Option<u32> {
    let has = |text: &str| text.to_lowercase().contains(word);
    if entry.title.to_lowercase() == word || entry.id.to_lowercase() == word {
        Some(0)
    } else if has(&entry.title) {
        Some(1)
    } else if has(&entry.id) || entry.tags.iter().any(|tag| has(tag)) {
        Some(2)
    } else if has(&entry.summary) {
        Some(3)
    } else if has(&entry.body) {
        Some(4)
    } else {
        None
    }
}
