//! [`Pacer`]: which console entries are posted at once, which wait for company, and which are lost. A script that
//! writes a few is seen to write them; one that writes without end neither drowns the page in messages nor fills the
//! memory of either side: the latest entries are kept, and the others counted. Time comes in as an argument.

use std::collections::VecDeque;

/// Entries that are posted at once in each [`WINDOW_MS`].
const AT_ONCE: usize = 200;
/// How often a flood is posted.
pub(crate) const WINDOW_MS: f64 = 100.0;
/// Entries that may be posted beyond those, as many as the page keeps; used up by a flood.
const ALLOWANCE: usize = 10_000;
/// What a window adds to it again.
const REFILL: usize = 1_000;
/// Bytes that wait, unless one entry alone has more.
const MAX_WAITING_BYTES: usize = 4 * 1024 * 1024;

/// Decides; the caller posts what comes out.
#[derive(Debug)]
pub(crate) struct Pacer<Entry> {
    waiting: VecDeque<(Entry, usize)>,
    waiting_bytes: usize,
    dropped: u64,
    window_start: f64,
    in_window: usize,
    allowance: usize,
}

/// What is posted together.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Batch<Entry> {
    /// How many entries were lost before these.
    pub(crate) dropped: u64,
    /// In their order.
    pub(crate) entries: Vec<Entry>,
}

impl<Entry> Default for Pacer<Entry> {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
            waiting_bytes: 0,
            dropped: 0,
            window_start: f64::MIN,
            in_window: 0,
            allowance: ALLOWANCE,
        }
    }
}

impl<Entry> Pacer<Entry> {
    /// Takes one entry, and gives what to post now: often that entry, sometimes nothing.
    pub(crate) fn push(&mut self, entry: Entry, bytes: usize, now: f64) -> Option<Batch<Entry>> {
        let is_new_window = now - self.window_start >= WINDOW_MS;
        if is_new_window {
            self.window_start = now;
            self.in_window = 0;
            self.allowance = ALLOWANCE.min(self.allowance + REFILL);
        }
        self.in_window += 1;
        self.waiting.push_back((entry, bytes));
        self.waiting_bytes += bytes;
        if is_new_window || self.in_window <= AT_ONCE {
            return self.take();
        }
        while self.waiting.len() > self.allowance.max(1)
            || (self.waiting_bytes > MAX_WAITING_BYTES && self.waiting.len() > 1)
        {
            if let Some((_, bytes)) = self.waiting.pop_front() {
                self.waiting_bytes -= bytes;
                self.dropped += 1;
            }
        }
        None
    }

    /// Gives whatever waits.
    pub(crate) fn take(&mut self) -> Option<Batch<Entry>> {
        self.waiting_bytes = 0;
        let dropped = std::mem::take(&mut self.dropped);
        let entries: Vec<Entry> = self.waiting.drain(..).map(|(entry, _)| entry).collect();
        if entries.len() > 1 {
            self.allowance = self.allowance.saturating_sub(entries.len());
        }
        (!entries.is_empty()).then_some(Batch { dropped, entries })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_entries_are_seen_at_once() {
        let mut pacer = Pacer::default();
        for entry in 0..AT_ONCE {
            let posted = pacer.push(entry, 1, 0.0).unwrap();
            assert_eq!(posted.entries, [entry]);
        }
    }

    #[test]
    fn a_flood_keeps_its_order_and_its_end_and_counts_what_is_lost() {
        let mut pacer = Pacer::default();
        let (mut posted, mut dropped, mut messages) = (Vec::new(), 0, 0);
        for entry in 0..100_000 {
            // A hundred entries in a millisecond.
            if let Some(batch) = pacer.push(entry, 1, f64::from(entry) / 100.0) {
                messages += 1;
                dropped += batch.dropped;
                posted.extend(batch.entries);
            }
        }
        let last = pacer.take().unwrap();
        dropped += last.dropped;
        posted.extend(last.entries);
        assert!(posted.is_sorted());
        assert_eq!(posted.last(), Some(&99_999));
        assert_eq!(posted.len() as u64 + dropped, 100_000);
        assert!(
            posted.len() > 15_000 && messages < 3_000,
            "{} in {messages}",
            posted.len()
        );
    }

    #[test]
    fn what_waits_comes_out_with_the_first_entry_of_the_next_window() {
        let mut pacer = Pacer::default();
        for entry in 0..=AT_ONCE {
            pacer.push(entry, 1, 0.0);
        }
        let posted = pacer.push(999, 1, WINDOW_MS).unwrap();
        assert_eq!(posted.entries, [AT_ONCE, 999]);
    }

    #[test]
    fn large_entries_do_not_pile_up_and_the_largest_is_still_shown() {
        let mut pacer = Pacer::default();
        for entry in 0..AT_ONCE {
            pacer.push(entry, 0, 0.0);
        }
        pacer.push(1, MAX_WAITING_BYTES, 0.0);
        pacer.push(2, 1, 0.0);
        pacer.push(3, MAX_WAITING_BYTES * 2, 0.0);
        let posted = pacer.take().unwrap();
        assert_eq!((posted.dropped, posted.entries), (2, vec![3]));
    }
}
