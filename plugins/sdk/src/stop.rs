//! When a plugin stops without being asked through `Shutdown`: on SIGTERM, or when the host is no longer there.
//! Ctrl-C is not for plugins: it reaches the host too, which then asks.

use std::io;
use std::os::unix::process::parent_id;
use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

/// How often to look whether the host still lives. Asking for a signal at its death would be quicker but wrong: it
/// comes when the thread that started us ends, and hosts in Go start and end threads as they please.
const HOST_CHECK: Duration = Duration::from_secs(1);

/// The signals that concern a plugin, caught from here on.
#[derive(Debug)]
pub(crate) struct Signals {
    terminate: Signal,
    host: u32,
    /// Caught so that it does not end the process; never looked at.
    _interrupt: Signal,
}

impl Signals {
    /// Catches the signals. The host is the process whose end is one, too.
    pub(crate) fn catch(host: u32) -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            host,
            _interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Cancels `stop` for the first reason that these signals know.
    pub(crate) async fn cancel(mut self, stop: CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            _ = self.terminate.recv() => {}
            () = orphaned(self.host) => {}
        }
        stop.cancel();
    }
}

/// An orphan gets another parent.
async fn orphaned(host: u32) {
    let mut check = interval(HOST_CHECK);
    while parent_id() == host {
        check.tick().await;
    }
}
