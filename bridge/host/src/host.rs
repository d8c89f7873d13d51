//! [`Host`]: the handle that the web server and the terminal hold. It opens and closes sessions, passes calls
//! on, and closes the sessions of tabs that went away without a word.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use proto::value::EncodedValue;
use thiserror::Error;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::catalog::{Catalog, CatalogModule, Report};
use crate::config::{HostConfig, OnInvalid};
use crate::plugin::Starter;
use crate::session::{Full, InvokeError, PluginState, Principal, Registry, Session, SessionId};

/// How long [`Host::shutdown`] waits for the kill ladders of all sessions, which run at the same time.
const SHUTDOWN_LIMIT: Duration = Duration::from_secs(6);

/// A running host; cheap to clone.
#[derive(Debug, Clone)]
pub struct Host(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    catalog: Catalog,
    starter: Starter,
    on_invalid: OnInvalid,
    lease: Duration,
    registry: Mutex<Registry>,
    /// Wakes the sweeper when the next expiry may have moved.
    opened: Notify,
    /// Kill ladders that are under way.
    closing: TaskTracker,
    stopped: CancellationToken,
}

/// An open session and all that its user may know.
#[derive(Debug, Clone)]
pub struct OpenedSession {
    /// Names it in later calls.
    pub id: SessionId,
    /// How long it lives without call or heartbeat.
    pub lease: Duration,
    /// Every module that may be required, sorted by name.
    pub modules: Vec<Arc<CatalogModule>>,
    /// What discovery said.
    pub report: Arc<Report>,
}

/// The host could not be made.
#[derive(Debug, Error)]
#[error("prepare the plugin host's private folder in {folder}")]
pub struct HostStartError {
    folder: String,
    source: io::Error,
}

/// A session could not be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// A plugin in the catalog breaks a rule; the report names each.
    #[error("{}", refused_text(.0))]
    CatalogInvalid(Arc<Report>),
    /// As many sessions as may be are open.
    #[error("{0} sessions are open, which is the limit; close a tab")]
    TooManySessions(usize),
    /// The host is going away.
    #[error("the bridge is shutting down")]
    ShuttingDown,
    /// The system gave no random bytes.
    #[error("name the session")]
    Random(#[source] getrandom::Error),
}

impl Host {
    /// Prepares the host. Call it within a tokio runtime; nothing is started yet.
    ///
    /// # Errors
    /// When the private folder or the spawner's thread cannot be made.
    pub fn new(config: &HostConfig) -> Result<Self, HostStartError> {
        let starter = Starter::new(config).map_err(|source| HostStartError {
            folder: config.runtime_folder.display().to_string(),
            source,
        })?;
        let limits = &config.limits;
        let shared = Arc::new(Shared {
            catalog: Catalog::new(config, starter.clone()),
            starter,
            on_invalid: config.on_invalid,
            lease: limits.lease,
            registry: Mutex::new(Registry::new(limits.lease, limits.sessions)),
            opened: Notify::new(),
            closing: TaskTracker::new(),
            stopped: CancellationToken::new(),
        });
        tokio::spawn(sweep(Arc::clone(&shared)));
        Ok(Self(shared))
    }

    /// Looks at the plugin directories now and says what is there. Sessions look again when they open.
    pub async fn discover(&self) -> Arc<Report> {
        self.0.catalog.refresh().await.report
    }

    /// Opens a session on the catalog as it is now. No plugin process starts yet.
    ///
    /// # Errors
    /// When a plugin in the catalog is invalid (the seed: "runtime creation fails early"), when too many
    /// sessions are open, or when the host is going away.
    pub async fn open_session(&self, owner: Principal) -> Result<OpenedSession, OpenError> {
        self.lets_in()?;
        let catalog = self.0.catalog.refresh().await;
        // What fails because the host went away meanwhile is no fault of a plugin.
        self.lets_in()?;
        if self.0.on_invalid == OnInvalid::Refuse && catalog.report.refused().next().is_some() {
            return Err(OpenError::CatalogInvalid(catalog.report));
        }
        let id = SessionId::random().map_err(OpenError::Random)?;
        let session = Arc::new(Session::new(&catalog, self.0.starter.clone()));
        self.0
            .registry()
            .insert(id.clone(), owner, session, Instant::now())
            .map_err(|full| match full {
                Full::Capacity(limit) => OpenError::TooManySessions(limit),
                Full::Closed => OpenError::ShuttingDown,
            })?;
        self.0.opened.notify_one();
        tracing::info!(session = %id, modules = catalog.modules.len(), "session opened");
        Ok(OpenedSession {
            id,
            lease: self.0.lease,
            modules: catalog.modules,
            report: catalog.report,
        })
    }

    /// Calls an export of a module, or a method of one. Dropping the future cancels the call.
    ///
    /// # Errors
    /// When the session or module does not exist, or the plugin fails in any way.
    pub async fn invoke(
        &self,
        id: &SessionId,
        owner: Principal,
        module: &str,
        export: String,
        method: Option<String>,
        args: Vec<EncodedValue>,
    ) -> Result<EncodedValue, InvokeError> {
        let session = self.renew(id, owner)?;
        let result = session.invoke(module, export, method, args).await;
        // A call may have lasted as long as the lease.
        let _ = self.renew(id, owner);
        result
    }

    /// Reads the files of these modules now, in this order, so that their first calls do not wait for it. No process
    /// starts, and what goes wrong is the first call's to report.
    ///
    /// # Errors
    /// When no such session is open, or it is another principal's.
    pub async fn read_ahead(
        &self,
        id: &SessionId,
        owner: Principal,
        modules: &[String],
    ) -> Result<(), InvokeError> {
        self.renew(id, owner)?.read_ahead(modules).await;
        Ok(())
    }

    /// What each plugin of a session is doing, by module name.
    ///
    /// # Errors
    /// When no such session is open, or it is another principal's.
    pub async fn plugin_states(
        &self,
        id: &SessionId,
        owner: Principal,
    ) -> Result<Vec<(String, PluginState)>, InvokeError> {
        Ok(self.renew(id, owner)?.plugin_states().await)
    }

    /// Lets a plugin that crashed start again at once.
    ///
    /// # Errors
    /// When the session or the module does not exist.
    pub async fn reset_plugin(
        &self,
        id: &SessionId,
        owner: Principal,
        module: &str,
    ) -> Result<(), InvokeError> {
        self.renew(id, owner)?.reset_plugin(module).await
    }

    /// Renews the lease.
    ///
    /// # Errors
    /// When no such session is open, or it is another principal's.
    pub fn heartbeat(&self, id: &SessionId, owner: Principal) -> Result<(), InvokeError> {
        self.renew(id, owner).map(drop)
    }

    /// Ends the session: no call is accepted after this returns; its processes end within the kill ladder.
    ///
    /// # Errors
    /// When no such session is open, or it is another principal's.
    pub fn close_session(&self, id: &SessionId, owner: Principal) -> Result<(), InvokeError> {
        let session = self
            .0
            .registry()
            .remove(id, owner)
            .ok_or(InvokeError::SessionNotFound)?;
        tracing::info!(session = %id, "session closed");
        self.0.close_in_background(session);
        Ok(())
    }

    /// Ends every session and waits until their processes are gone, a few seconds at most. No session opens
    /// after this, and no plugin starts: the private folder is gone too.
    pub async fn shutdown(&self) {
        for session in self.0.registry().close() {
            self.0.close_in_background(session);
        }
        self.0.stopped.cancel();
        self.0.catalog.release();
        self.0.closing.close();
        if timeout(SHUTDOWN_LIMIT, self.0.closing.wait()).await.is_err() {
            tracing::error!("some plugin processes did not end in time");
        }
        self.0.starter.clear();
    }

    fn lets_in(&self) -> Result<(), OpenError> {
        if self.0.registry().is_closed() {
            return Err(OpenError::ShuttingDown);
        }
        Ok(())
    }

    fn renew(&self, id: &SessionId, owner: Principal) -> Result<Arc<Session>, InvokeError> {
        self.0
            .registry()
            .renew(id, owner, Instant::now())
            .ok_or(InvokeError::SessionNotFound)
    }
}

impl Shared {
    fn registry(&self) -> MutexGuard<'_, Registry> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn close_in_background(&self, session: Arc<Session>) {
        session.revoke();
        self.closing.spawn(async move { session.close().await });
    }
}

/// Closes the sessions whose lease runs out, until the host stops.
async fn sweep(shared: Arc<Shared>) {
    loop {
        let next = shared.registry().next_expiry();
        tokio::select! {
            () = shared.stopped.cancelled() => return,
            () = shared.opened.notified() => {}
            () = async { sleep_until(next.unwrap_or_else(Instant::now)).await }, if next.is_some() => {
                for session in shared.registry().remove_expired(Instant::now()) {
                    tracing::info!("a session's lease ran out");
                    shared.close_in_background(session);
                }
            }
        }
    }
}

fn refused_text(report: &Report) -> String {
    let reasons: Vec<_> = report.refused().map(|(_, reason)| reason.text.as_str()).collect();
    format!("{report}: {}", reasons.join("; "))
}
