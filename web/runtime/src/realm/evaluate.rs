//! Drives an evaluation: the engine stops every so often, and then the program around it has its turn.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use boa_engine::{Context, JsError, JsResult, JsValue, Script};
use futures_util::future::{Either, select};

use crate::bounds::limits::{BUDGETS_PER_PAUSE, OPCODE_BUDGET};
use crate::bounds::{Memory, Pace, is_stop};
use crate::jobs::{Jobs, Rest};

/// Jobs between two looks at the stop flag and at what arrived.
const JOBS_AT_ONCE: usize = 64;

/// How an evaluation ended.
pub(super) enum Evaluated {
    Done(JsResult<JsValue>),
    /// In its midst: its frames are still there.
    Cut(Cut),
}

/// Why something ends in its midst.
pub(super) enum Cut {
    /// A stop was requested.
    Stop,
    /// A limit that the engine does not know.
    Limit(JsError),
}

/// Evaluates a script.
pub(super) async fn script(
    script: &Script,
    context: &mut Context,
    jobs: &Jobs,
    pace: &dyn Pace,
    memory: &Memory,
) -> Evaluated {
    let mut evaluation = pin!(script.evaluate_async_with_budget(context, OPCODE_BUDGET));
    loop {
        for _ in 0..BUDGETS_PER_PAUSE {
            if let Poll::Ready(result) = poll_now(evaluation.as_mut()) {
                return Evaluated::Done(result);
            }
            if let Err(cut) = look_up(pace, memory) {
                return Evaluated::Cut(cut);
            }
            // A script that waits for something is not worth driving on.
            if jobs.idle_rest().is_some() {
                break;
            }
        }
        let is_new = jobs.poll_outside(Waker::noop()).is_ready();
        match jobs.idle_rest() {
            Some(wait) if !is_new => rest(wait, jobs, pace).await,
            _ => pace.pause(Some(Duration::ZERO)).await,
        }
    }
}

/// Does whatever can be done now, and gives `tell` what was thrown.
///
/// # Errors
/// When it ended in its midst.
pub(super) async fn drain(
    context: &mut Context,
    jobs: &Jobs,
    pace: &dyn Pace,
    memory: &Memory,
    mut tell: impl FnMut(JsError, &mut Context),
) -> Result<(), Cut> {
    loop {
        for _ in 0..JOBS_AT_ONCE {
            match jobs.step(context) {
                // One job may double a text, and the next one again.
                Ok(true) => memory.check().map_err(Cut::Limit)?,
                Ok(false) => {
                    if jobs.poll_outside(Waker::noop()).is_pending() {
                        return if pace.stop_requested() {
                            Err(Cut::Stop)
                        } else {
                            Ok(())
                        };
                    }
                }
                Err(error) if is_stop(&error) => return Err(Cut::Stop),
                Err(error) => tell(error, context),
            }
        }
        look_up(pace, memory)?;
        pace.pause(Some(Duration::ZERO)).await;
    }
}

/// Waits until something can be done.
pub(super) async fn rest(wait: Rest, jobs: &Jobs, pace: &dyn Pace) {
    let at_most = match wait {
        Rest::AtMost(time) => Some(time),
        Rest::UntilArrival => None,
    };
    let arrival = pin!(poll_fn(|cx| jobs.poll_outside(cx.waker())));
    match select(arrival, pace.pause(at_most)).await {
        Either::Left(_) | Either::Right(_) => {}
    }
}

/// What is looked at between two turns of the engine.
fn look_up(pace: &dyn Pace, memory: &Memory) -> Result<(), Cut> {
    if pace.stop_requested() {
        return Err(Cut::Stop);
    }
    memory.check().map_err(Cut::Limit)
}

/// The engine wakes whoever polls it at every stop, which would wake the pauses too.
fn poll_now<T>(future: Pin<&mut impl Future<Output = T>>) -> Poll<T> {
    future.poll(&mut TaskContext::from_waker(Waker::noop()))
}
