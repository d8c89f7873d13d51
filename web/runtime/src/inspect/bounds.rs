//! [`Bounds`]: how much of a value is shown at once.

/// The bounds of one preview.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Deeper objects are named, not opened.
    pub(super) depth: usize,
    /// Entries of one object.
    pub(super) entries: usize,
    /// Entries of all objects together.
    pub(super) entries_in_all: usize,
    /// Characters of one string.
    pub(super) text: usize,
    /// Characters of all strings together.
    pub(super) text_in_all: usize,
}

impl Bounds {
    /// A value that is shown for itself.
    pub(super) const WHOLE: Self = Self {
        depth: 4,
        entries: 100,
        entries_in_all: 2_000,
        text: 10_000,
        text_in_all: 100_000,
    };
    /// A value in a list of values.
    pub(super) const BRIEF: Self = Self {
        depth: 1,
        entries: 20,
        entries_in_all: 60,
        text: 1_000,
        text_in_all: 2_000,
    };
    /// A value in a cell of a table.
    pub(super) const CELL: Self = Self {
        depth: 1,
        entries: 10,
        entries_in_all: 20,
        text: 200,
        text_in_all: 400,
    };
}
