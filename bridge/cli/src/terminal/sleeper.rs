//! [`Sleeper`]: what the engine's thread does when no JavaScript can run. It drives the plugin host, until an answer, a
//! timer or a signal wakes it.

use std::cell::Cell;
use std::mem;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, poll_fn};
use tokio::sync::Notify;
use tokio::time::sleep_until;
use web_runtime::Pace;

use super::driver::Driver;
use super::stop::Stop;

/// Drives the futures of the engine's thread.
pub(crate) struct Sleeper {
    driver: Arc<Driver>,
    stop: Arc<Stop>,
    woken: Arc<Woken>,
    /// When the present sleep is to end.
    until: Cell<Option<Instant>>,
}

impl Sleeper {
    /// For the thread that made the driver.
    pub(super) fn new(driver: Arc<Driver>, stop: Arc<Stop>) -> Self {
        Self {
            driver,
            stop,
            woken: Arc::default(),
            until: Cell::new(None),
        }
    }

    /// Does the work, in which JavaScript runs, and sleeps while it waits.
    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        let waker = Waker::from(Arc::clone(&self.woken));
        let mut cx = Context::from_waker(&waker);
        loop {
            self.until.set(None);
            if let Poll::Ready(done) = work.as_mut().poll(&mut cx) {
                self.stop.park_if_shutting_down();
                return done;
            }
            self.driver.drive(self.sleep());
        }
    }

    async fn sleep(&self) {
        let until = self.until.get().filter(|until| *until > Instant::now());
        match (self.until.get(), until) {
            (None, _) => tokio::select! {
                () = self.woken.0.notified() => {}
                () = self.stop.requested(), if !self.stop.is_requested() => {}
            },
            (_, Some(until)) => tokio::select! {
                () = self.woken.0.notified() => {}
                () = self.stop.requested(), if !self.stop.is_requested() => {}
                () = sleep_until(until.into()) => {}
            },
            (_, None) => {}
        }
    }

    /// Ends the present sleep no later than this.
    fn sleep_no_longer_than(&self, at: Instant) {
        let is_earlier = self.until.get().is_none_or(|until| at < until);
        if is_earlier {
            self.until.set(Some(at));
        }
    }
}

impl Pace for Sleeper {
    fn stop_requested(&self) -> bool {
        self.stop.is_requested()
    }

    fn pause(&self, at_most: Option<Duration>) -> LocalBoxFuture<'_, ()> {
        // A time that no clock reaches is no end.
        let end = at_most.and_then(|time| Instant::now().checked_add(time));
        // Even the shortest pause lets others have their turn.
        let mut is_first = true;
        poll_fn(move |_| {
            let is_over = !mem::take(&mut is_first) && end.is_some_and(|end| end <= Instant::now());
            if self.stop.is_requested() || is_over {
                return Poll::Ready(());
            }
            if let Some(end) = end {
                self.sleep_no_longer_than(end);
            }
            Poll::Pending
        })
        .boxed_local()
    }
}

/// Remembers that there is something to do.
#[derive(Debug, Default)]
struct Woken(Notify);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    fn sleeper() -> (Arc<Stop>, Sleeper) {
        let stop = Stop::new();
        (Arc::clone(&stop), Sleeper::new(Driver::new().unwrap(), stop))
    }

    #[test]
    fn a_stop_from_another_thread_ends_a_pause_without_end() {
        let (stop, sleeper) = sleeper();
        let signal = Arc::clone(&stop);
        let other = thread::spawn(move || signal.request());
        sleeper.run(sleeper.pause(None));
        assert!(other.join().unwrap() && stop.is_requested());
        assert!(!stop.request(), "the first request was not heard yet");
    }

    #[test]
    fn the_shortest_of_several_pauses_ends_the_sleep() {
        let (_, sleeper) = sleeper();
        let short = sleeper.pause(Some(Duration::from_millis(1)));
        let long = sleeper.pause(Some(Duration::MAX));
        sleeper.run(futures_util::future::select(long, short));
    }
}
