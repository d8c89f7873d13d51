//! [`Starter`]: from an executable to a plugin that answers, all within one time-out.

use std::io;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, timeout, timeout_at};

use super::client::Client;
use super::error::{Awaited, StartError, StartFailure};
use super::executable::{Executable, LoadError};
use super::orphans::Family;
use super::output::{self, Stderr};
use super::process::ProcessHandle;
use super::runtime_folder::RuntimeFolder;
use super::spawner::Spawner;
use super::tls;
use super::{EXIT_STATUS_GRACE, Plugin, STDERR_GRACE, command, greeting};
use crate::config::{EnvironmentPolicy, HostConfig, Limits, PluginTls};

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

    /// Removes the private folder, although there may be other handles: nothing starts any more.
    pub(crate) fn clear(&self) {
        self.folder.remove();
    }

    /// Takes the file's bytes in, so that they can be started. Blocking.
    pub(crate) fn load(&self, path: &Path) -> Result<Executable, LoadError> {
        Executable::load(path, self.folder.path())
    }

    /// Takes in a file whose digest is known, unless it is another file by now.
    pub(crate) async fn take_in(&self, path: &Path, digest: [u8; 32]) -> Result<Executable, StartError> {
        let failed = |failure| StartError::new(path, failure, String::new());
        let (starter, file) = (self.clone(), path.to_owned());
        let executable = spawn_blocking(move || starter.load(&file))
            .await
            .map_err(|error| failed(error.into()))?
            .map_err(|error| failed(error.into()))?;
        if executable.digest() == digest {
            Ok(executable)
        } else {
            Err(failed(StartFailure::Outdated))
        }
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
        let identity = tls::offer(self.tls)?;
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
            let line = greeting::read(&line)?;
            let tls = tls::agree(identity, line.certificate)?;
            greeting::check_address(&line.network, folder.path())?;
            let client = Client::connect(line.network, tls, self.limits.call_timeout);
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
