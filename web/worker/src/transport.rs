//! [`BridgeTransport`]: plugin calls over gRPC-Web.

use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
use prost::Message as _;
use proto::browser::sessions_client::SessionsClient;
use proto::browser::{InvokeRequest, InvokeResponse};
use proto::limits::MAX_BROWSER_MESSAGE;
use proto::value::Value;
use tonic::Status;
use web_runtime::{Call, CallError, CallErrorCode, Transport, decoded_result};

use crate::console_sink::PageConsole;
use crate::fault::call_error;
use crate::grpc_web::{AsyncChannel, Channel, async_channel, channel, now};

/// Calls the plugins of one session.
#[derive(Debug)]
pub(crate) struct BridgeTransport {
    client: SessionsClient<Channel>,
    async_client: SessionsClient<AsyncChannel>,
    session_id: String,
    console: PageConsole,
}

impl BridgeTransport {
    pub(crate) fn new(token: &str, session_id: String, console: PageConsole) -> Self {
        let client = SessionsClient::new(channel(Some(token)))
            .max_decoding_message_size(MAX_BROWSER_MESSAGE)
            .max_encoding_message_size(MAX_BROWSER_MESSAGE);
        let async_client = SessionsClient::new(async_channel(Some(token)))
            .max_decoding_message_size(MAX_BROWSER_MESSAGE)
            .max_encoding_message_size(MAX_BROWSER_MESSAGE);
        Self {
            client,
            async_client,
            session_id,
            console,
        }
    }
}

impl Transport for BridgeTransport {
    fn invoke(&self, call: Call) -> Result<Value, CallError> {
        // The call may take seconds; what was written before it is seen before it.
        self.console.flush();
        let request = self.request(call)?;
        result(now(self.client.clone().invoke(request)))
    }

    fn start(&self, call: Call) -> LocalBoxFuture<'static, Result<Value, CallError>> {
        let request = self.request(call);
        let mut client = self.async_client.clone();
        async move { result(client.invoke(request?).await) }.boxed_local()
    }
}

impl BridgeTransport {
    fn request(&self, call: Call) -> Result<InvokeRequest, CallError> {
        let args = call.encoded_args()?;
        let request = InvokeRequest {
            session_id: self.session_id.clone(),
            module_name: call.module,
            export_name: call.export,
            method_name: call.method.unwrap_or_default(),
            args,
        };
        let size = request.encoded_len();
        if size > MAX_BROWSER_MESSAGE {
            return Err(CallError::new(
                CallErrorCode::MessageTooLarge,
                format!(
                    "the arguments take {size} bytes, and a call may take {MAX_BROWSER_MESSAGE}; pass less, or in several calls"
                ),
            ));
        }
        Ok(request)
    }
}

fn result(answer: Result<tonic::Response<InvokeResponse>, Status>) -> Result<Value, CallError> {
    match answer.map_err(|status| call_error(&status))?.into_inner().result {
        Some(result) => decoded_result(result),
        None => Ok(Value::Null),
    }
}
