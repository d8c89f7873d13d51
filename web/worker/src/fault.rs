//! What a failed call of the bridge means: the `Fault` in the status's details, or else the status itself.

use prost::Message as _;
use proto::browser::{Fault, fault};
use tonic::{Code, Status};
use web_runtime::{CallError, CallErrorCode};

/// The fault that the bridge attached.
pub(crate) fn of_status(status: &Status) -> Option<Fault> {
    if status.details().is_empty() {
        return None;
    }
    Fault::decode(status.details())
        .ok()
        .filter(|fault| fault.code() != fault::Code::Unspecified)
}

/// A failed plugin call, as scripts see it.
pub(crate) fn call_error(status: &Status) -> CallError {
    match of_status(status) {
        Some(fault) => CallError {
            code: code_of_fault(fault.code()),
            message: fault.message,
            stderr: fault.stderr,
        },
        None => CallError {
            code: code_of_status(status.code()),
            message: status.message().to_owned(),
            stderr: String::new(),
        },
    }
}

fn code_of_fault(code: fault::Code) -> CallErrorCode {
    match code {
        fault::Code::PluginFailed => CallErrorCode::PluginFailed,
        fault::Code::PluginExited => CallErrorCode::PluginExited,
        fault::Code::PluginNotStarted => CallErrorCode::PluginNotStarted,
        fault::Code::CallTimeout => CallErrorCode::CallTimeout,
        fault::Code::ModuleNotFound => CallErrorCode::ModuleNotFound,
        fault::Code::SessionNotFound => CallErrorCode::SessionNotFound,
        fault::Code::LimitReached => CallErrorCode::LimitReached,
        fault::Code::ShuttingDown => CallErrorCode::ShuttingDown,
        fault::Code::PluginUnreachable => CallErrorCode::PluginUnreachable,
        fault::Code::CatalogInvalid | fault::Code::Unspecified => CallErrorCode::BridgeFailed,
    }
}

fn code_of_status(code: Code) -> CallErrorCode {
    match code {
        Code::Unavailable => CallErrorCode::BridgeUnreachable,
        Code::Unauthenticated | Code::PermissionDenied => CallErrorCode::NotAuthorized,
        Code::ResourceExhausted => CallErrorCode::LimitReached,
        Code::OutOfRange => CallErrorCode::MessageTooLarge,
        Code::DeadlineExceeded => CallErrorCode::CallTimeout,
        _ => CallErrorCode::BridgeFailed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_gives_the_plugins_own_words() {
        let fault = Fault {
            code: fault::Code::PluginFailed.into(),
            message: "name is required".to_owned(),
            stderr: "warned\n".to_owned(),
            ..Fault::default()
        };
        let status = Status::with_details(Code::Unknown, "generic", fault.encode_to_vec().into());
        assert_eq!(
            call_error(&status),
            CallError {
                code: CallErrorCode::PluginFailed,
                message: "name is required".to_owned(),
                stderr: "warned\n".to_owned(),
            }
        );
    }

    #[test]
    fn without_a_fault_the_status_speaks() {
        let error = call_error(&Status::unavailable("the bridge does not answer: lost"));
        assert_eq!(error.code, CallErrorCode::BridgeUnreachable);
        assert_eq!(error.message, "the bridge does not answer: lost");
    }

    #[test]
    fn details_that_are_no_fault_are_passed_over() {
        let status = Status::with_details(Code::Internal, "broken", vec![0xff, 0xff].into());
        assert_eq!(call_error(&status).code, CallErrorCode::BridgeFailed);
    }
}
