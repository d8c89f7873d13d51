//! [`Signal`]: the state of an `AbortSignal`, with the algorithms that run when it aborts, before its listeners.

use std::cell::Cell;

use boa_engine::{JsData, JsObject, JsValue, NativeFunction};
use boa_gc::{Finalize, GcRefCell, Trace};

use super::Listeners;

/// The state of one signal.
#[derive(Debug, Default, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
pub(crate) struct Signal {
    pub(crate) listeners: Listeners,
    reason: GcRefCell<Option<JsValue>>,
    /// Signals that abort with this one.
    dependents: GcRefCell<Vec<JsObject>>,
    algorithms: GcRefCell<Vec<(u64, NativeFunction)>>,
    #[unsafe_ignore_trace]
    last_algorithm: Cell<u64>,
}

/// Names an algorithm of one signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AlgorithmId(u64);

/// What follows from an abort.
#[derive(Debug)]
pub(crate) struct Aborted {
    /// Each is called with the reason.
    pub(crate) algorithms: Vec<NativeFunction>,
    /// Signals to abort with the same reason.
    pub(crate) dependents: Vec<JsObject>,
}

impl Signal {
    /// A signal that aborted before anybody could listen.
    pub(crate) fn aborted(reason: JsValue) -> Self {
        Self {
            reason: GcRefCell::new(Some(reason)),
            ..Self::default()
        }
    }

    /// Why it aborted; `None` if it did not.
    pub(crate) fn reason(&self) -> Option<JsValue> {
        self.reason.borrow().clone()
    }

    /// Makes another signal abort with this one.
    pub(crate) fn add_dependent(&self, signal: JsObject) {
        self.dependents.borrow_mut().push(signal);
    }

    /// Adds an algorithm.
    pub(crate) fn add_algorithm(&self, algorithm: NativeFunction) -> AlgorithmId {
        let id = self.last_algorithm.get() + 1;
        self.last_algorithm.set(id);
        self.algorithms.borrow_mut().push((id, algorithm));
        AlgorithmId(id)
    }

    /// Removes an algorithm, if it did not run yet.
    pub(crate) fn remove_algorithm(&self, id: AlgorithmId) {
        self.algorithms.borrow_mut().retain(|(other, _)| *other != id.0);
    }

    /// Marks it as aborted; the second time nothing happens.
    pub(crate) fn abort(&self, reason: &JsValue) -> Option<Aborted> {
        let mut own = self.reason.borrow_mut();
        if own.is_some() {
            return None;
        }
        *own = Some(reason.clone());
        let algorithms = std::mem::take(&mut *self.algorithms.borrow_mut());
        Some(Aborted {
            algorithms: algorithms.into_iter().map(|(_, algorithm)| algorithm).collect(),
            dependents: std::mem::take(&mut *self.dependents.borrow_mut()),
        })
    }
}
