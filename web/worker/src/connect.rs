//! Opening a session: the one-time code becomes a token, the token opens a session.

use std::time::Duration;

use proto::browser::gate_client::GateClient;
use proto::browser::sessions_client::SessionsClient;
use proto::browser::{
    CloseSessionRequest, ExchangeCodeRequest, HeartbeatRequest, OpenSessionRequest, OpenSessionResponse,
    fault,
};
use proto::limits::MAX_BROWSER_MESSAGE;
use proto::manifest::ManifestError;
use tonic::{Code, Status};
use web_messages::{Connected, Credential, Refusal, RefusalKind};
use web_runtime::PluginModule;

use crate::grpc_web::{channel, now};
use crate::prepared::sessions_call;
use crate::{fault as fault_of, from_proto};

/// How long a session is taken to live where the bridge does not say.
const DEFAULT_LEASE: Duration = Duration::from_secs(60);

/// What the worker keeps of an open session.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) token: String,
    pub(crate) modules: Vec<PluginModule>,
}

/// Opens a session with whatever the page has to show.
///
/// # Errors
/// Why there is none, for the page to explain.
pub(crate) fn open(credential: Option<Credential>) -> Result<(Connected, Session), Refusal> {
    let token = match credential {
        Some(Credential::Token(token)) => token,
        Some(Credential::Code(code)) => exchange(code).map_err(|status| refusal(&status, None))?,
        None => {
            return Err(Refusal {
                kind: RefusalKind::NoCredential,
                message: "the page was opened without its launch link".to_owned(),
                report: None,
                token: None,
            });
        }
    };
    let opened = open_session(&token).map_err(|status| refusal(&status, Some(token.clone())))?;
    connected(opened, &token).map_err(|error| Refusal {
        kind: RefusalKind::Other,
        message: format!("the bridge sent an invalid manifest: {error}"),
        report: None,
        token: Some(token),
    })
}

/// A refusal as a clause that completes `no session is open, because …`.
pub(crate) fn reason_for_scripts(refusal: &Refusal) -> String {
    match refusal.kind {
        RefusalKind::NoCredential => {
            "this page was opened without the link that `pontoon serve` prints".to_owned()
        }
        RefusalKind::CatalogInvalid
        | RefusalKind::CredentialRefused
        | RefusalKind::Unreachable
        | RefusalKind::Other => refusal.message.clone(),
    }
}

fn exchange(code: String) -> Result<String, Status> {
    let mut gate = GateClient::new(channel(None));
    let answer = now(gate.exchange_code(ExchangeCodeRequest { code }))?;
    Ok(answer.into_inner().token)
}

fn open_session(token: &str) -> Result<OpenSessionResponse, Status> {
    let mut sessions =
        SessionsClient::new(channel(Some(token))).max_decoding_message_size(MAX_BROWSER_MESSAGE);
    let answer = now(sessions.open_session(OpenSessionRequest {}))?;
    Ok(answer.into_inner())
}

fn connected(opened: OpenSessionResponse, token: &str) -> Result<(Connected, Session), ManifestError> {
    let session_id = opened.session_id;
    let lease = opened
        .lease
        .and_then(|lease| Duration::try_from(lease).ok())
        .unwrap_or(DEFAULT_LEASE);
    let (callable, modules) = from_proto::modules(opened.modules)?;
    let heartbeat = HeartbeatRequest {
        session_id: session_id.clone(),
    };
    let farewell = CloseSessionRequest {
        session_id: session_id.clone(),
    };
    let connected = Connected {
        token: token.to_owned(),
        session_id: session_id.clone(),
        modules,
        report: from_proto::report(opened.report.unwrap_or_default()),
        heartbeat: sessions_call("Heartbeat", token, &heartbeat),
        heartbeat_every_ms: u32::try_from(lease.as_millis() / 3).unwrap_or(u32::MAX),
        farewell: sessions_call("CloseSession", token, &farewell),
    };
    let session = Session {
        id: session_id,
        token: token.to_owned(),
        modules: callable,
    };
    Ok((connected, session))
}

/// `token` is what a new attempt needs, where the code is spent and the token was not what was refused.
fn refusal(status: &Status, token: Option<String>) -> Refusal {
    let fault = fault_of::of_status(status);
    let code = fault.as_ref().map(proto::browser::Fault::code);
    let kind = match (code, status.code()) {
        (Some(fault::Code::CatalogInvalid), _) => RefusalKind::CatalogInvalid,
        (Some(_), _) => RefusalKind::Other,
        (None, Code::Unauthenticated) => RefusalKind::CredentialRefused,
        (None, Code::Unavailable) => RefusalKind::Unreachable,
        (None, _) => RefusalKind::Other,
    };
    let (message, report) = match fault {
        Some(fault) => (fault.message, fault.report.map(from_proto::report)),
        None => (status.message().to_owned(), None),
    };
    Refusal {
        kind,
        message,
        report,
        token: token.filter(|_| kind != RefusalKind::CredentialRefused),
    }
}

#[cfg(test)]
mod tests {
    use prost::Message as _;
    use proto::browser::{DiscoveryReport, Fault};

    use super::*;

    #[test]
    fn a_refusal_says_what_to_do_next() {
        let invalid = Fault {
            code: fault::Code::CatalogInvalid.into(),
            message: "1 plugin is invalid".to_owned(),
            report: Some(DiscoveryReport {
                directories: vec!["/plugins".to_owned()],
                ..DiscoveryReport::default()
            }),
            ..Fault::default()
        };
        let invalid = Status::with_details(Code::FailedPrecondition, "", invalid.encode_to_vec().into());
        let token = || Some("token".to_owned());

        let refused = refusal(&invalid, token());
        assert_eq!(refused.kind, RefusalKind::CatalogInvalid);
        assert_eq!(refused.report.unwrap().directories, ["/plugins"]);
        assert_eq!(refused.token, token());

        let refused = refusal(&Status::unauthenticated("wrong-token"), token());
        assert_eq!(
            (refused.kind, refused.token),
            (RefusalKind::CredentialRefused, None)
        );

        let refused = refusal(&Status::unavailable("nobody"), token());
        assert_eq!((refused.kind, refused.token), (RefusalKind::Unreachable, token()));
    }

    #[test]
    fn a_session_is_renewed_three_times_a_lease() {
        let opened = OpenSessionResponse {
            session_id: "s1".to_owned(),
            lease: Some(prost_types::Duration {
                seconds: 45,
                nanos: 0,
            }),
            ..OpenSessionResponse::default()
        };
        let (connected, session) = connected(opened, "token").unwrap();
        assert_eq!(connected.heartbeat_every_ms, 15_000);
        assert_eq!(connected.farewell.path, "/pontoon.v1.Sessions/CloseSession");
        assert_eq!((session.id.as_str(), session.token.as_str()), ("s1", "token"));
    }
}
