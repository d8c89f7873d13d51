//! [`Action`]: a handler as it is stored and run. A panic in it becomes the error of the one call.

use std::any::Any;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use proto::value::Value;
use tokio::task::spawn_blocking;

use crate::{Call, Error};

type BlockingFn = dyn Fn(&Call) -> Result<Value, Error> + Send + Sync;
type AsynchronousFn = dyn Fn(Call) -> BoxFuture<'static, Result<Value, Error>> + Send + Sync;

/// A handler of either kind; cheap to clone.
#[derive(Clone)]
pub struct Action(Kind);

#[derive(Clone)]
enum Kind {
    Blocking(Arc<BlockingFn>),
    Asynchronous(Arc<AsynchronousFn>),
}

impl Action {
    pub(crate) fn blocking(run: impl Fn(&Call) -> Result<Value, Error> + Send + Sync + 'static) -> Self {
        Self(Kind::Blocking(Arc::new(run)))
    }

    pub(crate) fn asynchronous<F>(run: impl Fn(Call) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Value, Error>> + Send + 'static,
    {
        Self(Kind::Asynchronous(Arc::new(move |call| run(call).boxed())))
    }

    /// Answers one call. Dropping the future ends an asynchronous handler; a blocking one runs to its end unheard.
    pub(crate) async fn run(&self, call: Call) -> Result<Value, Error> {
        let caught = match &self.0 {
            Kind::Blocking(run) => {
                let run = Arc::clone(run);
                spawn_blocking(move || run(&call)).await.map_err(|error| {
                    error
                        .try_into_panic()
                        .unwrap_or_else(|_| Box::new("the plugin is stopping"))
                })
            }
            Kind::Asynchronous(run) => {
                let answer = AssertUnwindSafe(async { run(call).await });
                answer.catch_unwind().await
            }
        };
        caught.unwrap_or_else(|panic| Err(Error::new(format!("handler panicked: {}", message(&*panic)))))
    }
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::Blocking(_) => "Action::Blocking",
            Kind::Asynchronous(_) => "Action::Asynchronous",
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
