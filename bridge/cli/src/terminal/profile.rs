//! Starting over in a terminal: without variables, with another profile, or from the last persistent session.

use std::mem;
use std::pin::pin;
use std::time::Duration;

use anyhow::Result;
use futures_util::future::{Either, select};
use web_runtime::{Outcome, Pace as _, PastCell, Profile};

use super::past::Past;
use super::{Terminal, realm};

/// How long timers and calls of earlier sessions may run.
const MOMENT: Duration = Duration::from_secs(1);

impl Terminal {
    /// Starts over without variables; a persistent terminal forgets its cells, too.
    pub(crate) fn clear(&mut self) -> Result<()> {
        self.realm = realm(self.profile, &self.surroundings)?;
        if let Some(past) = &self.past {
            past.write(&[]);
        }
        Ok(())
    }

    /// Starts over with a profile; a persistent one restores its last session. Returns false if that was stopped: nothing
    /// has changed then.
    pub(crate) fn change(&mut self, profile: Profile) -> Result<bool> {
        let realm = mem::replace(&mut self.realm, realm(profile, &self.surroundings)?);
        let past = self.past.take();
        self.stop.clear();
        let changed = if profile == Profile::Persistent {
            self.recall()
        } else {
            Ok(true)
        };
        if matches!(changed, Ok(true)) {
            self.profile = profile;
        } else {
            (self.realm, self.past) = (realm, past);
        }
        self.stop.clear();
        changed
    }

    /// Runs again what ran in the last persistent terminal, without a word. Answers false if it was stopped.
    pub(super) fn recall(&mut self) -> Result<bool> {
        let Some(past) = Past::of_user() else {
            return Ok(true);
        };
        let cells = past.read()?;
        self.console.divert(Some(Box::new(drop)));
        let is_whole = cells.iter().all(|PastCell { file, source }| {
            !matches!(
                self.sleeper.run(self.realm.run(file, source)),
                Outcome::Stopped(_)
            )
        });
        if is_whole {
            self.settle_soon();
        }
        self.console.divert(None);
        self.realm.take_uncaught();
        if self.stop.is_requested() {
            let advice = "Stopped while the cells of the last session ran again. To start over, remove";
            self.console
                .complain(&format!("{advice} {}", past.file().display()));
            return Ok(false);
        }
        self.past = Some(past);
        Ok(true)
    }

    /// Lets timers and calls run for a moment; those that take longer, such as an interval, are dropped.
    fn settle_soon(&mut self) {
        let is_over = {
            let settled = pin!(self.realm.settle());
            let moment = self.sleeper.pause(Some(MOMENT));
            matches!(self.sleeper.run(select(settled, moment)), Either::Left(_))
        };
        if !is_over && !self.stop.is_requested() {
            self.drop_unfinished();
        }
    }
}
