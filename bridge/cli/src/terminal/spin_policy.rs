//! [`SpinPolicy`]: whether it pays to spin for an answer. Where it did not, because answers take longer or the processors
//! have other work, the next ones are slept for, and each time more of them.

use std::cell::Cell;
use std::thread;

/// After so many timeouts in a row the pause grows no longer.
const MAX_TIMEOUTS: u32 = 10;

/// How a spin ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spin {
    Answered,
    TimedOut,
}

/// Decides from the earlier spins; the caller records each.
#[derive(Debug)]
pub(super) struct SpinPolicy {
    /// On a machine with one processor, a thread that spins keeps others from working.
    can_spin: bool,
    /// Timeouts in a row.
    timeouts: Cell<u32>,
    /// The next answers that are not spun for.
    skipped: Cell<u32>,
}

impl SpinPolicy {
    pub(super) fn of_this_machine() -> Self {
        Self::new(thread::available_parallelism().is_ok_and(|count| count.get() > 1))
    }

    const fn new(can_spin: bool) -> Self {
        Self {
            can_spin,
            timeouts: Cell::new(0),
            skipped: Cell::new(0),
        }
    }

    /// Whether to spin for the next answer.
    pub(super) fn should_spin(&self) -> bool {
        let skipped = self.skipped.get();
        self.skipped.set(skipped.saturating_sub(1));
        self.can_spin && skipped == 0
    }

    /// Records how a spin ended.
    pub(super) fn record(&self, spin: Spin) {
        match spin {
            Spin::Answered => self.timeouts.set(0),
            Spin::TimedOut => {
                let timeouts = (self.timeouts.get() + 1).min(MAX_TIMEOUTS);
                self.timeouts.set(timeouts);
                self.skipped.set(1 << timeouts);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of answers until the next spin.
    fn pause(policy: &SpinPolicy) -> usize {
        (0..).find(|_| policy.should_spin()).unwrap()
    }

    #[test]
    fn spins_that_time_out_become_rare_and_one_that_pays_brings_them_back() {
        let policy = SpinPolicy::new(true);
        let mut pauses = Vec::new();
        for _ in 0..12 {
            pauses.push(pause(&policy));
            policy.record(Spin::TimedOut);
        }
        assert_eq!(pauses, [0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024]);
        assert_eq!(pause(&policy), 1024);
        policy.record(Spin::Answered);
        assert_eq!(pause(&policy), 0);
    }

    #[test]
    fn one_processor_is_not_kept_busy_with_spinning() {
        let policy = SpinPolicy::new(false);
        assert!((0..3000).all(|_| !policy.should_spin()));
    }
}
