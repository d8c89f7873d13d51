//! [`Transport`]: the one thing a runtime needs to reach plugins: calls that block, as scripts see them by default,
//! and calls that go on while the script does.

use std::fmt;

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, ready};
use proto::value::{EncodedValue, Value};
use thiserror::Error;

/// Carries a call to a plugin and brings the answer back.
pub trait Transport {
    /// Calls a plugin, blocking until the answer is there.
    ///
    /// # Errors
    /// When the plugin answers an error, or no answer can be had.
    fn invoke(&self, call: Call) -> Result<Value, CallError>;

    /// Calls a plugin without blocking, so that other calls can be under way at the same time. The future
    /// is polled once at once, and that sends the call off; dropping it cancels the call. A transport that can only
    /// block does so here.
    fn start(&self, call: Call) -> LocalBoxFuture<'static, Result<Value, CallError>> {
        ready(self.invoke(call)).boxed_local()
    }
}

/// The transport of a runtime that has no session.
#[derive(Debug, Clone, Copy)]
pub struct NoTransport;

impl Transport for NoTransport {
    fn invoke(&self, call: Call) -> Result<Value, CallError> {
        let message = format!("no session is open, so {} cannot be called", call.module);
        Err(CallError::new(CallErrorCode::BridgeUnreachable, message))
    }
}

/// One call from JavaScript.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// Such as `plugin:examples:greeter`.
    pub module: String,
    /// The export to call.
    pub export: String,
    /// The method of an object export.
    pub method: Option<String>,
    /// The arguments.
    pub args: Vec<Value>,
}

impl Call {
    /// The arguments as every wire carries them.
    ///
    /// # Errors
    /// When they break a limit of values.
    pub fn encoded_args(&self) -> Result<Vec<EncodedValue>, CallError> {
        let args: Result<_, _> = self.args.iter().map(EncodedValue::try_from).collect();
        args.map_err(|error| {
            let message = format!("encode the arguments: {error}");
            CallError::new(CallErrorCode::LimitReached, message)
        })
    }
}

/// Reads what a plugin answered.
///
/// # Errors
/// When it breaks a limit of values.
pub fn decoded_result(result: EncodedValue) -> Result<Value, CallError> {
    Value::try_from(result).map_err(|error| {
        let message = format!("read the plugin's result: {error}");
        CallError::new(CallErrorCode::LimitReached, message)
    })
}

/// Why a call has no result. The script sees a `PluginError`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct CallError {
    /// What kind of failure.
    pub code: CallErrorCode,
    /// One sentence for people; with [`CallErrorCode::PluginFailed`] the plugin's own words.
    pub message: String,
    /// The last lines of the plugin's standard error; may be empty.
    pub stderr: String,
}

impl CallError {
    /// A failure of which the plugin wrote nothing.
    pub fn new(code: CallErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            stderr: String::new(),
        }
    }
}

/// The kinds of failure. Their text is stable: scripts compare it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallErrorCode {
    /// The plugin's handler answered an error.
    PluginFailed,
    /// The plugin's process ended before it answered.
    PluginExited,
    /// The plugin's process could not be started.
    PluginNotStarted,
    /// The connection between bridge and plugin broke or carried nonsense.
    PluginUnreachable,
    /// The call took longer than the bridge allows.
    CallTimeout,
    /// The session has no such module.
    ModuleNotFound,
    /// The session is gone.
    SessionNotFound,
    /// A limit of the bridge was reached.
    LimitReached,
    /// The arguments or the result are larger than a message may be.
    MessageTooLarge,
    /// The bridge is going away.
    ShuttingDown,
    /// The bridge does not answer.
    BridgeUnreachable,
    /// The bridge does not accept the caller's token.
    NotAuthorized,
    /// The bridge answered something that is none of the above.
    BridgeFailed,
}

impl CallErrorCode {
    /// The text in the error's `code` property.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PluginFailed => "plugin-failed",
            Self::PluginExited => "plugin-exited",
            Self::PluginNotStarted => "plugin-not-started",
            Self::PluginUnreachable => "plugin-unreachable",
            Self::CallTimeout => "call-timeout",
            Self::ModuleNotFound => "module-not-found",
            Self::SessionNotFound => "session-not-found",
            Self::LimitReached => "limit-reached",
            Self::MessageTooLarge => "message-too-large",
            Self::ShuttingDown => "shutting-down",
            Self::BridgeUnreachable => "bridge-unreachable",
            Self::NotAuthorized => "not-authorized",
            Self::BridgeFailed => "bridge-failed",
        }
    }
}

impl fmt::Display for CallErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
