//! [`Bridge`]: the plugin host on a thread of its own, with the one session of this terminal. The same thread answers
//! signals, so that plugins end in order even while the engine's thread is busy.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use bridge_host::config::HostConfig;
use bridge_host::{Host, InvokeError, OpenError, OpenedSession, PluginState, Principal};
use proto::value::EncodedValue;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep_until};

use super::signals::{Alarm, INTERRUPTED, Signals};
use super::stop::Stop;
use crate::report;

/// Nobody else is in this process.
const OURSELVES: Principal = Principal(0);

/// How long the engine may take to hear a stop.
const DEAF_AFTER: Duration = Duration::from_secs(1);

/// What comes of a Ctrl-C that the engine does not hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unheard {
    /// The program ends.
    Quit,
    /// The user is told that another one ends the program.
    Tell,
}

/// The host's thread.
#[derive(Debug)]
pub(crate) struct Bridge {
    requests: UnboundedSender<Request>,
    thread: JoinHandle<()>,
}

/// What the engine's thread asks for.
#[derive(Debug)]
pub(super) enum Request {
    Call {
        module: String,
        export: String,
        method: Option<String>,
        args: Vec<EncodedValue>,
        answer: oneshot::Sender<Result<EncodedValue, InvokeError>>,
    },
    States {
        answer: oneshot::Sender<Vec<(String, PluginState)>>,
    },
}

impl Bridge {
    /// Starts the thread and opens the session. `leave` is called before a signal ends the program.
    pub(crate) fn open(
        config: HostConfig,
        stop: Arc<Stop>,
        unheard: Unheard,
        leave: impl Fn() + Send + 'static,
    ) -> Result<(Self, OpenedSession)> {
        let (requests, inbox) = unbounded_channel();
        let (opened, opening) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("pontoon-host".to_owned())
            .spawn(move || {
                let ended = Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .context("start the runtime")
                    .and_then(|runtime| serve(&runtime, &config, inbox, &opened, &stop, unheard));
                match ended {
                    Ok(None) => {}
                    Ok(Some(code)) => {
                        leave();
                        quit(code);
                    }
                    // Nobody waits for it any more when the session is open already.
                    Err(error) => drop(opened.send(Err(error))),
                }
            });
        let thread = thread.context("start the plugin host's thread")?;
        let session = opening
            .recv()
            .unwrap_or_else(|RecvError| Err(anyhow!("the plugin host's thread has ended")))?;
        Ok((Self { requests, thread }, session))
    }

    /// What each plugin is doing, by module.
    pub(super) async fn states(&self) -> Vec<(String, PluginState)> {
        let (answer, answered) = oneshot::channel();
        let _ = self.requests.send(Request::States { answer });
        answered.await.unwrap_or_default()
    }

    pub(super) fn requests(&self) -> UnboundedSender<Request> {
        self.requests.clone()
    }

    /// Ends every plugin and then the thread. All clones of the sender must be gone.
    pub(crate) fn close(self) {
        drop(self.requests);
        // It panicked, and has said so.
        let _ = self.thread.join();
    }
}

type Opened = mpsc::Sender<Result<OpenedSession>>;

/// Runs until the engine's thread asks no more, or a signal ends it all: then with the exit code.
fn serve(
    runtime: &Runtime,
    config: &HostConfig,
    requests: UnboundedReceiver<Request>,
    opened: &Opened,
    stop: &Stop,
    unheard: Unheard,
) -> Result<Option<u8>> {
    runtime.block_on(async {
        let mut signals = Signals::listen().context("listen for signals")?;
        let host = Host::new(config)?;
        let opening = tokio::select! {
            session = host.open_session(OURSELVES) => session.map_err(not_opened),
            alarm = signals.next() => {
                host.shutdown().await;
                return Ok(Some(match alarm { Alarm::Interrupt => INTERRUPTED, Alarm::End(code) => code }));
            }
        };
        let session = match opening {
            Ok(session) => session,
            Err(error) => {
                host.shutdown().await;
                return Err(error);
            }
        };
        // The engine's thread waits for it.
        let _ = opened.send(Ok(session.clone()));
        let code = attend(&host, &session, requests, &mut signals, stop, unheard).await;
        host.shutdown().await;
        Ok(code)
    })
}

async fn attend(
    host: &Host,
    session: &OpenedSession,
    mut requests: UnboundedReceiver<Request>,
    signals: &mut Signals,
    stop: &Stop,
    unheard: Unheard,
) -> Option<u8> {
    let mut deaf_at = None;
    loop {
        tokio::select! {
            request = requests.recv() => answer(host, session, request?),
            alarm = signals.next() => match alarm {
                Alarm::Interrupt if stop.request() => deaf_at = Some(Instant::now() + DEAF_AFTER),
                Alarm::Interrupt => return Some(INTERRUPTED),
                Alarm::End(code) => return Some(code),
            },
            () = async { sleep_until(deaf_at.unwrap_or_else(Instant::now)).await }, if deaf_at.is_some() => {
                deaf_at = None;
                match unheard {
                    _ if !stop.is_requested() => {}
                    Unheard::Quit => return Some(INTERRUPTED),
                    Unheard::Tell => tell("The engine does not hear it: press Ctrl-C again to quit."),
                }
            }
        }
    }
}

/// An engine that does not wait any more has dropped its end, which cancels the call.
fn answer(host: &Host, session: &OpenedSession, request: Request) {
    let (host, id) = (host.clone(), session.id.clone());
    tokio::spawn(async move {
        match request {
            Request::Call {
                module,
                export,
                method,
                args,
                mut answer,
            } => {
                let called = tokio::select! {
                    called = host.invoke(&id, OURSELVES, &module, export, method, args) => called,
                    () = answer.closed() => return,
                };
                let _ = answer.send(called);
            }
            Request::States { answer } => {
                let states = host.plugin_states(&id, OURSELVES).await;
                let _ = answer.send(states.unwrap_or_default());
            }
        }
    });
}

fn not_opened(error: OpenError) -> anyhow::Error {
    match &error {
        OpenError::CatalogInvalid(report) => anyhow!(
            "{}\nMend what was refused, or leave it out with --on-invalid skip",
            report::text(report).trim_end()
        ),
        _ => anyhow::Error::new(error).context("open a session"),
    }
}

fn tell(text: &str) {
    // Nobody is left to tell when standard error is closed.
    let _ = io::Write::write_fmt(&mut io::stderr(), format_args!("{text}\n"));
}

#[expect(
    clippy::exit,
    reason = "the engine's thread may never come back, and the plugins are gone"
)]
fn quit(code: u8) {
    std::process::exit(code.into());
}
