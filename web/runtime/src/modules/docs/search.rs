//! [`Query`]: what a search asks for, and what it finds, in go-go-goja's order.

use super::entry::{Entry, Fact};

/// A search. An empty list allows everything.
#[derive(Debug, Default)]
pub(super) struct Query {
    /// Words, all of which must be there.
    pub(super) text: String,
    /// Any of these.
    pub(super) sources: Vec<String>,
    /// Any of these.
    pub(super) kinds: Vec<String>,
    /// Any of these.
    pub(super) topics: Vec<String>,
    /// Any of these.
    pub(super) tags: Vec<String>,
    /// Zero for all.
    pub(super) limit: usize,
}

impl Query {
    /// Returns what fits, by source, kind and title.
    pub(super) fn run<'a>(&self, entries: &'a [Entry]) -> Vec<&'a Entry> {
        let words: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<&Entry> = entries
            .iter()
            .filter(|entry| self.allows(entry))
            .filter(|entry| words.iter().all(|word| contains(entry, word)))
            .collect();
        found.sort_by_key(|entry| (entry.source, entry.kind.as_str(), &entry.title, &entry.id));
        if self.limit > 0 {
            found.truncate(self.limit);
        }
        found
    }

    fn allows(&self, entry: &Entry) -> bool {
        has_any(&[entry.source], &self.sources)
            && has_any(&[entry.kind.as_str()], &self.kinds)
            && has_any(&entry.topics, &self.topics)
            && has_any(&entry.tags, &self.tags)
    }
}

/// Whether one of the names is wanted, in capitals or not.
fn has_any(names: &[impl AsRef<str>], wanted: &[String]) -> bool {
    let is_wanted = |name: &str| wanted.iter().any(|one| one.to_lowercase() == name.to_lowercase());
    wanted.is_empty() || names.iter().any(|name| is_wanted(name.as_ref()))
}

/// Whether a word occurs in any text of an entry.
fn contains(entry: &Entry, word: &str) -> bool {
    let has = |text: &String| text.to_lowercase().contains(word);
    [&entry.title, &entry.id, &entry.summary, &entry.body, &entry.path]
        .into_iter()
        .any(has)
        || entry.tags.iter().any(has)
        || entry.metadata.iter().any(|(_, fact)| match fact {
            Fact::Text(text) => has(text),
            Fact::Texts(texts) => texts.iter().any(has),
            Fact::Number(_) | Fact::Flag(_) => false,
        })
}
