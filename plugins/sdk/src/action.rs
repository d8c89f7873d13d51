//! [`Action`]: a handler as it is stored and run. A panic in it becomes the error of the one call.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use crate::futures::Futures;
use crate::outcome::{HandlerError, Outcome};
use crate::threads::Threads;
use crate::{Call, Error};

type BlockingFn = dyn Fn(Call) -> Outcome + Send + Sync;
type AsynchronousFn = dyn Fn(Call) -> BoxFuture<'static, Outcome> + Send + Sync;

/// A handler of either kind; cheap to clone.
#[derive(Clone)]
pub struct Action {
    /// How many arguments it takes, when its type says so.
    arity: Option<usize>,
    run: Run,
}

#[derive(Clone)]
enum Run {
    Blocking(Arc<BlockingFn>),
    Asynchronous(Arc<AsynchronousFn>),
}

impl Action {
    pub(crate) fn blocking(
        arity: Option<usize>,
        run: impl Fn(Call) -> Outcome + Send + Sync + 'static,
    ) -> Self {
        Self {
            arity,
            run: Run::Blocking(Arc::new(run)),
        }
    }

    pub(crate) fn asynchronous<F>(
        arity: Option<usize>,
        run: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Outcome> + Send + 'static,
    {
        Self {
            arity,
            run: Run::Asynchronous(Arc::new(move |call| run(call).boxed())),
        }
    }

    pub(crate) const fn arity(&self) -> Option<usize> {
        self.arity
    }

    /// Answers one call. Dropping the future ends an asynchronous handler; a blocking one runs to its end unheard.
    pub(crate) async fn run(&self, call: Call, threads: &Threads, futures: &Futures) -> Outcome {
        let caught = match &self.run {
            Run::Blocking(run) => {
                let run = Arc::clone(run);
                threads.run(move || run(call)).await
            }
            Run::Asynchronous(run) => {
                let run = Arc::clone(run);
                futures.run(async move { run(call).await }).await
            }
        };
        caught.unwrap_or_else(|panic| {
            let text = format!("handler panicked: {}", message(&*panic));
            Err(HandlerError::Failed(Error::new(text)))
        })
    }
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.run {
            Run::Blocking(_) => "Action::Blocking",
            Run::Asynchronous(_) => "Action::Asynchronous",
        })
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("(no message)")
}
