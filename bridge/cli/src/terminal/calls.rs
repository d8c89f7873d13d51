//! [`Calls`]: the transport of the terminal. A call is a function call of the plugin host, in the same program.

use bridge_host::{CallError as PluginError, InvokeError};
use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, ready};
use proto::value::Value;
use web_runtime::{Call, CallError, CallErrorCode, Transport, decoded_result};

use super::bridge::{Answer, Bridge, Invocation};
use super::spin_policy::SpinPolicy;

/// Calls the plugins of this terminal's session.
pub(crate) struct Calls {
    bridge: Bridge,
    spin_policy: SpinPolicy,
}

impl Calls {
    pub(super) fn new(bridge: Bridge) -> Self {
        Self {
            bridge,
            spin_policy: SpinPolicy::of_this_machine(),
        }
    }
}

impl Transport for Calls {
    fn invoke(&self, call: Call) -> Result<Value, CallError> {
        match self.bridge.invoke(invocation(call)?, &self.spin_policy) {
            Some(answer) => result(answer),
            None => Err(CallError::new(
                CallErrorCode::SessionNotFound,
                "the call was stopped",
            )),
        }
    }

    fn start(&self, call: Call) -> LocalBoxFuture<'static, Result<Value, CallError>> {
        match invocation(call) {
            Ok(call) => {
                let answered = self.bridge.start(call);
                answered
                    .map(|answered| result(answered.map_err(|_| shutting_down())?))
                    .boxed_local()
            }
            Err(error) => ready(Err(error)).boxed_local(),
        }
    }
}

fn invocation(call: Call) -> Result<Invocation, CallError> {
    let args = call.encoded_args()?;
    Ok(Invocation {
        module: call.module,
        export: call.export,
        method: call.method,
        args,
    })
}

fn result(answer: Answer) -> Result<Value, CallError> {
    decoded_result(answer.map_err(failed)?)
}

/// The host's error, as scripts see it.
fn failed(error: InvokeError) -> CallError {
    let message = error.to_text();
    let (code, stderr) = match error {
        InvokeError::SessionNotFound => (CallErrorCode::SessionNotFound, String::new()),
        InvokeError::ModuleNotFound { .. } => (CallErrorCode::ModuleNotFound, String::new()),
        InvokeError::Held { .. } => (CallErrorCode::PluginNotStarted, String::new()),
        InvokeError::NotStarted(error) => (CallErrorCode::PluginNotStarted, error.stderr().to_owned()),
        InvokeError::Call { source, stderr, .. } => (code_of(&source), stderr),
    };
    CallError {
        code,
        message,
        stderr,
    }
}

fn code_of(error: &PluginError) -> CallErrorCode {
    match error {
        PluginError::Plugin(_) => CallErrorCode::PluginFailed,
        PluginError::Timeout(_) => CallErrorCode::CallTimeout,
        PluginError::Overloaded(_) => CallErrorCode::LimitReached,
        PluginError::Exited { .. } => CallErrorCode::PluginExited,
        PluginError::TooLarge(_) => CallErrorCode::MessageTooLarge,
        PluginError::Unreachable(_) => CallErrorCode::PluginUnreachable,
    }
}

fn shutting_down() -> CallError {
    CallError::new(CallErrorCode::ShuttingDown, "the plugin host is shutting down")
}
