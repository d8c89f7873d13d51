//! [`Rewritten`]: text that was changed before the engine sees it, and the way back to the user's own text.

use crate::lines::{LineColumn, Lines};
use crate::warnings::Warning;

/// A change of the user's text: the bytes from `start` to `end` become `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
}

impl Edit {
    /// Puts `text` before the byte at `at`.
    pub(crate) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self {
            start: at,
            end: at,
            text: text.into(),
        }
    }
}

/// The changed text, with the user's own beside it.
#[derive(Debug, Clone)]
pub struct Rewritten {
    original: Lines,
    changed: Lines,
    /// Byte by byte equal stretches as (start in the changed text, start in the original, length), in order.
    equal: Vec<(usize, usize, usize)>,
    warnings: Vec<Warning>,
}

impl Rewritten {
    /// A text that was not changed.
    #[must_use]
    pub fn unchanged(text: &str) -> Self {
        Self::new(text, Vec::new())
    }

    /// Carries out edits that do not overlap, in the order of their places.
    pub(crate) fn new(original: &str, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| (edit.start, edit.end));
        // The syntax tree may hold one name twice; two brackets at one place are two.
        edits.dedup_by(|one, next| one == next && one.start < one.end);
        let mut text = String::with_capacity(original.len() + 16 * edits.len());
        let mut equal = Vec::with_capacity(edits.len() + 1);
        let mut next = 0;
        for edit in edits {
            equal.push((text.len(), next, edit.start - next));
            text.push_str(&original[next..edit.start]);
            text.push_str(&edit.text);
            next = edit.end;
        }
        equal.push((text.len(), next, original.len() - next));
        text.push_str(&original[next..]);
        Self {
            original: Lines::of(original),
            changed: Lines::of(&text),
            equal,
            warnings: Vec::new(),
        }
    }

    /// The same with what is to be said of it before it runs.
    pub(crate) fn with_warnings(self, warnings: Vec<Warning>) -> Self {
        Self { warnings, ..self }
    }

    /// What the engine gets wrong in it.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// What the engine reads.
    #[must_use]
    pub fn text(&self) -> &str {
        self.changed.text()
    }

    /// What the engine reads, with its lines.
    #[must_use]
    pub fn changed(&self) -> &Lines {
        &self.changed
    }

    /// What the user wrote.
    #[must_use]
    pub fn original(&self) -> &Lines {
        &self.original
    }

    /// Where a place that the engine reported lies in the user's text.
    #[must_use]
    pub fn original_position(&self, line: u32, column: u32) -> LineColumn {
        self.original
            .position(self.original_offset(self.changed.offset(line, column)))
    }

    /// The byte of the user's text for one of the changed text; inside a change it is where the change begins.
    #[must_use]
    pub fn original_offset(&self, changed: usize) -> usize {
        let stretch = self.equal.partition_point(|(start, ..)| *start <= changed);
        let (start, original, length) = self.equal[stretch.saturating_sub(1)];
        original + (changed - start).min(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_after_a_change_are_those_of_the_users_text() {
        let rewritten = Rewritten::new(
            "a\nü await b + c",
            vec![Edit::insert(10, "("), Edit::insert(12, ")")],
        );
        assert_eq!(rewritten.text(), "a\nü await( b) + c");
        for ((line, column), original) in [
            ((1, 1), (1, 1)),
            ((2, 3), (2, 3)),
            ((2, 10), (2, 9)),
            ((2, 14), (2, 12)),
            ((9, 9), (2, 14)),
        ] {
            let found = rewritten.original_position(line, column);
            assert_eq!((found.line, found.column), original, "{line}:{column}");
        }
    }
}
