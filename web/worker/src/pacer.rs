//! [`Pacer`]: which console lines are posted at once and which wait for company. A script that writes a few lines
//! is seen to write them; one that writes in a loop does not drown the page in messages. Time comes in as an argument.

use std::mem;

/// Lines that are posted at once in each [`WINDOW_MS`].
const LINES_AT_ONCE: usize = 200;
const WINDOW_MS: f64 = 100.0;
/// A batch is posted when it holds this much, so that a worker's memory does not grow with what it writes.
const MAX_BATCH_LINES: usize = 2_000;
const MAX_BATCH_BYTES: usize = 1024 * 1024;

/// Decides; the caller posts what comes out.
#[derive(Debug)]
pub(crate) struct Pacer<Line> {
    waiting: Vec<Line>,
    waiting_bytes: usize,
    window_start: f64,
    lines_in_window: usize,
}

impl<Line> Default for Pacer<Line> {
    fn default() -> Self {
        Self {
            waiting: Vec::new(),
            waiting_bytes: 0,
            window_start: 0.0,
            lines_in_window: 0,
        }
    }
}

impl<Line> Pacer<Line> {
    /// Takes one line, and gives the lines to post now, in order; often that line, sometimes none.
    pub(crate) fn push(&mut self, line: Line, bytes: usize, now: f64) -> Vec<Line> {
        if now - self.window_start >= WINDOW_MS {
            self.window_start = now;
            self.lines_in_window = 0;
        }
        self.lines_in_window += 1;
        self.waiting.push(line);
        self.waiting_bytes += bytes;
        let is_quiet = self.lines_in_window <= LINES_AT_ONCE;
        if is_quiet || self.waiting.len() >= MAX_BATCH_LINES || self.waiting_bytes >= MAX_BATCH_BYTES {
            self.take()
        } else {
            Vec::new()
        }
    }

    /// Gives whatever waits.
    pub(crate) fn take(&mut self) -> Vec<Line> {
        self.waiting_bytes = 0;
        mem::take(&mut self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_lines_are_seen_at_once() {
        let mut pacer = Pacer::default();
        for line in 0..LINES_AT_ONCE {
            assert_eq!(pacer.push(line, 1, 0.0), [line]);
        }
    }

    #[test]
    fn a_flood_is_batched_and_keeps_its_order() {
        let mut pacer = Pacer::default();
        let mut posted = Vec::new();
        let mut batches = 0;
        for line in 0..10_000 {
            let batch = pacer.push(line, 1, 0.0);
            batches += usize::from(!batch.is_empty());
            posted.extend(batch);
        }
        posted.extend(pacer.take());
        assert_eq!(posted, (0..10_000).collect::<Vec<_>>());
        assert!(batches < 210, "{batches} messages");
    }

    #[test]
    fn what_waits_comes_out_with_the_first_line_of_the_next_window() {
        let mut pacer = Pacer::default();
        for line in 0..=LINES_AT_ONCE {
            pacer.push(line, 1, 0.0);
        }
        assert_eq!(pacer.push(999, 1, WINDOW_MS), [LINES_AT_ONCE, 999]);
    }

    #[test]
    fn long_lines_do_not_pile_up() {
        let mut pacer = Pacer::default();
        for line in 0..LINES_AT_ONCE {
            pacer.push(line, 0, 0.0);
        }
        assert!(pacer.push(1, MAX_BATCH_BYTES - 1, 0.0).is_empty());
        assert_eq!(pacer.push(2, 1, 0.0), [1, 2]);
    }
}
