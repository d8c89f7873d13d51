//! [`Patience`]: whether it pays to watch for an answer. Where it did not, because answers take longer or the processors
//! have other work, nobody watches for a while, and each time for longer.

use std::cell::Cell;
use std::thread;

/// After so many vain watches in a row the while grows no longer.
const MOST_VAIN: u32 = 10;

/// A plain value: what came of each watch is told to it.
#[derive(Debug)]
pub(super) struct Patience {
    /// On a machine with one processor, a thread that watches keeps others from working.
    can_watch: bool,
    /// Vain watches in a row.
    vain: Cell<u32>,
    /// Answers to come that are not watched for.
    skipped: Cell<u32>,
}

impl Patience {
    pub(super) fn of_this_machine() -> Self {
        Self::new(thread::available_parallelism().is_ok_and(|count| count.get() > 1))
    }

    const fn new(can_watch: bool) -> Self {
        Self {
            can_watch,
            vain: Cell::new(0),
            skipped: Cell::new(0),
        }
    }

    /// Whether to watch for the next answer.
    pub(super) fn watches(&self) -> bool {
        let skipped = self.skipped.get();
        self.skipped.set(skipped.saturating_sub(1));
        self.can_watch && skipped == 0
    }

    /// What came of it.
    pub(super) fn watched(&self, in_vain: bool) {
        let vain = if in_vain { self.vain.get() + 1 } else { 0 };
        self.vain.set(vain.min(MOST_VAIN));
        if in_vain {
            self.skipped.set(1 << vain.min(MOST_VAIN));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many answers pass unwatched until the next watch.
    fn pause(patience: &Patience) -> usize {
        (0..).find(|_| patience.watches()).unwrap()
    }

    #[test]
    fn vain_watches_become_rare_and_one_that_pays_brings_them_back() {
        let patience = Patience::new(true);
        let mut pauses = Vec::new();
        for _ in 0..12 {
            pauses.push(pause(&patience));
            patience.watched(true);
        }
        assert_eq!(pauses, [0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024]);
        assert_eq!(pause(&patience), 1024);
        patience.watched(false);
        assert_eq!(pause(&patience), 0);
    }

    #[test]
    fn one_processor_is_not_kept_busy_with_watching() {
        let patience = Patience::new(false);
        assert!((0..3000).all(|_| !patience.watches()));
    }
}
