//! [`Probe`]: the test plugin as a running process, and the host's side of its wire.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use proto::contract::js_module_service_client::JsModuleServiceClient;
use proto::contract::{InvokeRequest, ModuleManifest};
use proto::go_plugin::Empty;
use proto::go_plugin::grpc_controller_client::GrpcControllerClient;
use proto::limits::{MAX_PLUGIN_HEADER_LIST, MAX_PLUGIN_MESSAGE};
use proto::value::{EncodedValue, Value};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::net::UnixStream;
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;
use tonic::Status;
use tonic::transport::{Channel, Endpoint};

/// Longer than anything takes that works.
const PATIENCE: Duration = Duration::from_secs(10);

/// A plugin that has announced itself. It is killed when this value goes.
pub(crate) struct Probe {
    pub(crate) channel: Channel,
    pub(crate) line: String,
    stdout: BufReader<ChildStdout>,
    child: Child,
    folder: TempDir,
}

/// A command for the test plugin, with nothing in its environment.
pub(crate) fn command() -> Command {
    #[expect(
        clippy::disallowed_methods,
        reason = "a test is the host of the plugin that it starts"
    )]
    let mut command = Command::new(env!("CARGO_BIN_EXE_pontoon-sdk-probe"));
    command
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Where the line says that the plugin listens.
pub(crate) fn address(line: &str) -> &str {
    line.split('|')
        .nth(3)
        .unwrap_or_else(|| panic!("no address in {line:?}"))
}

/// As a host connects there, in plain.
pub(crate) fn endpoint(line: &str) -> Endpoint {
    Endpoint::from_shared(format!("unix:{}", address(line)))
        .unwrap()
        .http2_max_header_list_size(MAX_PLUGIN_HEADER_LIST)
}

/// What it says on standard error when it refuses to start because of a variable.
pub(crate) async fn refusal(name: &str, value: &str) -> String {
    let mut command = command();
    command.env("GO_GO_GOJA_PLUGIN", "js-module").env(name, value);
    let output = timeout(PATIENCE, command.output())
        .await
        .expect("it ends")
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{name}");
    assert_eq!(output.stdout, b"", "{name}");
    String::from_utf8(output.stderr).unwrap()
}

impl Probe {
    pub(crate) async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts it with further variables.
    pub(crate) async fn start_with(variables: &[(&str, &str)]) -> Self {
        Self::start_and_connect(variables, async |line| endpoint(line).connect().await.unwrap()).await
    }

    /// Starts it with further variables, and connects to what its line says.
    pub(crate) async fn start_and_connect(
        variables: &[(&str, &str)],
        connect: impl AsyncFnOnce(&str) -> Channel,
    ) -> Self {
        let folder = TempDir::new().unwrap();
        let mut child = command()
            .env("GO_GO_GOJA_PLUGIN", "js-module")
            .env("PLUGIN_PROTOCOL_VERSIONS", "1")
            .env("PLUGIN_UNIX_SOCKET_DIR", folder.path())
            .envs(variables.iter().copied())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        timeout(PATIENCE, stdout.read_line(&mut line))
            .await
            .unwrap()
            .unwrap();
        let channel = connect(&line).await;
        Self {
            channel,
            line,
            stdout,
            child,
            folder,
        }
    }

    /// A further connection, without a word said on it.
    pub(crate) async fn connect(&self) -> UnixStream {
        UnixStream::connect(address(&self.line)).await.unwrap()
    }

    /// How many descriptors the process has open.
    pub(crate) fn descriptors(&self) -> usize {
        let pid = self.child.id().expect("the plugin runs");
        std::fs::read_dir(format!("/proc/{pid}/fd")).unwrap().count()
    }

    pub(crate) async fn manifest(&self) -> Result<ModuleManifest, Status> {
        let mut client = JsModuleServiceClient::new(self.channel.clone());
        client.get_manifest(()).await.map(tonic::Response::into_inner)
    }

    pub(crate) async fn call(
        &self,
        export: &str,
        args: impl IntoIterator<Item = Value>,
    ) -> Result<Value, Status> {
        self.invoke(export, "", args).await
    }

    pub(crate) async fn invoke(
        &self,
        export: &str,
        method: &str,
        args: impl IntoIterator<Item = Value>,
    ) -> Result<Value, Status> {
        let request = InvokeRequest {
            export_name: export.to_owned(),
            method_name: method.to_owned(),
            args: args
                .into_iter()
                .map(|value| EncodedValue::try_from(value).unwrap())
                .collect(),
        };
        self.invoke_raw(request).await
    }

    pub(crate) async fn invoke_raw(&self, request: InvokeRequest) -> Result<Value, Status> {
        let mut client = JsModuleServiceClient::new(self.channel.clone())
            .max_decoding_message_size(MAX_PLUGIN_MESSAGE)
            .max_encoding_message_size(2 * MAX_PLUGIN_MESSAGE);
        let answer = timeout(PATIENCE, client.invoke(request))
            .await
            .expect("an answer in time")?;
        Ok(answer.into_inner().result.unwrap_or_default().try_into().unwrap())
    }

    pub(crate) async fn ask_to_stop(&self) -> Result<(), Status> {
        let mut client = GrpcControllerClient::new(self.channel.clone());
        client.shutdown(Empty {}).await.map(|_| ())
    }

    /// The next line on standard output.
    pub(crate) async fn printed(&mut self) -> String {
        let mut line = String::new();
        let read = self.stdout.read_line(&mut line);
        timeout(PATIENCE, read).await.expect("a line in time").unwrap();
        line.trim_end().to_owned()
    }

    pub(crate) fn signal(&self, signal: Signal) {
        let pid = self.child.id().expect("the plugin runs");
        kill(Pid::from_raw(pid.try_into().unwrap()), signal).unwrap();
    }

    /// Waits until the process has ended; answers how, and what it said on standard error.
    pub(crate) async fn ended(&mut self) -> (ExitStatus, String) {
        let status = timeout(PATIENCE, self.child.wait())
            .await
            .expect("the plugin ends")
            .unwrap();
        let mut stderr = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut stderr)
            .await
            .unwrap();
        (status, stderr)
    }

    /// The files in the socket's folder, with their permissions.
    pub(crate) fn sockets(&self) -> Vec<(PathBuf, u32)> {
        self.folder
            .path()
            .read_dir()
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                (
                    entry.path(),
                    entry.metadata().unwrap().permissions().mode() & 0o777,
                )
            })
            .collect()
    }
}
