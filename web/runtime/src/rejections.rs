//! Promises that were rejected and that nobody handled: without this, an error in an async function would be
//! lost in silence.

use std::cell::RefCell;

use boa_engine::builtins::promise::{OperationType, Promise, PromiseState};
use boa_engine::context::HostHooks;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsObject, JsValue};

/// The rejected promises of a context that have no handler yet.
#[derive(Default)]
pub(crate) struct Rejections(RefCell<Vec<JsObject<Promise>>>);

impl Rejections {
    /// Takes the reasons, in the order of the rejections.
    pub(crate) fn take(&self) -> Vec<JsValue> {
        self.0
            .take()
            .into_iter()
            .filter_map(|promise| JsPromise::from_object(promise.upcast()).ok())
            .filter_map(|promise| match promise.state() {
                PromiseState::Rejected(reason) => Some(reason),
                PromiseState::Pending | PromiseState::Fulfilled(_) => None,
            })
            .collect()
    }
}

impl HostHooks for Rejections {
    fn promise_rejection_tracker(
        &self,
        promise: &JsObject<Promise>,
        operation: OperationType,
        _: &mut Context,
    ) {
        let mut rejected = self.0.borrow_mut();
        match operation {
            OperationType::Reject => rejected.push(promise.clone()),
            OperationType::Handle => rejected.retain(|other| other != promise),
        }
    }
}
