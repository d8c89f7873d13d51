//! One plugin process, from path to answer to end: started, greeted, connected, called, stopped.
//! Knows neither sessions nor the catalog.

mod architecture;
mod client;
mod command;
mod connection;
mod error;
mod executable;
mod greeting;
mod log;
mod orphans;
mod output;
mod process;
mod published;
mod runtime_folder;
mod spawner;
mod tls;

use std::io;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use proto::manifest::{Manifest, ModuleName};
use proto::value::EncodedValue;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout, timeout_at};

use client::Client;
use error::{Awaited, StartFailure};
pub use error::{CallError, StartError};
pub(crate) use error::{ManifestReadError, with_stderr};
pub(crate) use executable::{Executable, LoadError};
use orphans::Family;
use output::Stderr;
pub(crate) use process::End;
pub use process::Exit;
use process::ProcessHandle;
use runtime_folder::RuntimeFolder;
use spawner::Spawner;
use tls::Identity;

use crate::config::{Allowlist, EnvironmentPolicy, HostConfig, Limits, PluginTls};

/// How long a plugin may take to answer `Shutdown` and end, before signals follow.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(1);

/// How long an error text waits for the last bytes of standard error after the process has ended.
const STDERR_GRACE: Duration = Duration::from_millis(100);

/// How long a call whose connection broke waits for the process's exit status, to name it.
const EXIT_STATUS_GRACE: Duration = Duration::from_millis(500);

/// Starts plugins; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Starter {
    spawner: Spawner,
    family: Family,
    /// Private to this host; each process gets a folder of its own inside.
    folder: Arc<RuntimeFolder>,
    environment: EnvironmentPolicy,
    tls: PluginTls,
    limits: Limits,
}

impl Starter {
    /// Makes the private folder and the thread that spawns.
    pub(crate) fn new(config: &HostConfig) -> io::Result<Self> {
        let family = Family::new(config.adopt_orphans);
        tokio::spawn(family.clone().keep_reaping());
        Ok(Self {
            spawner: Spawner::new(family.clone())?,
            family,
            folder: Arc::new(RuntimeFolder::claim(&config.runtime_folder)?),
            environment: config.environment,
            tls: config.tls,
            limits: config.limits.clone(),
        })
    }

    /// Takes the file's bytes in, so that they can be started. Blocking.
    pub(crate) fn load(&self, path: &Path) -> Result<Executable, LoadError> {
        Executable::load(path, self.folder.path())
    }

    /// Starts the executable and connects to it, all within the start time-out. A plugin that fails on the way
    /// is gone when this returns.
    pub(crate) async fn start(&self, executable: &Executable) -> Result<Plugin, StartError> {
        let stderr = Stderr::of(executable.path());
        match self.try_start(executable, &stderr).await {
            Ok(plugin) => Ok(plugin),
            Err(failure) => {
                stderr.settled(STDERR_GRACE).await;
                Err(StartError::new(executable.path(), failure, stderr.text()))
            }
        }
    }

    async fn try_start(&self, executable: &Executable, stderr: &Stderr) -> Result<Plugin, StartFailure> {
        let deadline = Instant::now() + self.limits.start_timeout;
        let folder = tempfile::Builder::new()
            .prefix("p")
            .rand_bytes(8)
            .tempdir_in(self.folder.path())
            .map_err(StartFailure::Folder)?;
        let identity = Identity::offer(self.tls)?;
        let mut command = command::build(executable, folder.path(), self.environment);
        if let Some(identity) = &identity {
            command::offer_tls(&mut command, identity.pem());
        }
        let mut child = self
            .spawner
            .spawn(command)
            .await
            .map_err(|error| match error.kind() {
                // The bytes themselves are in hand.
                io::ErrorKind::NotFound => StartFailure::NoInterpreter,
                _ => StartFailure::Spawn(error),
            })?;
        let (stdout, child_stderr) = (child.stdout.take(), child.stderr.take());
        let process = ProcessHandle::supervise(child, folder.path().to_owned(), self.family.clone());
        stderr.follow(child_stderr);

        let connecting = Box::pin(async {
            let line = greeting::first_line(stdout, &process);
            let (line, stdout) = self.in_time(deadline, Awaited::Line, line).await?;
            output::drain(stdout);
            let (address, certificate) = greeting::read(&line, folder.path())?;
            let tls = tls::agree(identity, certificate)?;
            let client = Client::connect(address, tls, self.limits.call_timeout);
            let client = async { client.await.map_err(StartFailure::Connect) };
            let client = self.in_time(deadline, Awaited::Connection, client).await?;
            client.await_health(deadline, self.limits.start_timeout).await?;
            Ok(client)
        });
        match until_end(connecting, &process).await {
            Ok(client) => {
                client.hold_side_streams(stderr);
                Ok(Plugin {
                    client,
                    process,
                    stderr: stderr.clone(),
                    calls: Semaphore::new(self.limits.calls_per_plugin),
                    limits: self.limits.clone(),
                    _folder: folder,
                })
            }
            Err(failure) => {
                process.kill().await;
                Err(failure)
            }
        }
    }

    async fn in_time<T>(
        &self,
        deadline: Instant,
        awaited: Awaited,
        step: impl Future<Output = Result<T, StartFailure>>,
    ) -> Result<T, StartFailure> {
        let limit = self.limits.start_timeout;
        timeout_at(deadline, step)
            .await
            .unwrap_or(Err(StartFailure::Timeout { limit, awaited }))
    }
}

/// Connects, unless the process ends first: then nothing answers any more, whoever still holds its pipes. A line
/// that is no handshake says more than an exit status, a broken connection says less.
async fn until_end(
    connecting: impl Future<Output = Result<Client, StartFailure>>,
    process: &ProcessHandle,
) -> Result<Client, StartFailure> {
    let mut connecting = pin!(connecting);
    let result = tokio::select! {
        result = &mut connecting => result,
        exit = process.wait() => timeout(STDERR_GRACE, connecting)
            .await
            .unwrap_or(Err(StartFailure::Exited(exit))),
    };
    match result {
        Err(
            failure @ (StartFailure::Connect(_) | StartFailure::NotGrpc(_) | StartFailure::NoSocket { .. }),
        ) => {
            let exit = timeout(EXIT_STATUS_GRACE, process.wait()).await;
            Err(exit.map_or(failure, StartFailure::Exited))
        }
        result => result,
    }
}

/// A running plugin. Dropping it kills its process group.
#[derive(Debug)]
pub(crate) struct Plugin {
    client: Client,
    process: ProcessHandle,
    stderr: Stderr,
    /// A place for each call that may run at the same time.
    calls: Semaphore,
    limits: Limits,
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
        let _place = self
            .calls
            .try_acquire()
            .map_err(|_| CallError::Overloaded(self.limits.calls_per_plugin))?;
        match self.client.invoke(export, method.unwrap_or_default(), args).await {
            Ok(result) => Ok(result),
            Err(error) => Err(self.explain(error).await),
        }
    }

    /// The last lines of standard error.
    pub(crate) fn stderr(&self) -> String {
        self.stderr.text()
    }

    /// How and when the process ended, if it did; its connection is then of no use.
    pub(crate) fn end(&self) -> Option<End> {
        self.process.end()
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
            Ok(exit) => {
                self.stderr.settled(STDERR_GRACE).await;
                CallError::Exited {
                    exit,
                    panic: self.stderr.panic(),
                }
            }
            Err(_) => error,
        }
    }
}
