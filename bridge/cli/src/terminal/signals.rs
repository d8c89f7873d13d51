//! The signals that end a script or the program.

use std::io;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// What a program that a signal ended adds to the signal's number, by the custom of shells.
const BY_SIGNAL: u8 = 128;

/// A listener from its creation on.
#[derive(Debug)]
pub(super) struct Signals {
    interrupt: Signal,
    terminate: Signal,
    hangup: Signal,
}

/// What came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alarm {
    /// Ctrl-C.
    Interrupt,
    /// The system or another program wants this one to end with this exit code.
    End(u8),
}

/// The exit code after Ctrl-C.
pub(crate) const INTERRUPTED: u8 = BY_SIGNAL + 2;

/// The exit code of a program whose reader went away.
pub(crate) const PIPE_CLOSED: u8 = BY_SIGNAL + 13;

impl Signals {
    /// Call it within a tokio runtime.
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hangup: signal(SignalKind::hangup())?,
        })
    }

    /// Waits for the next one.
    pub(super) async fn next(&mut self) -> Alarm {
        tokio::select! {
            _ = self.interrupt.recv() => Alarm::Interrupt,
            _ = self.terminate.recv() => Alarm::End(BY_SIGNAL + 15),
            _ = self.hangup.recv() => Alarm::End(BY_SIGNAL + 1),
        }
    }
}
