//! What was entered at the prompt, and the walk through it with the arrow keys. A draft is never lost. Pure.

/// Entries that are kept.
const KEPT: usize = 100;
/// A longer entry, in bytes, is not kept: the browser's store is small.
const MAX_BYTES: usize = 10_000;
/// Stands between two entries in the store; nobody types it.
const SEPARATOR: char = '\u{1e}';

/// Entries, oldest first, and where the walk is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PromptHistory {
    entries: Vec<String>,
    walk: Option<Walk>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Walk {
    /// The entry that is shown.
    at: usize,
    /// What was typed before the walk began.
    draft: String,
}

impl PromptHistory {
    /// Reads what [`PromptHistory::stored`] wrote.
    pub(crate) fn of_stored(text: &str) -> Self {
        let entries = text.split(SEPARATOR).filter(|entry| !entry.is_empty());
        Self {
            entries: entries.map(str::to_owned).collect(),
            walk: None,
        }
    }

    /// All entries as one text.
    pub(crate) fn stored(&self) -> String {
        self.entries.join(&SEPARATOR.to_string())
    }

    /// Something was entered. The walk is over.
    pub(crate) fn entered(&mut self, entry: &str) {
        self.walk = None;
        let is_new = self.entries.last().is_none_or(|last| last != entry);
        if is_new && entry.len() <= MAX_BYTES && !entry.contains(SEPARATOR) {
            self.entries.push(entry.to_owned());
            let surplus = self.entries.len().saturating_sub(KEPT);
            self.entries.drain(..surplus);
        }
    }

    /// The entry before the one that is shown; `shown` is what is typed now.
    pub(crate) fn older(&mut self, shown: &str) -> Option<&str> {
        let at = match &self.walk {
            Some(walk) => walk.at,
            None => self.entries.len(),
        };
        let older = at.checked_sub(1)?;
        match &mut self.walk {
            Some(walk) => walk.at = older,
            None => {
                self.walk = Some(Walk {
                    at: older,
                    draft: shown.to_owned(),
                });
            }
        }
        self.entries.get(older).map(String::as_str)
    }

    /// The entry after the one that is shown; after the last one comes the draft.
    pub(crate) fn newer(&mut self) -> Option<String> {
        let walk = self.walk.as_mut()?;
        walk.at += 1;
        match self.entries.get(walk.at) {
            Some(entry) => Some(entry.clone()),
            None => self.walk.take().map(|walk| walk.draft),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walk_goes_back_and_forth_and_ends_with_the_draft() {
        let mut history = PromptHistory::default();
        assert_eq!(history.older("draft"), None);
        for entry in ["a", "b", "b", "c"] {
            history.entered(entry);
        }
        assert_eq!(history.older("draft"), Some("c"));
        assert_eq!(history.older("c"), Some("b"));
        assert_eq!(history.older("b"), Some("a"));
        assert_eq!(history.older("a"), None);
        assert_eq!(history.newer().as_deref(), Some("b"));
        assert_eq!(history.newer().as_deref(), Some("c"));
        assert_eq!(history.newer().as_deref(), Some("draft"));
        assert_eq!(history.newer(), None);
    }

    #[test]
    fn what_was_entered_comes_back_from_the_store_and_is_bounded() {
        let mut history = PromptHistory::default();
        history.entered("two\nlines");
        history.entered(&"x".repeat(MAX_BYTES + 1));
        assert_eq!(PromptHistory::of_stored(&history.stored()), history);
        for number in 0..2 * KEPT {
            history.entered(&number.to_string());
        }
        assert_eq!(history.entries.len(), KEPT);
        assert_eq!(history.older(""), Some("199"));
        assert_eq!(PromptHistory::of_stored(""), PromptHistory::default());
    }
}
