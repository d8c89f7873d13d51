//! [`Pace`]: how a realm shares its thread with the program around it, and how that program stops it.

use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, ready};

/// What a realm asks of the program that it runs in.
pub trait Pace {
    /// Whether the cell under way is to end. Asked often, so it must be cheap.
    fn stop_requested(&self) -> bool;

    /// Lets the program do other things, for `at_most` that long (`None`: until it is dropped). It ends early when a
    /// stop is requested. A pause of no length comes every fraction of a millisecond while a script runs, and may end
    /// at once.
    fn pause(&self, at_most: Option<Duration>) -> LocalBoxFuture<'_, ()>;
}

/// Never stops a script, and never waits: timers fire as soon as nothing else is left to do.
#[derive(Debug, Clone, Copy)]
pub struct Headlong;

impl Pace for Headlong {
    fn stop_requested(&self) -> bool {
        false
    }

    fn pause(&self, _: Option<Duration>) -> LocalBoxFuture<'_, ()> {
        ready(()).boxed_local()
    }
}
