//! What the SDK would not let a plugin do, written on the contract itself.

use std::env;
use std::future::pending;
use std::io::{self, Write as _};
use std::process::{self, ExitCode};

use plugins_handshake::{APP_PROTOCOL_VERSION, HandshakeLine, Network, environment};
use proto::contract::js_module_service_server::{JsModuleService, JsModuleServiceServer};
use proto::contract::{ExportKind, ExportSpec, InvokeRequest, InvokeResponse, ModuleManifest};
use proto::go_plugin::Empty;
use proto::go_plugin::grpc_controller_server::{GrpcController, GrpcControllerServer, SERVICE_NAME};
use proto::value::{EncodedValue, Value};
use tokio::net::UnixListener;
use tokio::runtime;
use tokio::signal::unix::{SignalKind, signal};
use tokio_stream::wrappers::UnixListenerStream;
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tonic::codegen::http;
use tonic::transport::Server;
use tonic::{Request, Response, Status};
use tower::{Service as _, service_fn};

use crate::behaviour::module_name;

type AnyError = Box<dyn std::error::Error + Send + Sync>;

pub(crate) fn manifest_echo() -> ExitCode {
    run("echo".to_owned(), Manners::Obeys)
}

pub(crate) fn ignores_shutdown() -> ExitCode {
    run(module_name(), Manners::Ignores)
}

/// What the plugin does when it is told to stop.
#[derive(Debug, Clone, Copy)]
enum Manners {
    Obeys,
    Ignores,
}

fn run(module: String, manners: Manners) -> ExitCode {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    let served = runtime
        .map_err(AnyError::from)
        .and_then(|runtime| runtime.block_on(serve(module, manners)));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _nobody_listens = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(module: String, manners: Manners) -> Result<(), AnyError> {
    let folder = env::var_os(environment::UNIX_SOCKET_DIR).map_or_else(env::temp_dir, Into::into);
    let socket = tempfile::Builder::new()
        .prefix("plugin")
        .make_in(folder, |path| UnixListener::bind(path))?;
    let (listener, path) = socket.into_parts();
    let mut terminate = signal(SignalKind::terminate())?;
    let line = HandshakeLine {
        app_version: APP_PROTOCOL_VERSION,
        network: Network::Unix(path.to_path_buf()),
        certificate: None,
        multiplexing: None,
    };
    writeln!(io::stdout(), "{line}")?;

    let stop = CancellationToken::new();
    let mut module = JsModuleServiceServer::new(Lawless { module });
    let mut controller = GrpcControllerServer::new(Controller { stop: stop.clone() });
    let services =
        service_fn(
            move |request: http::Request<Body>| match request.uri().path().split('/').nth(1) {
                Some(SERVICE_NAME) => controller.call(request),
                _ => module.call(request),
            },
        );
    let told_to_stop = async move {
        match manners {
            Manners::Obeys => {
                tokio::select! {
                    () = stop.cancelled() => {}
                    _ = terminate.recv() => {}
                }
            }
            // The signal stays caught, and nobody looks.
            Manners::Ignores => pending().await,
        }
    };
    Server::builder()
        .serve_with_incoming_shutdown(services, UnixListenerStream::new(listener), told_to_stop)
        .await?;
    Ok(())
}

#[derive(Debug)]
struct Lawless {
    module: String,
}

#[tonic::async_trait]
impl JsModuleService for Lawless {
    async fn get_manifest(&self, _: Request<()>) -> Result<Response<ModuleManifest>, Status> {
        let exports = ["pid", "call"].map(|name| ExportSpec {
            name: name.to_owned(),
            kind: ExportKind::Function.into(),
            ..ExportSpec::default()
        });
        Ok(Response::new(ModuleManifest {
            module_name: self.module.to_owned(),
            version: "v1".to_owned(),
            exports: exports.into(),
            ..ModuleManifest::default()
        }))
    }

    async fn invoke(&self, _: Request<InvokeRequest>) -> Result<Response<InvokeResponse>, Status> {
        let pid = Value::from(f64::from(process::id()));
        let result = EncodedValue::try_from(pid).map_err(|error| Status::unknown(error.to_string()))?;
        Ok(Response::new(InvokeResponse { result: Some(result) }))
    }
}

#[derive(Debug)]
struct Controller {
    stop: CancellationToken,
}

#[tonic::async_trait]
impl GrpcController for Controller {
    async fn shutdown(&self, _: Request<Empty>) -> Result<Response<Empty>, Status> {
        self.stop.cancel();
        Ok(Response::new(Empty {}))
    }
}
