//! The addresses under which the bridge is itself, and whether a request comes from there.
//! Exact strings only: patterns and prefixes are how such checks have been broken elsewhere.

use http::header::{HOST, ORIGIN};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode};

use super::Refusal;
use super::policy::Policy;

/// The authorities of one bridge: the loopback address and its name, with the port.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    authorities: [String; 2],
}

impl Site {
    pub(crate) fn on_port(port: u16) -> Self {
        Self {
            authorities: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
        }
    }

    /// The request's host, if there is exactly one and it is ours. A name that was rebound to 127.0.0.1 ends
    /// here, whatever the browser thinks its origin is.
    pub(super) fn check_host<'a>(&self, parts: &'a Parts) -> Result<&'a str, Refusal> {
        let mut hosts = parts.headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err(Refusal {
                status: StatusCode::BAD_REQUEST,
                reason: "host-not-single",
                advice: "send exactly one Host header",
            });
        };
        let refused = Refusal {
            status: StatusCode::FORBIDDEN,
            reason: "host-not-allowed",
            advice: "open the bridge by the address that `pontoon serve` printed",
        };
        let host = host.to_str().map_err(|_| refused)?;
        if !self.authorities.iter().any(|authority| authority == host) {
            return Err(refused);
        }
        match parts.uri.authority() {
            Some(target) if target.as_str() != host => Err(Refusal {
                status: StatusCode::BAD_REQUEST,
                reason: "host-differs-from-target",
                advice: "the request's target and its Host header must name the same address",
            }),
            _ => Ok(host),
        }
    }
}

/// Whether the request was made by our own page, or by no page at all.
pub(super) fn check_origin(parts: &Parts, host: &str, policy: Policy) -> Result<(), Refusal> {
    let refused = Err(Refusal {
        status: StatusCode::FORBIDDEN,
        reason: "origin-not-allowed",
        advice: "only the bridge's own page may call it",
    });
    let mut origins = parts.headers.get_all(ORIGIN).iter();
    match (origins.next(), origins.next()) {
        (Some(origin), None) => {
            let own = origin
                .to_str()
                .ok()
                .and_then(|origin| origin.strip_prefix("http://"))
                == Some(host);
            if own { Ok(()) } else { refused }
        }
        (Some(_), Some(_)) => refused,
        // Browsers send no Origin with plain reads, but they do say where those come from.
        (None, _) => match fetch_metadata(parts, "sec-fetch-site") {
            None | Some("same-origin" | "none") => Ok(()),
            Some(_) if is_followed_link(parts, policy) => Ok(()),
            Some(_) => refused,
        },
    }
}

/// A link on another page that leads to ours: the tab shows our page, and nothing runs by itself.
fn is_followed_link(parts: &Parts, policy: Policy) -> bool {
    policy == Policy::Read
        && parts.method == Method::GET
        && fetch_metadata(parts, "sec-fetch-mode") == Some("navigate")
        && fetch_metadata(parts, "sec-fetch-dest") == Some("document")
}

/// A fetch-metadata header; one that is no text counts as present and foreign.
fn fetch_metadata<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts
        .headers
        .get(name)
        .map(|value: &HeaderValue| value.to_str().unwrap_or("unreadable"))
}
