//! [`Rooms`]: what part of a browser's stack must be left at each place of a source. The parser also copies and walks what
//! it has read so far, and that takes the more stack the higher it is.

/// How high the tree of a source may become, in units: an operator is 10 and a function 46, so that whatever walks the
/// highest takes less than nine tenths of a browser's stack.
pub const SOURCE_HEIGHT: u32 = if cfg!(target_family = "wasm") {
    13_200
} else {
    132_000
};

/// What must be left anywhere, in percent, for what is not counted: whatever walks blocks, functions and brackets.
pub(super) const LEAST_ROOM: u32 = 28;

/// What a tree of the greatest height takes, in percent, whoever walks it, and what other calls take.
const HIGHEST: u32 = 87;
const OTHER: u32 = 5;
/// The steps in which this is counted: each is a question to the browser.
const STEP: u32 = 4;

/// The part of the stack that a tree of a height takes at most, in percent.
pub(super) fn room_for(units: u32) -> u32 {
    let percent = OTHER + HIGHEST * units / SOURCE_HEIGHT;
    percent.next_multiple_of(STEP).max(LEAST_ROOM)
}

/// Where more or less must be left than before.
#[derive(Debug, Clone, Default)]
pub(super) struct Rooms {
    /// Each offset with what must be left from there on.
    changes: Vec<(usize, u32)>,
    /// Those that were passed.
    passed: usize,
}

impl Rooms {
    /// Notes how high a tree may be from an offset on.
    pub(super) fn note(&mut self, offset: usize, units: u32) {
        let room = room_for(units);
        if self.changes.last().map_or(LEAST_ROOM, |(_, last)| *last) != room {
            self.changes.push((offset, room));
        }
    }

    /// What must be left at an offset. Offsets must be asked for in their order.
    pub(super) fn at(&mut self, offset: usize) -> u32 {
        while self
            .changes
            .get(self.passed)
            .is_some_and(|(from, _)| *from <= offset)
        {
            self.passed += 1;
        }
        let latest = self.passed.checked_sub(1).and_then(|last| self.changes.get(last));
        latest.map_or(LEAST_ROOM, |(_, room)| *room)
    }

    /// The same for a text that was put together from parts of the source: where each began, and begins now.
    pub(super) fn moved(&self, parts: &[(usize, usize)]) -> Self {
        let changes = self.changes.iter().filter_map(|(offset, room)| {
            let part = parts
                .partition_point(|(before, _)| before <= offset)
                .checked_sub(1)?;
            let (before, now) = parts.get(part)?;
            Some((now + offset - before, *room))
        });
        Self {
            changes: changes.collect(),
            passed: 0,
        }
    }
}
