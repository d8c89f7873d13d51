//! gRPC to one plugin: the only place that sees the plugin's wire.

mod health;

use std::error::Error as _;
use std::time::Duration;

use plugins_handshake::Network;
use proto::contract::js_module_service_client::JsModuleServiceClient;
use proto::contract::{InvokeRequest, ModuleManifest};
use proto::go_plugin::grpc_broker_client::GrpcBrokerClient;
use proto::go_plugin::grpc_controller_client::GrpcControllerClient;
use proto::go_plugin::grpc_stdio_client::GrpcStdioClient;
use proto::go_plugin::{Empty, stdio_data};
use proto::limits::{MAX_MANIFEST_MESSAGE, MAX_PLUGIN_HEADER_LIST, MAX_PLUGIN_MESSAGE};
use proto::value::EncodedValue;
use tokio::time::{Instant, timeout};
use tokio_stream::StreamExt as _;
use tonic::transport::{Channel, Endpoint, Error};
use tonic::{Code, Request, Status};
use tower::service_fn;

use super::connection;
use super::error::CallError;
use super::output::Stderr;
use super::tls::Tls;
use crate::text::bounded;

/// How much of one answer may be under way before the host takes it, in bytes: most need no extra round trip.
const STREAM_WINDOW: u32 = 2 * 1024 * 1024;

/// The same for all answers together. h2 ends a connection when many small frames wait unread, as they do when the
/// host was held up for a moment; how many it bears is half of this, at 256 bytes each. With this much, the windows
/// of the streams are full before that.
const CONNECTION_WINDOW: u32 = 256 * 1024 * 1024;

/// How much more time than it has a plugin is told. The host ends a late call by resetting its stream, which cancels
/// the handler; a plugin that resets it at the same moment would look like a broken connection.
const DEADLINE_SLACK: Duration = Duration::from_millis(500);

/// One HTTP/2 connection to one plugin.
#[derive(Debug)]
pub(super) struct Client {
    channel: Channel,
    call_timeout: Duration,
}

impl Client {
    /// Connects at once: an address that nobody listens on is an error here, not at the first call.
    pub(super) async fn connect(
        address: Network,
        tls: Option<Tls>,
        call_timeout: Duration,
    ) -> Result<Self, Error> {
        let channel = Endpoint::from_static("http://localhost")
            .http2_max_header_list_size(MAX_PLUGIN_HEADER_LIST)
            .initial_stream_window_size(STREAM_WINDOW)
            .initial_connection_window_size(CONNECTION_WINDOW)
            .connect_with_connector(service_fn(move |_| {
                connection::open(address.clone(), tls.clone())
            }))
            .await?;
        Ok(Self {
            channel,
            call_timeout,
        })
    }

    pub(super) async fn manifest(&self) -> Result<ModuleManifest, CallError> {
        let mut service = self
            .module_service()
            .max_decoding_message_size(MAX_MANIFEST_MESSAGE);
        self.bounded(async { Ok(service.get_manifest(()).await?.into_inner()) })
            .await
    }

    pub(super) async fn invoke(
        &self,
        export_name: String,
        method_name: String,
        args: Vec<EncodedValue>,
    ) -> Result<EncodedValue, CallError> {
        let mut service = self.module_service();
        let mut request = Request::new(InvokeRequest {
            export_name,
            method_name,
            args,
        });
        request.set_timeout(self.call_timeout + DEADLINE_SLACK);
        self.bounded(async {
            Ok(service
                .invoke(request)
                .await?
                .into_inner()
                .result
                .unwrap_or_default())
        })
        .await
    }

    /// Asks the plugin to end. Mostly the stream breaks instead of an answer: both mean that it was heard.
    pub(super) async fn shutdown(&self) {
        let _ = GrpcControllerClient::new(self.channel.clone())
            .shutdown(Empty {})
            .await;
    }

    fn module_service(&self) -> JsModuleServiceClient<Channel> {
        JsModuleServiceClient::new(self.channel.clone())
            .max_decoding_message_size(MAX_PLUGIN_MESSAGE)
            .max_encoding_message_size(MAX_PLUGIN_MESSAGE)
    }

    /// Dropping the call's future resets its stream, which cancels the handler's context.
    async fn bounded<T>(&self, call: impl Future<Output = Result<T, Status>>) -> Result<T, CallError> {
        let started = Instant::now();
        match timeout(self.call_timeout, call).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(status)) => Err(classify(status, started.elapsed(), self.call_timeout)),
            Err(_) => Err(CallError::Timeout(self.call_timeout)),
        }
    }

    /// A plugin built on go-plugin blocks once nobody reads its stdio stream, and expects the broker's stream
    /// to stay open. Neither answers before it has something to say, so nobody waits for them.
    pub(super) fn hold_side_streams(&self, stderr: &Stderr) {
        let mut stdio = GrpcStdioClient::new(self.channel.clone());
        let mut source = stderr.source();
        tokio::spawn(async move {
            if let Ok(chunks) = stdio.stream_stdio(()).await {
                let mut chunks = chunks.into_inner();
                while let Some(Ok(chunk)) = chunks.next().await {
                    if chunk.channel() == stdio_data::Channel::Stderr {
                        source.push(&chunk.data);
                    }
                }
            }
        });
        let mut broker = GrpcBrokerClient::new(self.channel.clone());
        tokio::spawn(async move {
            if let Ok(announcements) = broker.start_stream(tokio_stream::pending()).await {
                let mut announcements = announcements.into_inner();
                while let Some(Ok(_)) = announcements.next().await {}
            }
        });
    }
}

/// What the status of a call means that took so long.
fn classify(status: Status, took: Duration, limit: Duration) -> CallError {
    // A status with a cause was made on this side: by the transport or by the codec.
    let local = status.source().is_some();
    match status.code() {
        // The plugin and the transport know the deadline too. On a machine that is busy for longer than
        // `DEADLINE_SLACK`, either may end the stream before this side looks at its own clock.
        _ if local && took >= limit => CallError::Timeout(limit),
        _ if local => CallError::Unreachable(status.into()),
        Code::DeadlineExceeded | Code::Cancelled => CallError::Timeout(limit),
        Code::OutOfRange | Code::ResourceExhausted => CallError::TooLarge(bounded(status.message())),
        Code::Unavailable => CallError::Unreachable(status.into()),
        _ => CallError::Plugin(bounded(status.message())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_ends_when_the_deadline_is_over_is_a_timeout() {
        let limit = Duration::from_secs(1);
        let broken = || Status::from_error("stream was reset".into());
        let late = classify(broken(), limit, limit);
        assert!(matches!(late, CallError::Timeout(after) if after == limit));
        let early = classify(broken(), limit / 2, limit);
        assert!(matches!(early, CallError::Unreachable(_)));
        let own_words = classify(Status::unknown("always failed"), limit, limit);
        assert!(matches!(own_words, CallError::Plugin(text) if text == "always failed"));
    }
}
