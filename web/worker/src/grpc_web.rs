//! [`SyncXhr`]: gRPC-Web requests over a synchronous `XMLHttpRequest`. A worker may block, and scripts expect a
//! plugin call to return its value, so every future here is ready at once.

use std::future::{Ready, ready};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body::Body;
use http_body_util::{BodyExt as _, Full};
use js_sys::{ArrayBuffer, Uint8Array};
use tonic::{Code, Status};
use tonic_web::GrpcWebClientService;
use tower_service::Service;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{XmlHttpRequest, XmlHttpRequestResponseType};

/// The one content type that the bridge accepts. tonic-web would send it without `+proto`.
const GRPC_WEB: &str = "application/grpc-web+proto";
/// The largest part of an unexpected answer that becomes an error's text, in characters.
const MAX_QUOTED: usize = 500;

/// What the generated clients run on.
pub(crate) type Channel = GrpcWebClientService<SyncXhr>;

/// A channel to the bridge that served this page; `token` goes with every request.
pub(crate) fn channel(token: Option<&str>) -> Channel {
    GrpcWebClientService::new(SyncXhr {
        token: token.map(str::to_owned),
    })
}

/// The value of a future over a [`Channel`].
pub(crate) fn now<T>(call: impl Future<Output = T>) -> T {
    call.now_or_never()
        .expect("a synchronous request leaves nothing to wait for")
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

/// Sends each request and blocks until its answer is there.
#[derive(Debug, Clone)]
pub(crate) struct SyncXhr {
    token: Option<String>,
}

impl<B> Service<Request<B>> for SyncXhr
where
    B: Body<Data = Bytes>,
    B::Error: std::fmt::Display,
{
    type Response = Response<Full<Bytes>>;
    type Error = Status;
    type Future = Ready<Result<Self::Response, Status>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Status>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (parts, body) = request.into_parts();
        ready(collect(body).and_then(|body| self.send(parts.uri.path(), &body)))
    }
}

impl SyncXhr {
    fn send(&self, path: &str, body: &[u8]) -> Result<Response<Full<Bytes>>, Status> {
        // What the browser says about a lost connection names its own functions and helps nobody.
        let answer = self.exchange(path, body).map_err(|_| {
            Status::unavailable("the bridge does not answer; is `pontoon serve` still running?")
        })?;
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

    fn exchange(&self, path: &str, body: &[u8]) -> Result<Response<Bytes>, JsValue> {
        let xhr = XmlHttpRequest::new()?;
        xhr.open_with_async("POST", path, false)?;
        xhr.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
        for (name, value) in call_headers(self.token.as_deref()) {
            xhr.set_request_header(name, &value)?;
        }
        xhr.send_with_opt_u8_array(Some(body))?;

        let bytes = match xhr.response()?.dyn_into::<ArrayBuffer>() {
            Ok(buffer) => Bytes::from(Uint8Array::new(&buffer).to_vec()),
            Err(_) => Bytes::new(),
        };
        let mut answer = Response::new(bytes);
        *answer.status_mut() = StatusCode::from_u16(xhr.status()?).unwrap_or(StatusCode::BAD_GATEWAY);
        *answer.headers_mut() = parse_headers(&xhr.get_all_response_headers()?);
        Ok(answer)
    }
}

fn collect<B>(body: B) -> Result<Bytes, Status>
where
    B: Body<Data = Bytes>,
    B::Error: std::fmt::Display,
{
    now(body.collect())
        .map(http_body_util::Collected::to_bytes)
        .map_err(|error| Status::internal(format!("encode the request: {error}")))
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
