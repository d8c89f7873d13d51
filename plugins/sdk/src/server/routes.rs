//! [`Routes`]: from a request's path to the service that answers it.

use std::convert::Infallible;
use std::task::{Context, Poll};

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, ready};
use http::{Request, Response};
use proto::contract::js_module_service_server::{self, JsModuleServiceServer};
use proto::go_plugin::grpc_broker_server::{self, GrpcBrokerServer};
use proto::go_plugin::grpc_controller_server::{self, GrpcControllerServer};
use proto::go_plugin::grpc_stdio_server::{self, GrpcStdioServer};
use proto::limits::MAX_PLUGIN_MESSAGE;
use tokio_util::sync::CancellationToken;
use tonic::Status;
use tonic::body::Body;
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::{self, HealthServer};
use tonic_health::server::{HealthReporter, HealthService};
use tonic_reflection::pb::{v1, v1alpha};
use tower::Service;

use super::controller::Controller;
use super::module::ModuleService;
use super::reflection;
use super::streams::HeldOpen;
use crate::Plugin;

/// The name under which go-plugin's hosts ask for a plugin's health.
const HEALTH_NAME: &str = "plugin";

/// All services of a plugin; cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Routes {
    module: JsModuleServiceServer<ModuleService>,
    controller: GrpcControllerServer<Controller>,
    stdio: GrpcStdioServer<HeldOpen>,
    broker: GrpcBrokerServer<HeldOpen>,
    health: HealthServer<HealthService>,
}

impl Routes {
    pub(super) async fn new(plugin: Plugin, stop: &CancellationToken) -> Self {
        let health = HealthReporter::new();
        health
            .set_service_status(HEALTH_NAME, ServingStatus::Serving)
            .await;
        Self {
            module: JsModuleServiceServer::new(ModuleService::new(plugin))
                .max_decoding_message_size(MAX_PLUGIN_MESSAGE)
                .max_encoding_message_size(MAX_PLUGIN_MESSAGE),
            controller: GrpcControllerServer::new(Controller::new(stop.clone())),
            stdio: GrpcStdioServer::new(HeldOpen::new(stop.clone())),
            broker: GrpcBrokerServer::new(HeldOpen::new(stop.clone())),
            health: HealthServer::new(HealthService::from_health_reporter(health)),
        }
    }
}

impl Service<Request<Body>> for Routes {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        match request.uri().path().split('/').nth(1).unwrap_or_default() {
            js_module_service_server::SERVICE_NAME => self.module.call(request),
            grpc_controller_server::SERVICE_NAME => self.controller.call(request),
            grpc_stdio_server::SERVICE_NAME => self.stdio.call(request),
            grpc_broker_server::SERVICE_NAME => self.broker.call(request),
            health_server::SERVICE_NAME => self.health.call(request),
            v1::server_reflection_server::SERVICE_NAME => reflection::V1.clone().call(request),
            v1alpha::server_reflection_server::SERVICE_NAME => reflection::V1_ALPHA.clone().call(request),
            unknown => {
                let status = Status::unimplemented(format!("unknown service {unknown}"));
                ready(Ok(status.into_http())).boxed()
            }
        }
    }
}
