//! The signals that end a script or the program. They have a thread of their own, so that plugins end in order even
//! while the engine's thread is busy.

use std::io::{self, Write as _};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::{Instant, sleep_until};

use super::stop::Stop;
use crate::engine::Successor;

/// What a program that a signal ended adds to the signal's number, by the custom of shells.
const BY_SIGNAL: u8 = 128;

/// The exit code after Ctrl-C.
pub(crate) const INTERRUPTED: u8 = BY_SIGNAL + 2;

/// The exit code of a program whose reader went away.
pub(crate) const PIPE_CLOSED: u8 = BY_SIGNAL + 13;

/// How long the engine may take to hear a stop.
const DEAF_AFTER: Duration = Duration::from_secs(1);

/// What comes of a Ctrl-C that the engine does not hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unheard {
    /// The program ends.
    Quit,
    /// A message says that another Ctrl-C ends the program, or restarts it where it has a successor.
    Tell,
}

/// From now on Ctrl-C asks for a stop, and the signals that are to end the program call `leave` first.
///
/// # Errors
/// When the system does not let this program listen.
pub(super) fn attend(stop: Arc<Stop>, unheard: Unheard, leave: impl Fn() + Send + 'static) -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let signals = {
        let _runtime = runtime.enter();
        Signals::listen()?
    };
    thread::Builder::new()
        .name("pontoon-signals".to_owned())
        .spawn(move || {
            let code = runtime.block_on(signals.until_end(&stop, unheard));
            stop.request_for_good();
            leave();
            if unheard == Unheard::Tell && code == INTERRUPTED {
                Successor::take_over();
            }
            quit(code);
        })
        .map(drop)
}

struct Signals {
    interrupt: Signal,
    terminate: Signal,
    hangup: Signal,
}

/// What came.
enum Alarm {
    Interrupt,
    /// The program is to end with this exit code.
    End(u8),
}

impl Signals {
    fn listen() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hangup: signal(SignalKind::hangup())?,
        })
    }

    /// Passes requests on until the program is to end, and gives its exit code.
    async fn until_end(mut self, stop: &Stop, unheard: Unheard) -> u8 {
        let mut deaf_at = None;
        loop {
            tokio::select! {
                alarm = self.next() => match alarm {
                    Alarm::Interrupt if stop.request() => deaf_at = Some(Instant::now() + DEAF_AFTER),
                    Alarm::Interrupt => return INTERRUPTED,
                    Alarm::End(code) => return code,
                },
                () = async { sleep_until(deaf_at.unwrap_or_else(Instant::now)).await }, if deaf_at.is_some() => {
                    deaf_at = None;
                    match unheard {
                        _ if !stop.is_requested() => {}
                        Unheard::Quit => return INTERRUPTED,
                        Unheard::Tell => tell("The engine does not respond. Press Ctrl-C again to force a stop."),
                    }
                }
            }
        }
    }

    async fn next(&mut self) -> Alarm {
        tokio::select! {
            _ = self.interrupt.recv() => Alarm::Interrupt,
            _ = self.terminate.recv() => Alarm::End(BY_SIGNAL + 15),
            _ = self.hangup.recv() => Alarm::End(BY_SIGNAL + 1),
        }
    }
}

fn tell(text: &str) {
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "{text}");
}

#[expect(
    clippy::exit,
    reason = "the engine's thread may never come back, and the plugins are gone"
)]
fn quit(code: u8) {
    std::process::exit(code.into());
}
