//! One session: the plugin processes of one browser tab or one terminal. Each process starts at the first
//! call of its module, serves this session only, and ends with it.

mod registry;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use futures_util::future::join_all;
use proto::value::EncodedValue;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

pub(crate) use registry::{Full, Registry};

use crate::catalog::{CatalogModule, Snapshot};
use crate::host::InvokeError;
use crate::plugin::{Plugin, Starter};

/// Names a session. It is no secret and no authority: the principal must match too.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SessionId(String);

impl SessionId {
    /// A new name, 128 random bits in hexadecimal digits.
    pub(crate) fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// The name as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for SessionId {
    fn from(name: String) -> Self {
        Self(name)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who opened a session: one holder of a token, or the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Principal(pub u64);

/// The processes of one session.
#[derive(Debug)]
pub(crate) struct Session {
    starter: Starter,
    slots: HashMap<String, Slot>,
    closing: CancellationToken,
}

/// One module's place for a process.
#[derive(Debug)]
struct Slot {
    module: Arc<CatalogModule>,
    /// Locked while the process starts, so that concurrent first calls start one.
    running: Mutex<Option<Arc<Plugin>>>,
}

impl Session {
    pub(crate) fn new(catalog: &Snapshot, starter: Starter) -> Self {
        let slots = catalog
            .modules
            .iter()
            .map(|module| {
                let slot = Slot {
                    module: Arc::clone(module),
                    running: Mutex::default(),
                };
                (module.manifest.module.as_str().to_owned(), slot)
            })
            .collect();
        Self {
            starter,
            slots,
            closing: CancellationToken::new(),
        }
    }

    /// Calls a module's export; its process starts now if it does not run.
    pub(crate) async fn invoke(
        &self,
        module: &str,
        export: String,
        method: Option<String>,
        args: Vec<EncodedValue>,
    ) -> Result<EncodedValue, InvokeError> {
        let slot = self
            .slots
            .get(module)
            .ok_or_else(|| InvokeError::ModuleNotFound {
                module: module.to_owned(),
            })?;
        let call = async {
            let plugin = slot.acquire(&self.starter).await?;
            plugin
                .invoke(export, method, args)
                .await
                .map_err(|source| InvokeError::Call {
                    module: module.to_owned(),
                    source,
                    stderr: plugin.stderr(),
                })
        };
        self.closing
            .run_until_cancelled(call)
            .await
            .unwrap_or(Err(InvokeError::SessionNotFound))
    }

    /// Fails the calls in flight and every later one. [`Session::close`] then ends the processes.
    pub(crate) fn revoke(&self) {
        self.closing.cancel();
    }

    /// Ends every process of the session, all at once.
    pub(crate) async fn close(&self) {
        self.revoke();
        join_all(self.slots.values().map(Slot::stop)).await;
    }
}

impl Slot {
    async fn acquire(&self, starter: &Starter) -> Result<Arc<Plugin>, InvokeError> {
        let mut running = self.running.lock().await;
        match &*running {
            Some(plugin) if !plugin.has_exited() => Ok(Arc::clone(plugin)),
            _ => {
                let plugin = Arc::new(starter.start(&self.module.path).await?);
                *running = Some(Arc::clone(&plugin));
                Ok(plugin)
            }
        }
    }

    async fn stop(&self) {
        if let Some(plugin) = self.running.lock().await.take() {
            plugin.stop().await;
        }
    }
}
