//! [`Fetch`]: requests over `fetch`, so that several are under way at once while the script goes on.

use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};
use http_body::Body;
use http_body_util::Full;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use tonic::Status;
use tower_service::Service;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit};

use super::sync_xhr::collect;
use super::{call_headers, grpc_answer, unreachable};
use crate::page;

/// Sends each request; dropping the future of its answer cancels it.
#[derive(Debug, Clone)]
pub(crate) struct Fetch {
    token: Option<String>,
}

impl Fetch {
    pub(super) fn new(token: Option<&str>) -> Self {
        Self {
            token: token.map(str::to_owned),
        }
    }
}

impl<B> Service<Request<B>> for Fetch
where
    B: Body<Data = Bytes>,
    B::Error: std::fmt::Display,
{
    type Response = Response<Full<Bytes>>;
    type Error = Status;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Status>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Status>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (parts, body) = request.into_parts();
        let body = collect(body);
        let token = self.token.clone();
        async move {
            let answer = exchange(token.as_deref(), parts.uri.path(), &body?).await;
            answer.map_err(|_| unreachable()).and_then(grpc_answer)
        }
        .boxed_local()
    }
}

/// Cancels its request when it is dropped before the answer is there.
struct Cancel(AbortController);

impl Drop for Cancel {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn exchange(token: Option<&str>, path: &str, body: &[u8]) -> Result<Response<Bytes>, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in call_headers(token) {
        headers.append(name, &value)?;
    }
    let cancel = Cancel(AbortController::new()?);
    let options = RequestInit::new();
    options.set_method("POST");
    options.set_headers(&headers);
    options.set_body(&Uint8Array::from(body));
    options.set_signal(Some(&cancel.0.signal()));

    let response = JsFuture::from(page::scope().fetch_with_str_and_init(path, &options)).await?;
    let response: web_sys::Response = response.dyn_into()?;
    let buffer: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;

    let mut answer = Response::new(Bytes::from(Uint8Array::new(&buffer).to_vec()));
    *answer.status_mut() = StatusCode::from_u16(response.status()).unwrap_or(StatusCode::BAD_GATEWAY);
    *answer.headers_mut() = read_headers(&response.headers());
    Ok(answer)
}

/// The headers; one that cannot be read is left out.
fn read_headers(headers: &Headers) -> HeaderMap {
    headers
        .entries()
        .into_iter()
        .filter_map(|entry| {
            let entry: Array = entry.ok()?.dyn_into().ok()?;
            let name = entry.get(0).as_string()?.parse::<HeaderName>().ok()?;
            Some((name, HeaderValue::from_str(&entry.get(1).as_string()?).ok()?))
        })
        .collect()
}
