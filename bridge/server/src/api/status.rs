//! The host's errors as gRPC statuses. The details hold a `Fault`; the status's own code is for generic tools.

use bridge_host::{CallError, InvokeError, OpenError};
use prost::Message as _;
use proto::browser::{Fault, fault};
use tonic::{Code, Status};

use super::to_proto;

/// Why a session did not open.
pub(super) fn of_open(error: &OpenError) -> Status {
    let (grpc, code) = match error {
        OpenError::CatalogInvalid(_) => (Code::FailedPrecondition, fault::Code::CatalogInvalid),
        OpenError::TooManySessions(_) => (Code::ResourceExhausted, fault::Code::LimitReached),
        OpenError::ShuttingDown => (Code::Unavailable, fault::Code::ShuttingDown),
        OpenError::Random(_) => (Code::Internal, fault::Code::Unspecified),
    };
    let report = match error {
        OpenError::CatalogInvalid(report) => Some(to_proto::report(report)),
        _ => None,
    };
    status(
        grpc,
        Fault {
            code: code.into(),
            message: bridge_host::chain(error),
            report,
            ..Default::default()
        },
    )
}

/// Why a call brought no result.
pub(super) fn of_invoke(
    error: &InvokeError,
    module_name: String,
    export_name: String,
    method: Option<String>,
) -> Status {
    let (grpc, code) = codes(error);
    let stderr = match error {
        InvokeError::Call { stderr, .. } => stderr.clone(),
        InvokeError::NotStarted(error) => error.stderr().to_owned(),
        InvokeError::SessionNotFound | InvokeError::ModuleNotFound { .. } | InvokeError::Held { .. } => {
            String::new()
        }
    };
    let fault = Fault {
        code: code.into(),
        message: error.to_text(),
        module_name,
        export_name,
        method_name: method.unwrap_or_default(),
        stderr,
        report: None,
    };
    status(grpc, fault)
}

/// Why a session could not be kept or closed.
pub(super) fn of_session(error: &InvokeError) -> Status {
    let (grpc, code) = codes(error);
    status(
        grpc,
        Fault {
            code: code.into(),
            message: error.to_text(),
            ..Default::default()
        },
    )
}

fn codes(error: &InvokeError) -> (Code, fault::Code) {
    match error {
        InvokeError::SessionNotFound => (Code::NotFound, fault::Code::SessionNotFound),
        InvokeError::ModuleNotFound { .. } => (Code::NotFound, fault::Code::ModuleNotFound),
        InvokeError::NotStarted(_) | InvokeError::Held { .. } => {
            (Code::Unavailable, fault::Code::PluginNotStarted)
        }
        InvokeError::Call { source, .. } => match source {
            CallError::Plugin(_) => (Code::Unknown, fault::Code::PluginFailed),
            CallError::Timeout(_) => (Code::DeadlineExceeded, fault::Code::CallTimeout),
            CallError::Exited { .. } => (Code::Unavailable, fault::Code::PluginExited),
            CallError::TooLarge(_) | CallError::Overloaded(_) => {
                (Code::ResourceExhausted, fault::Code::LimitReached)
            }
            CallError::Unreachable(_) => (Code::Unavailable, fault::Code::PluginUnreachable),
        },
    }
}

/// The longest text that travels in a status, in bytes: it becomes a header.
const MAX_TEXT: usize = 16 * 1024;

fn status(code: Code, mut fault: Fault) -> Status {
    truncate(&mut fault.message);
    let details = fault.encode_to_vec();
    Status::with_details(code, fault.message, details.into())
}

fn truncate(text: &mut String) {
    if text.len() > MAX_TEXT {
        text.truncate(text.floor_char_boundary(MAX_TEXT));
        text.push_str(" … (cut)");
    }
}
