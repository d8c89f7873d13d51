//! One session: the plugin processes of one browser tab or one terminal. Each process starts at the first
//! call of its module, serves this session only, and ends with it.

mod invoke_error;
mod registry;
mod supervisor;

use std::collections::HashMap;
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::{StreamExt as _, stream};
use proto::value::EncodedValue;
use tokio::sync::Mutex;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

pub use invoke_error::InvokeError;
pub(crate) use registry::{Full, Registry};
pub use supervisor::Hold;
use supervisor::Supervisor;

use crate::catalog::{CatalogModule, Program, Snapshot};
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
    occupant: Mutex<Occupant>,
}

/// What is, or was, in a slot.
#[derive(Debug, Default)]
struct Occupant {
    running: Option<Arc<Plugin>>,
    supervisor: Supervisor,
    /// Why there is no process, if one ended by itself or could not be started.
    last_words: String,
}

/// What a plugin is doing in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PluginState {
    /// No call came yet, or the last process ended and the next call starts another.
    Idle,
    /// Its process runs.
    Running,
    /// It ended by itself and may start again after this time.
    Pausing(Duration),
    /// It ended by itself too often and stays down until it is reset.
    Broken,
}

impl Session {
    pub(crate) fn new(catalog: &Snapshot, starter: Starter) -> Self {
        let slots = catalog
            .modules
            .iter()
            .map(|module| {
                let slot = Slot {
                    module: Arc::clone(module),
                    occupant: Mutex::default(),
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
        let slot = self.slot(module)?;
        let call = async {
            let plugin = slot.acquire(&self.starter).await?;
            // On the heap once, instead of moved through every future around it.
            let answer = Box::pin(plugin.invoke(export, method, args)).await;
            answer.map_err(|source| InvokeError::Call {
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

    /// Reads the files of these modules, in this order, as many at once as there are processors.
    pub(crate) async fn read_ahead(&self, modules: &[String]) {
        let at_once = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let slots = modules.iter().filter_map(|module| self.slots.get(module));
        let programs: Vec<Program> = slots.map(|slot| slot.module.program.clone()).collect();
        let reading = stream::iter(programs).for_each_concurrent(at_once, |program| {
            let starter = self.starter.clone();
            async move {
                // The call that needs the bytes asks for them again, and reports what is wrong.
                let _ = program.executable(&starter).await;
            }
        });
        self.closing.run_until_cancelled(reading).await;
    }

    /// What each plugin is doing, by module name.
    pub(crate) async fn plugin_states(&self) -> Vec<(String, PluginState)> {
        let mut states = Vec::new();
        for (module, slot) in &self.slots {
            states.push((module.clone(), slot.state().await));
        }
        states.sort_by(|(a, _), (b, _)| a.cmp(b));
        states
    }

    /// Forgets a plugin's crashes: it may start again at once.
    pub(crate) async fn reset_plugin(&self, module: &str) -> Result<(), InvokeError> {
        let slot = self.slot(module)?;
        slot.occupant.lock().await.supervisor.reset();
        Ok(())
    }

    fn slot(&self, module: &str) -> Result<&Slot, InvokeError> {
        self.slots.get(module).ok_or_else(|| InvokeError::ModuleNotFound {
            module: module.to_owned(),
        })
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
        let mut occupant = self.occupant.lock().await;
        occupant.notice_end();
        if let Some(plugin) = &occupant.running {
            return Ok(Arc::clone(plugin));
        }
        occupant
            .supervisor
            .admit(Instant::now())
            .map_err(|hold| InvokeError::Held {
                module: self.module.manifest.module.as_str().to_owned(),
                hold,
                last_words: occupant.last_words.clone(),
            })?;
        // A start is rare and its future large: on the heap, it does not weigh on every call.
        let starting = async {
            starter
                .start(&self.module.program.executable(starter).await?)
                .await
        };
        match Box::pin(starting).await {
            Ok(plugin) => Ok(Arc::clone(occupant.running.insert(Arc::new(plugin)))),
            Err(error) => {
                occupant.crashed(Instant::now(), error.to_text());
                Err(error.into())
            }
        }
    }

    async fn state(&self) -> PluginState {
        let mut occupant = self.occupant.lock().await;
        occupant.notice_end();
        match (&occupant.running, occupant.supervisor.admit(Instant::now())) {
            (Some(_), _) => PluginState::Running,
            (None, Ok(())) => PluginState::Idle,
            (None, Err(Hold::Pause(pause))) => PluginState::Pausing(pause),
            (None, Err(Hold::Broken)) => PluginState::Broken,
        }
    }

    async fn stop(&self) {
        if let Some(plugin) = self.occupant.lock().await.running.take() {
            plugin.stop().await;
        }
    }
}

impl Occupant {
    /// Nobody asked the process to end: that is a crash, whatever its exit status.
    fn notice_end(&mut self) {
        if let Some(end) = self.running.as_ref().and_then(|plugin| plugin.end()) {
            self.running = None;
            self.crashed(end.at, format!("its process ended: {}", end.exit));
        }
    }

    fn crashed(&mut self, at: Instant, last_words: String) {
        self.supervisor.crashed(at, chance());
        self.last_words = last_words;
    }
}

/// A random number from 0 to 1. Without the system's help all pauses are alike, which does no harm.
fn chance() -> f64 {
    getrandom::u32().map_or(0.5, |number| f64::from(number) / f64::from(u32::MAX))
}
