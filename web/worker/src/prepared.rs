//! Calls that the page posts by itself: the whole request, ready to send.

use prost::Message;
use web_messages::PreparedCall;

use crate::grpc_web::call_headers;

/// A unary call of `pontoon.v1.Sessions`.
pub(crate) fn sessions_call(method: &str, token: &str, message: &impl Message) -> PreparedCall {
    PreparedCall {
        path: format!("/pontoon.v1.Sessions/{method}"),
        headers: call_headers(Some(token))
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        body: framed(message),
    }
}

/// One data frame: no compression, the length in big endian, the message.
fn framed(message: &impl Message) -> Vec<u8> {
    let length = u32::try_from(message.encoded_len()).expect("these messages hold one short identifier");
    let mut frame = vec![0];
    frame.extend(length.to_be_bytes());
    frame.extend(message.encode_to_vec());
    frame
}

#[cfg(test)]
mod tests {
    use proto::browser::HeartbeatRequest;

    use super::*;

    #[test]
    fn the_request_is_whole() {
        let message = HeartbeatRequest {
            session_id: "s1".to_owned(),
        };
        let call = sessions_call("Heartbeat", "secret", &message);
        assert_eq!(call.path, "/pontoon.v1.Sessions/Heartbeat");
        assert_eq!(call.body, [0, 0, 0, 0, 4, 0x0a, 2, b's', b'1']);
        for (name, value) in [
            ("content-type", "application/grpc-web+proto"),
            ("x-grpc-web", "1"),
            ("authorization", "Bearer secret"),
        ] {
            assert!(
                call.headers.contains(&(name.to_owned(), value.to_owned())),
                "{name}"
            );
        }
    }
}
