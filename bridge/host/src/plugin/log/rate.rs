//! How much of one process's log passes on in a second. A plain value; time comes in as an argument.

use std::time::{Duration, Instant};

/// Events that pass in one window.
pub(super) const PER_WINDOW: u32 = 1000;

/// Bytes of text that pass in one window: an event may have 64 KiB.
const BYTES_PER_WINDOW: usize = 1024 * 1024;

const WINDOW: Duration = Duration::from_secs(1);

/// Lets so many events pass in a second, and counts the others, so that their number can be told once a second.
#[derive(Debug)]
pub(in crate::plugin) struct RateLimit {
    window_start: Instant,
    passed: u32,
    passed_bytes: usize,
    dropped: u64,
}

impl RateLimit {
    pub(in crate::plugin) fn new(now: Instant) -> Self {
        Self {
            window_start: now,
            passed: 0,
            passed_bytes: 0,
            dropped: 0,
        }
    }

    /// Whether an event of so many bytes may pass on; otherwise it is counted. Ask [`Self::take_dropped`] first: what an earlier
    /// window dropped is told before the first event of the next.
    pub(in crate::plugin) fn admit(&mut self, now: Instant, bytes: usize) -> bool {
        if now >= self.window_end() {
            self.window_start = now;
            self.passed = 0;
            self.passed_bytes = 0;
        }
        if self.passed < PER_WINDOW && self.passed_bytes < BYTES_PER_WINDOW {
            self.passed += 1;
            self.passed_bytes += bytes;
            return true;
        }
        self.dropped = self.dropped.saturating_add(1);
        false
    }

    /// How many events were dropped, once their window is over; the count starts again.
    pub(in crate::plugin) fn take_dropped(&mut self, now: Instant) -> Option<u64> {
        if now < self.window_end() {
            return None;
        }
        self.take_all_dropped()
    }

    /// The same without regard to the window, for the end of the stream.
    pub(in crate::plugin) fn take_all_dropped(&mut self) -> Option<u64> {
        let dropped = std::mem::take(&mut self.dropped);
        (dropped > 0).then_some(dropped)
    }

    /// When [`Self::take_dropped`] has something to say, should nothing be written until then.
    pub(in crate::plugin) fn report_due(&self) -> Option<Instant> {
        (self.dropped > 0).then(|| self.window_end())
    }

    fn window_end(&self) -> Instant {
        self.window_start + WINDOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(limit: &mut RateLimit, events: u32, now: Instant) -> usize {
        (0..events).filter(|_| limit.admit(now, 80)).count()
    }

    #[test]
    fn a_flood_passes_in_part_and_its_rest_is_told_once_the_second_is_over() {
        let start = Instant::now();
        let after = |millis| start + Duration::from_millis(millis);
        let mut limit = RateLimit::new(start);
        assert_eq!(passed(&mut limit, 1500, after(100)), 1000);
        assert_eq!(passed(&mut limit, 10, after(900)), 0);
        assert_eq!(limit.take_dropped(after(999)), None);
        assert_eq!(limit.report_due(), Some(after(1000)));
        assert_eq!(limit.take_dropped(after(1000)), Some(510));
        assert_eq!(limit.take_dropped(after(1000)), None);
        assert_eq!(limit.report_due(), None);
        assert_eq!(passed(&mut limit, 1, after(1000)), 1);
    }

    #[test]
    fn few_long_lines_are_a_flood_too() {
        let start = Instant::now();
        let mut limit = RateLimit::new(start);
        let admitted = (0..100).filter(|_| limit.admit(start, 64 * 1024)).count();
        assert_eq!(admitted, 16);
        assert_eq!(limit.take_all_dropped(), Some(84));
    }

    #[test]
    fn a_quiet_plugin_loses_nothing() {
        let start = Instant::now();
        let mut limit = RateLimit::new(start);
        for second in 0..5 {
            let now = start + Duration::from_secs(second);
            assert_eq!(limit.take_dropped(now), None);
            assert_eq!(passed(&mut limit, PER_WINDOW, now), PER_WINDOW as usize);
        }
        assert_eq!(limit.take_all_dropped(), None);
    }

    #[test]
    fn the_end_of_the_stream_tells_what_no_second_did() {
        let start = Instant::now();
        let mut limit = RateLimit::new(start);
        passed(&mut limit, PER_WINDOW + 7, start);
        assert_eq!(limit.take_all_dropped(), Some(7));
    }
}
