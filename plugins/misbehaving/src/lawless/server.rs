//! The gRPC server of a [`Lawless`] plugin. It knows no stdio and no broker, which a host must bear.

use std::env;
use std::future::pending;
use std::io::{self, Write as _};
use std::process;
use std::time::Duration;

use plugins_handshake::{APP_PROTOCOL_VERSION, HandshakeLine, Network, environment};
use proto::contract::js_module_service_server::{JsModuleService, JsModuleServiceServer};
use proto::contract::{InvokeRequest, InvokeResponse, ModuleManifest};
use proto::go_plugin::Empty;
use proto::go_plugin::grpc_controller_server::{GrpcController, GrpcControllerServer, SERVICE_NAME};
use proto::go_plugin::grpc_stdio_server::{self, GrpcStdioServer};
use proto::limits::MAX_PLUGIN_MESSAGE;
use proto::value::{EncodedValue, Value};
use tokio::net::{TcpListener, UnixListener};
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::sleep;
use tokio_stream::wrappers::{TcpListenerStream, UnixListenerStream};
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tonic::codegen::http::{self, HeaderValue};
use tonic::transport::Server;
use tonic::{Request, Response, Status};
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::{self, HealthServer};
use tonic_health::server::{HealthReporter, HealthService};
use tower::{Service as _, service_fn};

use super::answers::{self, BROKEN_MESSAGE};
use super::stdio::Flood;
use super::{Lawless, Manners, Publishes};

pub(super) type AnyError = Box<dyn std::error::Error + Send + Sync>;

/// What the plugin listens on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Listens {
    Unix,
    Tcp,
}

/// What the plugin says of its health.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Health {
    Unimplemented,
    UnknownName,
    NeverServing,
    /// After 300 ms.
    ServingLater,
}

/// Serves until it is told to stop, if it listens to that.
pub(super) async fn serve(plugin: Lawless) -> Result<(), AnyError> {
    let mut terminate = match plugin.manners {
        Manners::Obeys | Manners::Ignores => Some(signal(SignalKind::terminate())?),
        Manners::WaitsForSignal | Manners::BlocksShutdown => None,
    };
    let stop = CancellationToken::new();
    let told_to_stop = {
        let (stop, manners) = (stop.clone(), plugin.manners);
        async move {
            match (manners, &mut terminate) {
                (Manners::Obeys, Some(terminate)) => {
                    tokio::select! {
                        () = stop.cancelled() => {}
                        _ = terminate.recv() => {}
                    }
                }
                // A signal that is caught stays caught, and nobody looks.
                _ => pending().await,
            }
        }
    };
    let module = Module {
        manifest: plugin.manifest,
    };
    let mut module = JsModuleServiceServer::new(module).max_encoding_message_size(2 * MAX_PLUGIN_MESSAGE);
    let mut controller = GrpcControllerServer::new(Controller {
        stop,
        manners: plugin.manners,
    });
    let mut health = health_service(plugin.health).await;
    let mut stdio = plugin.floods_stdio.then(|| GrpcStdioServer::new(Flood));
    let services = service_fn(move |request: http::Request<Body>| {
        let service = request.uri().path().split('/').nth(1).unwrap_or_default();
        let answer = match (service, &mut health, &mut stdio) {
            (SERVICE_NAME, _, _) => controller.call(request),
            (health_server::SERVICE_NAME, Some(health), _) => health.call(request),
            (grpc_stdio_server::SERVICE_NAME, _, Some(stdio)) => stdio.call(request),
            _ => module.call(request),
        };
        async { answer.await.map(break_message) }
    });

    match plugin.listens {
        Listens::Unix => {
            let folder = env::var_os(environment::UNIX_SOCKET_DIR).map_or_else(env::temp_dir, Into::into);
            let socket = tempfile::Builder::new()
                .prefix("plugin")
                .make_in(folder, |path| UnixListener::bind(path))?;
            let (listener, path) = socket.into_parts();
            announce(plugin.line, Network::Unix(path.to_path_buf()))?;
            Server::builder()
                .serve_with_incoming_shutdown(services, UnixListenerStream::new(listener), told_to_stop)
                .await?;
        }
        Listens::Tcp => {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
            announce(plugin.line, Network::Tcp(listener.local_addr()?))?;
            Server::builder()
                .serve_with_incoming_shutdown(services, TcpListenerStream::new(listener), told_to_stop)
                .await?;
        }
    }
    Ok(())
}

fn announce(shape: fn(String) -> String, network: Network) -> io::Result<()> {
    let line = HandshakeLine {
        app_version: APP_PROTOCOL_VERSION,
        network,
        certificate: None,
        multiplexing: None,
    };
    writeln!(io::stdout(), "{}", shape(line.to_string()))
}

async fn health_service(health: Health) -> Option<HealthServer<HealthService>> {
    const NAME: &str = "plugin";
    let reporter = HealthReporter::new();
    match health {
        Health::Unimplemented => return None,
        Health::UnknownName => {}
        Health::NeverServing | Health::ServingLater => {
            reporter.set_service_status(NAME, ServingStatus::NotServing).await;
        }
    }
    let service = HealthService::from_health_reporter(reporter.clone());
    if health == Health::ServingLater {
        tokio::spawn(async move {
            sleep(Duration::from_millis(300)).await;
            reporter.set_service_status(NAME, ServingStatus::Serving).await;
        });
    }
    Some(HealthServer::new(service))
}

/// Replaces the text of an error by bytes that are no UTF-8 where [`answers`] asked for it.
fn break_message(mut response: http::Response<Body>) -> http::Response<Body> {
    if response.headers_mut().remove(BROKEN_MESSAGE).is_some() {
        let message = HeaderValue::from_static("%ff%fe broken");
        response.headers_mut().insert("grpc-message", message);
    }
    response
}

struct Module {
    manifest: Publishes,
}

#[tonic::async_trait]
impl JsModuleService for Module {
    async fn get_manifest(&self, _: Request<()>) -> Result<Response<ModuleManifest>, Status> {
        self.manifest.answer().await.map(Response::new)
    }

    async fn invoke(&self, request: Request<InvokeRequest>) -> Result<Response<InvokeResponse>, Status> {
        let InvokeRequest {
            export_name, args, ..
        } = request.into_inner();
        let result = match (export_name.as_str(), args.first()) {
            ("call", Some(argument)) => answers::answer(argument)?,
            _ => EncodedValue::try_from(Value::from(f64::from(process::id()))).ok(),
        };
        Ok(Response::new(InvokeResponse { result }))
    }
}

#[derive(Debug)]
struct Controller {
    stop: CancellationToken,
    manners: Manners,
}

#[tonic::async_trait]
impl GrpcController for Controller {
    async fn shutdown(&self, _: Request<Empty>) -> Result<Response<Empty>, Status> {
        match self.manners {
            Manners::BlocksShutdown => pending().await,
            Manners::Obeys | Manners::Ignores | Manners::WaitsForSignal => {
                self.stop.cancel();
                Ok(Response::new(Empty {}))
            }
        }
    }
}
