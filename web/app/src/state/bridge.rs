//! The way to the bridge: connecting, connected, refused and unreachable.

use std::rc::Rc;

use web_messages::Refusal;

/// Where the session is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Bridge {
    /// The worker was asked, or will be as soon as it is ready.
    Connecting,
    /// A session is open.
    Connected,
    /// The bridge answered no, or there was nothing to show it.
    Refused(Rc<Refusal>),
    /// Nobody answers; the page tries again by itself.
    Unreachable {
        /// Attempts that failed in a row.
        failures: u32,
        /// What broke decides what is tried: the session's heartbeat, or a new session.
        session_open: bool,
    },
}
