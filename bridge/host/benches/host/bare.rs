//! The least that a client of a plugin can do: spawn, read the line, connect, call. No checks, no time-outs.

use std::path::Path;
use std::process::Stdio;

use hyper_util::rt::TokioIo;
use plugins_handshake::{HandshakeLine, Network, environment};
use proto::contract::InvokeRequest;
use proto::contract::js_module_service_client::JsModuleServiceClient;
use proto::go_plugin::Empty;
use proto::go_plugin::grpc_controller_client::GrpcControllerClient;
use proto::limits::MAX_PLUGIN_MESSAGE;
use proto::value::EncodedValue;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::UnixStream;
use tokio::process::{Child, Command};
use tonic::transport::{Channel, Endpoint};
use tower::service_fn;

use crate::memory::Memory;

/// The host's own windows, so that both sides move large messages alike.
const STREAM_WINDOW: u32 = 2 * 1024 * 1024;
const CONNECTION_WINDOW: u32 = 256 * 1024 * 1024;

/// A plugin process and a tonic client.
pub(crate) struct BarePlugin {
    child: Child,
    channel: Channel,
    _folder: TempDir,
}

impl BarePlugin {
    pub(crate) async fn start(path: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        #[expect(clippy::disallowed_methods, reason = "this is what the host is compared with")]
        let mut child = Command::new(path)
            .env(environment::COOKIE_KEY, environment::COOKIE_VALUE)
            .env(environment::PROTOCOL_VERSIONS, "1")
            .env(environment::UNIX_SOCKET_DIR, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .await
            .unwrap();
        let Network::Unix(socket) = HandshakeLine::parse(&line, &[1]).unwrap().network else {
            panic!("the plugin listens on no Unix socket")
        };
        let connect = service_fn(move |_| {
            let socket = socket.clone();
            async move { Ok::<_, std::io::Error>(TokioIo::new(UnixStream::connect(socket).await?)) }
        });
        let endpoint = Endpoint::from_static("http://localhost")
            .initial_stream_window_size(STREAM_WINDOW)
            .initial_connection_window_size(CONNECTION_WINDOW);
        let channel = endpoint.connect_with_connector(connect).await.unwrap();
        Self {
            child,
            channel,
            _folder: folder,
        }
    }

    pub(crate) async fn manifest(&self) {
        JsModuleServiceClient::new(self.channel.clone())
            .get_manifest(())
            .await
            .unwrap();
    }

    /// What the process occupies now.
    pub(crate) fn memory(&self) -> Memory {
        Memory::of(self.child.id().unwrap())
    }

    pub(crate) async fn call(&self, text: &EncodedValue) {
        let request = InvokeRequest {
            export_name: "strings".to_owned(),
            method_name: "lower".to_owned(),
            args: vec![text.clone()],
        };
        JsModuleServiceClient::new(self.channel.clone())
            .max_decoding_message_size(MAX_PLUGIN_MESSAGE)
            .invoke(request)
            .await
            .unwrap();
    }

    pub(crate) async fn stop(mut self) {
        // The stream mostly breaks instead of an answer.
        let _ = GrpcControllerClient::new(self.channel.clone())
            .shutdown(Empty {})
            .await;
        // The host in this program adopts orphans, and may be the one that reaps this child.
        let _ = self.child.wait().await;
    }
}
