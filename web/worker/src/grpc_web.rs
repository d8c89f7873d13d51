//! gRPC-Web as the bridge speaks it: the headers of a call, and what an answer means. The two ways to send one are
//! [`SyncXhr`], which blocks, and [`Fetch`], which does not.

mod fetch;
mod sync_xhr;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Response, StatusCode};
use http_body_util::Full;
use tonic::{Code, Status};
use tonic_web::GrpcWebClientService;

use fetch::Fetch;
use sync_xhr::SyncXhr;
pub(crate) use sync_xhr::now;

/// The one content type that the bridge accepts. tonic-web would send it without `+proto`.
const GRPC_WEB: &str = "application/grpc-web+proto";
/// The largest part of an unexpected answer that becomes an error's text, in characters.
const MAX_QUOTED: usize = 500;

/// What the generated clients run on. A worker may block, and scripts expect a plugin call to return its value.
pub(crate) type Channel = GrpcWebClientService<SyncXhr>;

/// What they run on where many calls go on at once.
pub(crate) type AsyncChannel = GrpcWebClientService<Fetch>;

/// A channel to the bridge that served this page; `token` goes with every request.
pub(crate) fn channel(token: Option<&str>) -> Channel {
    GrpcWebClientService::new(SyncXhr::new(token))
}

/// The same without blocking.
pub(crate) fn async_channel(token: Option<&str>) -> AsyncChannel {
    GrpcWebClientService::new(Fetch::new(token))
}

/// The headers that every call carries beside its content.
pub(crate) fn call_headers(token: Option<&str>) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("content-type", GRPC_WEB.to_owned()),
        ("x-grpc-web", "1".to_owned()),
    ];
    headers.extend(token.map(|token| ("authorization", format!("Bearer {token}"))));
    headers
}

/// The answer, if it is gRPC.
fn grpc_answer(answer: Response<Bytes>) -> Result<Response<Full<Bytes>>, Status> {
    let is_grpc = answer.headers().contains_key("grpc-status")
        || answer
            .headers()
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/grpc-web"));
    if is_grpc {
        return Ok(answer.map(Full::new));
    }
    Err(unexpected(answer.status(), answer.body()))
}

/// What the browser says about a lost connection names its own functions and helps nobody.
fn unreachable() -> Status {
    Status::unavailable("the bridge does not answer; is `pontoon serve` still running?")
}

/// An answer that is not gRPC: the guard's refusals, a proxy's errors, or a server that is not the bridge.
fn unexpected(status: StatusCode, body: &[u8]) -> Status {
    let code = match status {
        StatusCode::UNAUTHORIZED => Code::Unauthenticated,
        StatusCode::FORBIDDEN => Code::PermissionDenied,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::PAYLOAD_TOO_LARGE => Code::ResourceExhausted,
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            Code::Unavailable
        }
        _ => Code::Unknown,
    };
    let text = String::from_utf8_lossy(body);
    let quoted: String = text.trim().chars().take(MAX_QUOTED).collect();
    let message = match quoted.as_str() {
        "" => format!("the bridge answered HTTP {status}"),
        text => format!("the bridge answered HTTP {status}: {text}"),
    };
    Status::new(code, message)
}

/// Reads the browser's list of response headers; one that cannot be read is left out.
fn parse_headers(list: &str) -> HeaderMap {
    list.lines()
        .filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            let name = name.trim().parse::<HeaderName>().ok()?;
            Some((name, HeaderValue::from_str(value.trim()).ok()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_not_grpc_keeps_its_words() {
        for (http, body, code, message) in [
            (
                401,
                "\"wrong-token\": open the link\n",
                Code::Unauthenticated,
                "the bridge answered HTTP 401 Unauthorized: \"wrong-token\": open the link",
            ),
            (
                413,
                "",
                Code::ResourceExhausted,
                "the bridge answered HTTP 413 Payload Too Large",
            ),
            (
                404,
                "<html>",
                Code::Unknown,
                "the bridge answered HTTP 404 Not Found: <html>",
            ),
        ] {
            let status = unexpected(StatusCode::from_u16(http).unwrap(), body.as_bytes());
            assert_eq!((status.code(), status.message()), (code, message));
        }
    }

    #[test]
    fn header_lists_are_read_as_browsers_write_them() {
        let headers =
            parse_headers("content-type: application/grpc-web+proto\r\nGrpc-Status:  5\r\nbroken\r\n");
        assert_eq!(headers.len(), 2);
        assert_eq!(headers["grpc-status"], "5");
    }
}
