//! [`WorkerPace`]: how the engine shares the worker's one thread with its messages, and how Stop reaches it: by a
//! message, which is read in a pause, and by a flag in shared memory, which needs no pause, where the page has one.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, ready};
use js_sys::{Atomics, Function, Int32Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_messages::RunId;
use web_runtime::Pace;

use crate::page;

/// How long the engine goes on before messages have their turn.
const TURN_MS: f64 = 25.0;
/// The longest timer that browsers keep.
const LONGEST_PAUSE_MS: u128 = i32::MAX as u128;

/// The pace of one worker.
#[derive(Debug)]
pub(crate) struct WorkerPace {
    run: Cell<RunId>,
    to_stop: Cell<RunId>,
    /// Holds the number of the run that is to stop.
    flag: RefCell<Option<Int32Array>>,
    last_turn: Cell<f64>,
    /// Ends the pause under way.
    wake: RefCell<Option<Function>>,
}

impl Default for WorkerPace {
    fn default() -> Self {
        Self {
            run: Cell::new(RunId(0)),
            to_stop: Cell::new(RunId(0)),
            flag: RefCell::default(),
            last_turn: Cell::new(0.0),
            wake: RefCell::default(),
        }
    }
}

impl WorkerPace {
    /// A run begins.
    pub(crate) fn begin(&self, run: RunId) {
        self.run.set(run);
        self.last_turn.set(page::now());
    }

    /// A run is to end.
    pub(crate) fn stop(&self, run: RunId) {
        self.to_stop.set(run);
        if let Some(wake) = self.wake.take() {
            // A pause that ended already cannot be ended again.
            let _ = wake.call0(&JsValue::UNDEFINED);
        }
    }

    /// The page shares memory with the worker.
    pub(crate) fn use_flag(&self, flag: Int32Array) {
        *self.flag.borrow_mut() = Some(flag);
    }

    fn is_flagged(&self) -> bool {
        let flag = self.flag.borrow();
        let value = flag.as_ref().and_then(|flag| Atomics::load(flag, 0).ok());
        value.is_some_and(|value| value.cast_unsigned() == self.run.get().0)
    }
}

impl Pace for WorkerPace {
    fn stop_requested(&self) -> bool {
        self.to_stop.get() == self.run.get() || self.is_flagged()
    }

    fn pause(&self, at_most: Option<Duration>) -> LocalBoxFuture<'_, ()> {
        let is_short = at_most == Some(Duration::ZERO);
        if is_short && page::now() - self.last_turn.get() < TURN_MS {
            return ready(()).boxed_local();
        }
        let promise = Promise::new(&mut |resolve, _| {
            match at_most {
                Some(Duration::ZERO) => page::after_messages(&resolve),
                Some(time) => page::after(time.as_millis().clamp(1, LONGEST_PAUSE_MS), &resolve),
                None => {}
            }
            *self.wake.borrow_mut() = Some(resolve);
        });
        async move {
            // The promise is only ever resolved.
            let _ = JsFuture::from(promise).await;
            self.last_turn.set(page::now());
        }
        .boxed_local()
    }
}
