//! Opening and keeping a session. The worker speaks to the bridge; the page only holds what must outlive a
//! busy or lost worker: the token and two prepared calls.

use serde::{Deserialize, Serialize};

use crate::{Module, Report};

/// What proves to the bridge that this page may open a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Credential {
    /// The one-time code of the launch link.
    Code(String),
    /// The token that an earlier code was exchanged for.
    Token(String),
}

/// An open session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Connected {
    /// For the next worker or the next visit; the page keeps it.
    pub token: String,
    /// Names the session, for people and tests.
    pub session_id: String,
    /// Sorted by name.
    pub modules: Vec<Module>,
    /// What discovery said.
    pub report: Report,
    /// Post this every [`Connected::heartbeat_every_ms`].
    pub heartbeat: PreparedCall,
    /// A third of the lease, in milliseconds.
    pub heartbeat_every_ms: u32,
    /// Post this (with `keepalive`) when the page goes away or the worker is replaced.
    pub farewell: PreparedCall,
}

/// A gRPC-Web request that the page can post as it stands, even while the worker is busy or gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedCall {
    /// The path on this origin.
    pub path: String,
    /// Request headers, the token among them.
    pub headers: Vec<(String, String)>,
    /// The framed message.
    pub body: Vec<u8>,
}

/// Why no session is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// What kind of refusal, so that the page can say what to do.
    pub kind: RefusalKind,
    /// One sentence from the bridge or the browser.
    pub message: String,
    /// With [`RefusalKind::CatalogInvalid`]: what discovery said.
    pub report: Option<Report>,
    /// The token, where the code was exchanged before the session was refused: the code is spent, so a new
    /// attempt needs it.
    pub token: Option<String>,
}

/// The kinds of refusal that lead to different advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RefusalKind {
    /// No code and no token: the page was opened by its bare address.
    NoCredential,
    /// The code was used already or is not of this bridge, or the token is of an earlier one.
    CredentialRefused,
    /// Nobody answers.
    Unreachable,
    /// A plugin in the catalog is invalid.
    CatalogInvalid,
    /// Anything else, such as too many sessions.
    Other,
}
