//! [`Threads`]: the threads of plain handlers, one for each call. There is a bound, because a handler that blocks for
//! ever keeps its thread when its call is given up.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::Error;
use crate::futures::{Panic, panic_of};
use crate::outcome::{HandlerError, Outcome};

/// How many calls of plain handlers may be under way, those that nobody waits for among them.
pub(crate) const MAX_THREADS: usize = 512;

#[derive(Debug)]
pub(crate) struct Threads {
    free: Arc<Semaphore>,
    bound: usize,
}

impl Default for Threads {
    fn default() -> Self {
        Self::bounded(MAX_THREADS)
    }
}

impl Threads {
    fn bounded(bound: usize) -> Self {
        Self {
            free: Arc::new(Semaphore::new(bound)),
            bound,
        }
    }

    /// Runs a handler to its end, or to its panic; at once or not at all. Dropping this future leaves it running.
    pub(crate) async fn run(
        &self,
        handler: impl FnOnce() -> Outcome + Send + 'static,
    ) -> Result<Outcome, Panic> {
        let Ok(permit) = Arc::clone(&self.free).try_acquire_owned() else {
            let text = format!(
                "{} calls of this plugin are under way already, which is as many as it takes",
                self.bound
            );
            return Ok(Err(HandlerError::Failed(Error::new(text))));
        };
        let handled = spawn_blocking(move || {
            let outcome = handler();
            drop(permit);
            outcome
        });
        handled.await.map_err(panic_of)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use futures_util::FutureExt as _;
    use proto::value::Value;

    use super::*;

    #[tokio::test]
    async fn a_call_beyond_the_bound_is_an_error_until_a_thread_is_free_again() {
        let threads = Threads::bounded(1);
        let (release, released) = mpsc::channel::<()>();
        let stuck = threads.run(move || {
            let _ = released.recv();
            Ok(Value::Null)
        });
        tokio::pin!(stuck);
        assert!((&mut stuck).now_or_never().is_none());

        let refused = threads.run(|| Ok(Value::Null)).await.unwrap();
        let Err(HandlerError::Failed(error)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(
            error.to_string(),
            "1 calls of this plugin are under way already, which is as many as it takes"
        );

        release.send(()).unwrap();
        assert!(stuck.await.unwrap().is_ok());
        assert!(threads.run(|| Ok(Value::Null)).await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn a_panic_gives_its_thread_back() {
        let threads = Threads::bounded(1);
        for _ in 0..2 {
            assert!(threads.run(|| panic!("on purpose")).await.is_err());
        }
    }
}
