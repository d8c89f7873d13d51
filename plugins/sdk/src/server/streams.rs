//! [`HeldOpen`]: go-plugin's two streams that a host opens at the start and expects to last as long as the plugin.
//! Neither carries anything here: what a Rust program prints goes to the real standard streams, which the host
//! reads too, and JavaScript modules never broker connections.

use std::pin::Pin;

use futures_util::{FutureExt as _, Stream};
use proto::go_plugin::grpc_broker_server::GrpcBroker;
use proto::go_plugin::grpc_stdio_server::GrpcStdio;
use proto::go_plugin::{ConnInfo, StdioData};
use tokio_util::sync::CancellationToken;
use tonic::{Request, Response, Status, Streaming};

type Silence<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

#[derive(Debug)]
pub(super) struct HeldOpen {
    stop: CancellationToken,
}

impl HeldOpen {
    pub(super) const fn new(stop: CancellationToken) -> Self {
        Self { stop }
    }

    /// Nothing, until the plugin stops.
    fn silence<T: Send + 'static>(&self) -> Silence<T> {
        let stopped = self.stop.clone().cancelled_owned();
        Box::pin(stopped.map(|()| futures_util::stream::empty()).flatten_stream())
    }
}

#[tonic::async_trait]
impl GrpcStdio for HeldOpen {
    type StreamStdioStream = Silence<StdioData>;

    async fn stream_stdio(&self, _: Request<()>) -> Result<Response<Self::StreamStdioStream>, Status> {
        Ok(Response::new(self.silence()))
    }
}

#[tonic::async_trait]
impl GrpcBroker for HeldOpen {
    type StartStreamStream = Silence<ConnInfo>;

    /// What the host announces is left unread.
    async fn start_stream(
        &self,
        _: Request<Streaming<ConnInfo>>,
    ) -> Result<Response<Self::StartStreamStream>, Status> {
        Ok(Response::new(self.silence()))
    }
}
