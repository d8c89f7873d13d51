//! Who may speak at all. A page of any site can send requests to a loopback port, so every request passes
//! these checks, in this order, before anything else looks at it: Host, Origin, the path's policy, the token.

mod policy;
mod site;
#[cfg(test)]
mod tests;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};

use bridge_host::Principal;
use policy::Policy;
pub(crate) use site::Site;

use crate::gate::Gate;

/// The one content type of our calls. It is not on the list of types that a form or a simple cross-origin
/// request may send.
const GRPC_WEB: &str = "application/grpc-web+proto";

/// What the guard knows.
#[derive(Debug, Clone)]
pub(crate) struct Guard {
    pub(crate) site: Site,
    pub(crate) gate: Gate,
}

/// A request that goes no further: the status and a stable reason that the answer and the log quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refusal {
    status: StatusCode,
    reason: &'static str,
    advice: &'static str,
}

/// The middleware. The principal of a call's token travels on in the request's extensions.
pub(crate) async fn check(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match guard.admit(&parts) {
        Ok(principal) => {
            if let Some(principal) = principal {
                parts.extensions.insert(principal);
            }
            next.run(Request::from_parts(parts, body)).await
        }
        Err(refusal) => {
            tracing::warn!(
                reason = refusal.reason,
                method = %parts.method,
                path = parts.uri.path(),
                host = ?parts.headers.get("host"),
                origin = ?parts.headers.get("origin"),
                "request refused"
            );
            let Refusal {
                status,
                reason,
                advice,
            } = refusal;
            (status, format!("\"{reason}\": {advice}\n")).into_response()
        }
    }
}

impl Guard {
    /// Whether the request may go on; with the principal if its policy asks for a token.
    fn admit(&self, parts: &Parts) -> Result<Option<Principal>, Refusal> {
        let host = self.site.check_host(parts)?;
        let policy = Policy::of(parts.uri.path());
        site::check_origin(parts, host, policy)?;
        policy.check_method(&parts.method)?;
        match policy {
            Policy::Read => Ok(None),
            Policy::OpenCall => check_content_type(&parts.headers).map(|()| None),
            Policy::Call => {
                check_content_type(&parts.headers)?;
                self.principal(&parts.headers).map(Some)
            }
        }
    }

    fn principal(&self, headers: &HeaderMap) -> Result<Principal, Refusal> {
        let missing = Refusal {
            status: StatusCode::UNAUTHORIZED,
            reason: "missing-token",
            advice: "send the token as `authorization: Bearer TOKEN`; open the link that `pontoon serve` prints",
        };
        let mut values = headers.get_all(AUTHORIZATION).iter();
        let (Some(value), None) = (values.next(), values.next()) else {
            return Err(missing);
        };
        let token = value
            .to_str()
            .ok()
            .and_then(|value| value.strip_prefix("Bearer "))
            .ok_or(missing)?;
        self.gate.principal(token).ok_or(Refusal {
            status: StatusCode::UNAUTHORIZED,
            reason: "wrong-token",
            advice: "the token is not of this run of the bridge; open the link that `pontoon serve` printed last",
        })
    }
}

fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let mut values = headers.get_all(CONTENT_TYPE).iter();
    match (values.next(), values.next()) {
        (Some(value), None) if value == GRPC_WEB => Ok(()),
        _ => Err(Refusal {
            status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
            reason: "content-type-not-allowed",
            advice: "calls are sent as application/grpc-web+proto",
        }),
    }
}

impl Policy {
    fn check_method(self, method: &Method) -> Result<(), Refusal> {
        let (allowed, advice): (&[Method], _) = match self {
            Self::Read => (&[Method::GET, Method::HEAD], "this path answers GET and HEAD"),
            Self::OpenCall | Self::Call => (&[Method::POST], "this path answers POST"),
        };
        if allowed.contains(method) {
            return Ok(());
        }
        Err(Refusal {
            status: StatusCode::METHOD_NOT_ALLOWED,
            reason: "method-not-allowed",
            advice,
        })
    }
}
