//! [`Bridge`]: the plugin host in this program, with the one session of this terminal.

use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow};
use bridge_host::config::HostConfig;
use bridge_host::{Host, InvokeError, OpenError, OpenedSession, PluginState, Principal};
use proto::value::EncodedValue;
use tokio::sync::oneshot;

use super::driver::Driver;
use super::signals::{self, Unheard};
use super::spin_policy::SpinPolicy;
use super::stop::Stop;
use crate::report;

/// Nobody else is in this process.
const OURSELVES: Principal = Principal(0);

/// A host with its session; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Bridge {
    driver: Arc<Driver>,
    host: Host,
    session: Arc<OpenedSession>,
    stop: Arc<Stop>,
}

/// One call of a plugin.
#[derive(Debug)]
pub(super) struct Invocation {
    pub(super) module: String,
    pub(super) export: String,
    pub(super) method: Option<String>,
    pub(super) args: Vec<EncodedValue>,
}

/// What comes of a call.
pub(super) type Answer = Result<EncodedValue, InvokeError>;

impl Bridge {
    /// Starts a host and opens a session. From now on signals end the program in order; `leave` is called before one
    /// does. `None` if Ctrl-C came before the session was open.
    pub(crate) fn open(
        config: &HostConfig,
        driver: Arc<Driver>,
        stop: Arc<Stop>,
        unheard: Unheard,
        leave: impl Fn() + Send + 'static,
    ) -> Result<Option<Self>> {
        let host = {
            let _runtime = driver.runtime().enter();
            Host::new(config)?
        };
        let (of_signals, dying) = (Arc::clone(&driver), host.clone());
        signals::attend(Arc::clone(&stop), unheard, move || {
            leave();
            of_signals.runtime().block_on(dying.shutdown());
        })
        .context("listen for signals")?;
        let opening = driver.drive(async {
            tokio::select! {
                session = host.open_session(OURSELVES) => Some(session),
                () = stop.requested() => None,
            }
        });
        stop.park_if_shutting_down();
        match opening {
            Some(Ok(session)) => Ok(Some(Self {
                session: Arc::new(session),
                driver,
                host,
                stop,
            })),
            Some(Err(error)) => {
                driver.drive(host.shutdown());
                Err(not_opened(error))
            }
            None => {
                driver.drive(host.shutdown());
                Ok(None)
            }
        }
    }

    pub(crate) fn session(&self) -> &OpenedSession {
        &self.session
    }

    /// Calls a plugin, and waits. `None` if a stop came first.
    pub(super) fn invoke(&self, call: Invocation, spin_policy: &SpinPolicy) -> Option<Answer> {
        self.driver.keep();
        let call = async {
            tokio::select! {
                biased;
                answer = self.call(call) => Some(answer),
                () = self.stop.requested() => None,
            }
        };
        self.driver.drive_spinning(call, spin_policy)
    }

    /// Starts a call of a plugin without waiting. A receiver that is dropped cancels the call.
    pub(super) fn start(&self, call: Invocation) -> oneshot::Receiver<Answer> {
        let (mut answer, answered) = oneshot::channel();
        let bridge = self.clone();
        self.driver.spawn(async move {
            tokio::select! {
                result = bridge.call(call) => drop(answer.send(result)),
                () = answer.closed() => {}
            }
        });
        answered
    }

    /// Begins to read the files of the plugins that a source names, in the order in which it names them. It may name one
    /// that it never calls, or not name one that it does: this changes when files are read, and nothing else.
    pub(super) fn read_ahead(&self, source: &str) {
        let modules = self.session.modules.iter();
        let named = named_in(source, modules.map(|module| module.manifest.module.as_str()));
        if named.is_empty() {
            return;
        }
        let bridge = self.clone();
        self.driver.spawn(async move {
            // A session that is closed needs no files.
            let _ = bridge
                .host
                .read_ahead(&bridge.session.id, OURSELVES, &named)
                .await;
        });
    }

    /// What each plugin is doing, by module.
    pub(crate) fn plugin_states(&self) -> Vec<(String, PluginState)> {
        let states = self.host.plugin_states(&self.session.id, OURSELVES);
        self.driver.drive(states).unwrap_or_default()
    }

    /// Ends every plugin.
    pub(crate) fn close(&self) {
        self.driver.drive(self.host.shutdown());
    }

    async fn call(&self, call: Invocation) -> Answer {
        let Invocation {
            module,
            export,
            method,
            args,
        } = call;
        self.host
            .invoke(&self.session.id, OURSELVES, &module, export, method, args)
            .await
    }
}

fn not_opened(error: OpenError) -> anyhow::Error {
    match &error {
        OpenError::CatalogInvalid(report) => anyhow!(
            "{report}\n{}Fix these files, or ignore them with --on-invalid skip",
            report::problems(report)
        ),
        _ => anyhow::Error::new(error).context("start the plugins"),
    }
}

/// The modules that a source names, in the order in which it first does.
fn named_in<'a>(source: &str, modules: impl Iterator<Item = &'a str>) -> Vec<String> {
    let places = modules.filter_map(|module| Some((source.find(module)?, module)));
    let mut named: Vec<_> = places.collect();
    named.sort_unstable();
    named.into_iter().map(|(_, module)| module.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_read_ahead_in_the_order_in_which_a_source_names_them() {
        let modules = ["plugin:a", "plugin:b", "plugin:c"];
        for (source, expected) in [
            ("", &[][..]),
            ("require('plugin:' + name)", &[]),
            (
                "require(\"plugin:c\").f(require('plugin:a'), require('plugin:c'))",
                &["plugin:c", "plugin:a"],
            ),
            (
                "import { f } from \"plugin:b\" // not plugin:a",
                &["plugin:b", "plugin:a"],
            ),
        ] {
            assert_eq!(named_in(source, modules.into_iter()), expected, "{source}");
        }
    }
}
