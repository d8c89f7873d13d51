//! One plugin process, from path to answer to end: started, greeted, connected, called, stopped.
//! Knows neither sessions nor the catalog.

mod client;
mod command;
mod error;
mod greeting;
mod output;
mod process;
mod spawner;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use proto::manifest::{Manifest, ModuleName};
use proto::value::EncodedValue;
use tempfile::TempDir;
use tokio::time::{Instant, timeout, timeout_at};

use client::Client;
use error::StartFailure;
pub use error::{CallError, StartError};
pub(crate) use error::{ManifestReadError, with_stderr};
use output::Tail;
pub use process::Exit;
use process::ProcessHandle;
use spawner::Spawner;

use crate::config::{Allowlist, Limits};

/// How long a plugin may take to answer `Shutdown` and end, before signals follow.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(1);

/// How long a call whose connection broke waits for the process's exit status, to name it.
const EXIT_STATUS_GRACE: Duration = Duration::from_millis(500);

/// Starts plugins; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Starter {
    spawner: Spawner,
    /// Private to this host; each process gets a folder of its own inside.
    folder: Arc<TempDir>,
    start_timeout: Duration,
    call_timeout: Duration,
}

impl Starter {
    /// Makes the private folder and the thread that spawns.
    pub(crate) fn new(runtime_folder: &Path, limits: &Limits) -> std::io::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("pontoon-")
            .tempdir_in(runtime_folder)?;
        Ok(Self {
            spawner: Spawner::new()?,
            folder: Arc::new(folder),
            start_timeout: limits.start_timeout,
            call_timeout: limits.call_timeout,
        })
    }

    /// Starts the executable and connects to it, all within the start time-out. A plugin that fails on the way
    /// is gone when this returns.
    pub(crate) async fn start(&self, path: &Path) -> Result<Plugin, StartError> {
        let stderr = Tail::default();
        self.try_start(path, &stderr)
            .await
            .map_err(|failure| StartError::new(path, failure, stderr.text()))
    }

    async fn try_start(&self, path: &Path, stderr: &Tail) -> Result<Plugin, StartFailure> {
        let deadline = Instant::now() + self.start_timeout;
        let folder = tempfile::Builder::new()
            .prefix("p")
            .rand_bytes(8)
            .tempdir_in(self.folder.path())
            .map_err(StartFailure::Folder)?;
        let mut child = self
            .spawner
            .spawn(command::build(path, folder.path()))
            .await
            .map_err(StartFailure::Spawn)?;
        let (stdout, child_stderr) = (child.stdout.take(), child.stderr.take());
        let process = ProcessHandle::supervise(child);
        output::drain_into(child_stderr, stderr.clone());

        let connecting = async {
            let (line, stdout) = greeting::first_line(stdout, &process).await?;
            output::drain(stdout);
            let address = greeting::address(&line, folder.path())?;
            Client::connect(address, self.call_timeout)
                .await
                .map_err(StartFailure::Connect)
        };
        match timeout_at(deadline, connecting).await {
            Ok(Ok(client)) => Ok(Plugin {
                client,
                process,
                stderr: stderr.clone(),
                _folder: folder,
            }),
            Ok(Err(failure)) => {
                process.kill().await;
                Err(failure)
            }
            Err(_) => {
                process.kill().await;
                Err(StartFailure::Timeout(self.start_timeout))
            }
        }
    }
}

/// A running plugin. Dropping it kills its process group.
#[derive(Debug)]
pub(crate) struct Plugin {
    client: Client,
    process: ProcessHandle,
    stderr: Tail,
    _folder: TempDir,
}

impl Plugin {
    /// Reads and checks the manifest, in go-go-goja's order: name, allowlist, exports.
    pub(crate) async fn manifest(&self, allowlist: &Allowlist) -> Result<Manifest, ManifestReadError> {
        let wire = match self.client.manifest().await {
            Ok(wire) => wire,
            Err(error) => return Err(ManifestReadError::Call(self.explain(error).await)),
        };
        let module = ModuleName::parse(wire.module_name.as_str())?;
        if !allowlist.allows(module.as_str()) {
            return Err(ManifestReadError::NotAllowed(module));
        }
        Ok(Manifest::parse(wire)?)
    }

    /// Calls an export, or a method of one.
    pub(crate) async fn invoke(
        &self,
        export: String,
        method: Option<String>,
        args: Vec<EncodedValue>,
    ) -> Result<EncodedValue, CallError> {
        match self.client.invoke(export, method.unwrap_or_default(), args).await {
            Ok(result) => Ok(result),
            Err(error) => Err(self.explain(error).await),
        }
    }

    /// The last lines of standard error.
    pub(crate) fn stderr(&self) -> String {
        self.stderr.text()
    }

    /// Whether the process has ended; its connection is then of no use.
    pub(crate) fn has_exited(&self) -> bool {
        self.process.exit().is_some()
    }

    /// The kill ladder: `Shutdown`, then SIGTERM, then SIGKILL to the group; five seconds at most.
    pub(crate) async fn stop(&self) {
        let asked = timeout(SHUTDOWN_GRACE, async {
            self.client.shutdown().await;
            self.process.wait().await
        });
        if asked.await.is_err() {
            self.process.terminate().await;
        }
    }

    /// A broken connection is mostly a process that ended: then the exit status is the better answer.
    async fn explain(&self, error: CallError) -> CallError {
        if !matches!(error, CallError::Unreachable(_)) {
            return error;
        }
        match timeout(EXIT_STATUS_GRACE, self.process.wait()).await {
            Ok(exit) => CallError::Exited(exit),
            Err(_) => error,
        }
    }
}
