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
mod starter;
mod tls;

use std::time::Duration;

use proto::value::EncodedValue;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use client::Client;
pub use error::{CallError, StartError};
pub(crate) use error::{ManifestReadError, with_stderr};
pub(crate) use executable::Executable;
use output::Stderr;
pub(crate) use process::End;
pub use process::Exit;
use process::ProcessHandle;
pub(crate) use published::accept;
pub(crate) use starter::Starter;

use crate::config::Limits;

/// How long a plugin may take to answer `Shutdown` and end, before signals follow.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(1);

/// How long an error text waits for the last bytes of standard error after the process has ended.
const STDERR_GRACE: Duration = Duration::from_millis(100);

/// How long a call whose connection broke waits for the process's exit status, to name it.
const EXIT_STATUS_GRACE: Duration = Duration::from_millis(500);

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
