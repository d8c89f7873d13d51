//! [`Calls`]: the transport of the terminal. A call is a message to the host's thread, and its answer one back.

use std::rc::Rc;

use bridge_host::{CallError as PluginError, InvokeError};
use futures_util::FutureExt as _;
use futures_util::future::{Either, LocalBoxFuture, ready, select};
use proto::value::{EncodedValue, Value};
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;
use web_runtime::{Call, CallError, CallErrorCode, Transport};

use super::bridge::Request;
use super::sleeper::Sleeper;

/// Calls the plugins of this terminal's session.
pub(crate) struct Calls {
    requests: UnboundedSender<Request>,
    sleeper: Rc<Sleeper>,
}

impl Calls {
    pub(super) fn new(requests: UnboundedSender<Request>, sleeper: Rc<Sleeper>) -> Self {
        Self { requests, sleeper }
    }

    fn send(&self, call: Call) -> Result<oneshot::Receiver<Result<EncodedValue, InvokeError>>, CallError> {
        let args = call
            .args
            .iter()
            .map(EncodedValue::try_from)
            .collect::<Result<_, _>>();
        let args = args.map_err(|error| {
            failure(
                CallErrorCode::LimitReached,
                format!("encode the arguments: {error}"),
            )
        })?;
        let (answer, answered) = oneshot::channel();
        let request = Request::Call {
            module: call.module,
            export: call.export,
            method: call.method,
            args,
            answer,
        };
        self.requests.send(request).map_err(|_| shutting_down())?;
        Ok(answered)
    }
}

impl Transport for Calls {
    fn invoke(&self, call: Call) -> Result<Value, CallError> {
        let answered = self.send(call)?;
        match self
            .sleeper
            .run(select(answered, Box::pin(self.sleeper.stopped())))
        {
            Either::Left((answered, _)) => result(answered),
            Either::Right(((), _)) => Err(failure(
                CallErrorCode::SessionNotFound,
                "the call was stopped".to_owned(),
            )),
        }
    }

    fn start(&self, call: Call) -> LocalBoxFuture<'static, Result<Value, CallError>> {
        match self.send(call) {
            Ok(answered) => answered.map(result).boxed_local(),
            Err(error) => ready(Err(error)).boxed_local(),
        }
    }
}

fn result(
    answered: Result<Result<EncodedValue, InvokeError>, oneshot::error::RecvError>,
) -> Result<Value, CallError> {
    let answer = answered.map_err(|_| shutting_down())?.map_err(failed)?;
    Value::try_from(answer).map_err(|error| {
        failure(
            CallErrorCode::LimitReached,
            format!("read the plugin's result: {error}"),
        )
    })
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
    failure(
        CallErrorCode::ShuttingDown,
        "the plugin host is shutting down".to_owned(),
    )
}

fn failure(code: CallErrorCode, message: String) -> CallError {
    CallError {
        code,
        message,
        stderr: String::new(),
    }
}
