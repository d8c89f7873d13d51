//! [`Futures`]: the thread on which asynchronous handlers run. It is not the one that speaks to the host, so that a
//! handler that blocks by mistake keeps neither the host's calls waiting nor the plugin from ending with its host.

use std::any::Any;
use std::io;
use std::sync::OnceLock;
use std::thread;

use tokio::runtime::{self, Handle};
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::Error;
use crate::outcome::{HandlerError, Outcome};

/// What a panic carries.
pub(crate) type Panic = Box<dyn Any + Send>;

/// A thread with a tokio runtime, started by the first future: plugins without any do not pay for it.
#[derive(Debug, Default)]
pub(crate) struct Futures(OnceLock<io::Result<Started>>);

#[derive(Debug)]
struct Started {
    runtime: Handle,
    /// Ends the thread.
    _stop: DropGuard,
}

impl Futures {
    /// Runs a handler's future to its end, or to its panic. Dropping this one drops the handler's.
    pub(crate) async fn run(
        &self,
        future: impl Future<Output = Outcome> + Send + 'static,
    ) -> Result<Outcome, Panic> {
        let started = match self.0.get_or_init(Started::new) {
            Ok(started) => started,
            Err(error) => {
                let text = format!("start the thread of asynchronous functions: {error}");
                return Ok(Err(HandlerError::Failed(Error::new(text))));
            }
        };
        let mut task = JoinSet::new();
        task.spawn_on(future, &started.runtime);
        let ended = task.join_next().await.expect("one task was spawned just now");
        ended.map_err(panic_of)
    }
}

impl Started {
    fn new() -> io::Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let stop = CancellationToken::new();
        let stopped = stop.clone().cancelled_owned();
        thread::Builder::new()
            .name("futures".to_owned())
            .spawn(move || runtime.block_on(stopped))?;
        Ok(Self {
            runtime: handle,
            _stop: stop.drop_guard(),
        })
    }
}

/// What the task panicked with; without a panic it ends early only when its runtime does.
pub(crate) fn panic_of(ended: JoinError) -> Panic {
    ended
        .try_into_panic()
        .unwrap_or_else(|_| Box::new("the plugin is stopping"))
}
