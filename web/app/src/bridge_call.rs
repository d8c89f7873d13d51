//! Posts the two calls that the page makes itself, as the worker prepared them: the heartbeat and the farewell.
//! They must go out while the worker is busy or gone.

use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_messages::PreparedCall;
use web_sys::{AbortSignal, Headers, Request, RequestInit, Response, window};

use crate::state::BeatOutcome;

/// gRPC's status of a server that is going down.
const UNAVAILABLE: u32 = 14;
const TRAILER_FRAME: u8 = 0x80;
/// A bridge that takes longer is as good as gone.
const ANSWER_LIMIT_MS: u32 = 10_000;

/// Sends a heartbeat and waits for its answer.
pub(crate) async fn beat(call: &PreparedCall) -> BeatOutcome {
    match answer(call).await {
        Ok((http_status, grpc_status)) => outcome(http_status, grpc_status),
        Err(_) => BeatOutcome::NoAnswer,
    }
}

/// Sends a farewell that outlives the page, and does not wait.
pub(crate) fn farewell(call: &PreparedCall) {
    if let (Some(window), Ok(request)) = (window(), request(call, true)) {
        let sent = window.fetch_with_request(&request);
        // Nobody is left to be told; the lease ends the session if this does not arrive.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(sent).await;
        });
    }
}

async fn answer(call: &PreparedCall) -> Result<(u16, Option<u32>), JsValue> {
    let window = window().ok_or(JsValue::UNDEFINED)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request(call, false)?))
        .await?
        .unchecked_into();
    let in_headers = response
        .headers()
        .get("grpc-status")?
        .and_then(|text| text.parse().ok());
    let body: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.unchecked_into();
    let grpc_status = in_headers.or_else(|| trailer_status(&Uint8Array::new(&body).to_vec()));
    Ok((response.status(), grpc_status))
}

fn request(call: &PreparedCall, keepalive: bool) -> Result<Request, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in &call.headers {
        headers.append(name, value)?;
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&Uint8Array::from(call.body.as_slice()));
    if keepalive {
        // web-sys has no setter for this member yet.
        Reflect::set(&init, &"keepalive".into(), &true.into())?;
    } else {
        init.set_signal(Some(&AbortSignal::timeout_with_u32(ANSWER_LIMIT_MS)));
    }
    Request::new_with_str_and_init(&call.path, &init)
}

fn outcome(http_status: u16, grpc_status: Option<u32>) -> BeatOutcome {
    match (http_status, grpc_status) {
        (200, Some(0)) => BeatOutcome::Alive,
        (502..=504, _) | (_, Some(UNAVAILABLE)) => BeatOutcome::NoAnswer,
        _ => BeatOutcome::SessionGone,
    }
}

/// The status in the trailers of a gRPC-Web body: frames of one flag byte and a length of four, big-endian.
fn trailer_status(mut body: &[u8]) -> Option<u32> {
    while let [flag, a, b, c, d, rest @ ..] = body {
        let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).ok()?;
        let frame = rest.get(..length)?;
        if flag & TRAILER_FRAME != 0 {
            let trailers = std::str::from_utf8(frame).ok()?;
            let mut fields = trailers.lines().filter_map(|line| line.split_once(':'));
            let status = fields.find(|(name, _)| name.eq_ignore_ascii_case("grpc-status"));
            return status.and_then(|(_, value)| value.trim().parse().ok());
        }
        body = &rest[length..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(flag: u8, content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&[flag], length.as_slice(), content].concat()
    }

    #[test]
    fn the_status_is_read_behind_the_message() {
        let body = [frame(0, &[]), frame(0x80, b"grpc-status: 0\r\ngrpc-message:\r\n")].concat();
        assert_eq!(trailer_status(&body), Some(0));
    }

    #[test]
    fn a_body_that_is_not_grpc_web_has_no_status() {
        for body in [
            b"<html>".as_slice(),
            b"",
            &frame(0, b"message"),
            &frame(0x80, b"nothing")[..9],
        ] {
            assert_eq!(trailer_status(body), None, "{body:?}");
        }
    }

    #[test]
    fn only_a_clear_answer_ends_a_session() {
        assert_eq!(outcome(200, Some(0)), BeatOutcome::Alive);
        assert_eq!(outcome(200, Some(5)), BeatOutcome::SessionGone);
        assert_eq!(outcome(401, None), BeatOutcome::SessionGone);
        assert_eq!(outcome(200, Some(UNAVAILABLE)), BeatOutcome::NoAnswer);
        assert_eq!(outcome(503, None), BeatOutcome::NoAnswer);
    }
}
