//! [`SyncXhr`]: requests over a synchronous `XMLHttpRequest`, so that every future here is ready at once.

use std::future::{Ready, ready};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{Request, Response, StatusCode};
use http_body::Body;
use http_body_util::{BodyExt as _, Full};
use js_sys::{ArrayBuffer, Uint8Array};
use tonic::Status;
use tower_service::Service;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{XmlHttpRequest, XmlHttpRequestResponseType};

use super::{call_headers, grpc_answer, parse_headers, unreachable};

/// The value of a future over a synchronous channel.
pub(crate) fn now<T>(call: impl Future<Output = T>) -> T {
    call.now_or_never()
        .expect("a synchronous request leaves nothing to wait for")
}

/// Sends each request and blocks until its answer is there.
#[derive(Debug, Clone)]
pub(crate) struct SyncXhr {
    token: Option<String>,
}

impl SyncXhr {
    pub(super) fn new(token: Option<&str>) -> Self {
        Self {
            token: token.map(str::to_owned),
        }
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
        ready(collect(body).and_then(|body| {
            let answer = self.exchange(parts.uri.path(), &body);
            answer.map_err(|_| unreachable()).and_then(grpc_answer)
        }))
    }
}

/// The whole body of a request, which is in memory already.
pub(super) fn collect<B>(body: B) -> Result<Bytes, Status>
where
    B: Body<Data = Bytes>,
    B::Error: std::fmt::Display,
{
    now(body.collect())
        .map(http_body_util::Collected::to_bytes)
        .map_err(|error| Status::internal(format!("encode the request: {error}")))
}
