//! When a plugin that ended by itself may start again. A plain value: time and chance come in as arguments.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// Crashes that are counted, and for how long.
pub(crate) const MAX_CRASHES: usize = 5;
const WINDOW: Duration = Duration::from_secs(180);

/// The pause after the second crash in the window; it doubles with each further one. The first is free: a user
/// who tries again should not have to wait.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The crashes of one plugin in one session.
#[derive(Debug, Default)]
pub(crate) struct Supervisor {
    /// Oldest first.
    crashes: VecDeque<Instant>,
    resumes: Option<Instant>,
    broken: bool,
}

/// Why a plugin is not started now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It may start after this time.
    Pause(Duration),
    /// It crashed too often and stays down until somebody resets it.
    Broken,
}

impl Supervisor {
    /// Whether a process may start now.
    pub(crate) fn admit(&self, now: Instant) -> Result<(), Hold> {
        if self.broken {
            return Err(Hold::Broken);
        }
        match self.resumes.map(|resumes| resumes.saturating_duration_since(now)) {
            Some(pause) if !pause.is_zero() => Err(Hold::Pause(pause)),
            _ => Ok(()),
        }
    }

    /// A process ended by itself, or could not be started. `chance` from 0 to 1 spreads the pauses by a fifth
    /// to either side, so that many sessions do not start at the same moment.
    pub(crate) fn crashed(&mut self, at: Instant, chance: f64) {
        self.crashes.push_back(at);
        while self
            .crashes
            .front()
            .is_some_and(|crash| at.saturating_duration_since(*crash) > WINDOW)
        {
            self.crashes.pop_front();
        }
        self.broken = self.crashes.len() >= MAX_CRASHES;
        self.resumes = u32::try_from(self.crashes.len())
            .ok()
            .and_then(|count| count.checked_sub(2))
            .map(|doublings| {
                let pause = FIRST_PAUSE
                    .saturating_mul(2u32.saturating_pow(doublings))
                    .min(LONGEST_PAUSE);
                at + pause.mul_f64(0.8 + 0.4 * chance)
            });
    }

    /// Forgets all crashes.
    pub(crate) fn reset(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    #[test]
    fn pauses_grow_and_five_crashes_in_three_minutes_end_it() {
        let (mut supervisor, now) = (Supervisor::default(), Instant::now());
        let mut verdicts = Vec::new();
        for _ in 0..5 {
            supervisor.crashed(now, 0.5);
            verdicts.push(supervisor.admit(now));
        }
        let pause = |length| Err(Hold::Pause(seconds(length)));
        assert_eq!(
            verdicts,
            [Ok(()), pause(0.5), pause(1.0), pause(2.0), Err(Hold::Broken)]
        );
        assert_eq!(supervisor.admit(now + seconds(3600.0)), Err(Hold::Broken));
        supervisor.reset();
        assert_eq!(supervisor.admit(now), Ok(()));
    }

    #[test]
    fn a_pause_ends_and_is_spread() {
        let (mut supervisor, now) = (Supervisor::default(), Instant::now());
        supervisor.crashed(now, 0.5);
        supervisor.crashed(now, 0.0);
        assert_eq!(supervisor.admit(now), Err(Hold::Pause(seconds(0.4))));
        assert_eq!(supervisor.admit(now + seconds(0.4)), Ok(()));
    }

    #[test]
    fn old_crashes_are_forgotten() {
        let (mut supervisor, start) = (Supervisor::default(), Instant::now());
        for minute in 0..20 {
            let now = start + seconds(60.0 * f64::from(minute));
            supervisor.crashed(now, 0.5);
            assert_ne!(
                supervisor.admit(now + seconds(59.0)),
                Err(Hold::Broken),
                "minute {minute}"
            );
        }
    }
}
