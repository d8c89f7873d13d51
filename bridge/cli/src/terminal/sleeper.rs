//! [`Sleeper`]: what the engine's thread does when no JavaScript can run. It sleeps until an answer, a timer or a
//! signal wakes it.

use std::cell::Cell;
use std::mem;
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, poll_fn};
use web_runtime::Pace;

use super::console::Console;
use super::stop::Stop;

/// Drives the futures of one thread.
pub(crate) struct Sleeper {
    stop: Arc<Stop>,
    console: Rc<Console>,
    waker: Waker,
    /// When the present sleep is to end.
    until: Cell<Option<Instant>>,
}

impl Sleeper {
    /// For the thread that calls this. Whatever the console holds is shown before a sleep.
    pub(crate) fn new(stop: Arc<Stop>, console: Rc<Console>) -> Self {
        Self {
            stop,
            console,
            waker: Waker::from(Arc::new(Unpark(thread::current()))),
            until: Cell::new(None),
        }
    }

    /// Does the work on this thread, and sleeps while it waits.
    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        let mut cx = Context::from_waker(&self.waker);
        loop {
            self.until.set(None);
            if let Poll::Ready(done) = work.as_mut().poll(&mut cx) {
                return done;
            }
            self.console.flush();
            let rest = self
                .until
                .get()
                .map(|until| until.saturating_duration_since(Instant::now()));
            match rest {
                Some(Duration::ZERO) => {}
                Some(rest) => thread::park_timeout(rest),
                None => thread::park(),
            }
        }
    }

    /// Ready when a stop is requested.
    pub(crate) async fn stopped(&self) {
        self.pause(None).await;
    }

    /// Ends the present sleep no later than this.
    fn sleep_until(&self, at: Instant) {
        let earlier = self.until.get().is_none_or(|until| at < until);
        if earlier {
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
                self.sleep_until(end);
            }
            Poll::Pending
        })
        .boxed_local()
    }
}

/// Wakes the thread.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sleeper() -> (Arc<Stop>, Sleeper) {
        let stop = Stop::for_this_thread();
        let sleeper = Sleeper::new(Arc::clone(&stop), Rc::new(Console::new(Arc::clone(&stop))));
        (stop, sleeper)
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
