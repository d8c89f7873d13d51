//! What the engine asks its host: which rejected promises nobody handled, how a reaction is called, whether a string
//! may be compiled, and how large a buffer may be.

use std::cell::RefCell;

use boa_engine::builtins::promise::{OperationType, Promise, PromiseState};
use boa_engine::context::HostHooks;
use boa_engine::job::JobCallback;
use boa_engine::object::builtins::JsPromise;
use boa_engine::realm::Realm;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};

use web_source::{check_eval, check_function};

use crate::bounds::{Memory, limits};
use crate::jobs::call_from_queue;

/// The hooks of one realm.
#[derive(Default)]
pub(crate) struct Hooks {
    /// The rejected promises that have no handler yet. Without this, an error in an async function would be lost in
    /// silence.
    rejected: RefCell<Vec<JsObject<Promise>>>,
}

impl Hooks {
    /// Takes the reasons of promises that nobody handled, in the order of the rejections.
    pub(crate) fn take_rejections(&self) -> Vec<JsValue> {
        self.rejected
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

impl HostHooks for Hooks {
    fn promise_rejection_tracker(
        &self,
        promise: &JsObject<Promise>,
        operation: OperationType,
        _: &mut Context,
    ) {
        let mut rejected = self.rejected.borrow_mut();
        match operation {
            OperationType::Reject => rejected.push(promise.clone()),
            OperationType::Handle => rejected.retain(|other| other != promise),
        }
    }

    fn call_job_callback(
        &self,
        job: &JobCallback,
        this: &JsValue,
        args: &[JsValue],
        context: &mut Context,
    ) -> JsResult<JsValue> {
        call_from_queue(job.callback(), this, args, context)
    }

    /// The source of an `eval` or of a function is bounded as a cell is.
    fn ensure_can_compile_strings(
        &self,
        _: Realm,
        parameters: &[JsString],
        body: &JsString,
        is_direct_eval: bool,
        _: &mut Context,
    ) -> JsResult<()> {
        let body = body.to_std_string_lossy();
        let parameters: Vec<String> = parameters.iter().map(JsString::to_std_string_lossy).collect();
        // An indirect `eval` looks like a function without parameters.
        let as_script = if parameters.is_empty() {
            check_eval(&body)
        } else {
            Ok(())
        };
        let as_function = if is_direct_eval {
            Ok(())
        } else {
            check_function(&parameters.join(","), &body)
        };
        as_script
            .and(as_function)
            .map_err(|fault| JsNativeError::syntax().with_message(fault.message).into())
    }

    /// Asked for each buffer, so this is also where buffers that pile up are noticed.
    fn max_buffer_size(&self, context: &mut Context) -> u64 {
        match Memory::check_in(context) {
            Ok(()) => limits::BUFFER_BYTES,
            Err(_) => 0,
        }
    }
}
