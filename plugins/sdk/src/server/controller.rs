//! go-plugin's controller: how the host asks the plugin to stop.

use proto::go_plugin::Empty;
use proto::go_plugin::grpc_controller_server::GrpcController;
use tokio_util::sync::CancellationToken;
use tonic::{Request, Response, Status};

#[derive(Debug)]
pub(super) struct Controller {
    stop: CancellationToken,
}

impl Controller {
    pub(super) const fn new(stop: CancellationToken) -> Self {
        Self { stop }
    }
}

#[tonic::async_trait]
impl GrpcController for Controller {
    /// The answer is on its way before the connection closes.
    async fn shutdown(&self, _: Request<Empty>) -> Result<Response<Empty>, Status> {
        self.stop.cancel();
        Ok(Response::new(Empty {}))
    }
}
