//! Which checks a path asks for: one table, so that a new path cannot forget them.

/// What a path needs besides the right Host and Origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Policy {
    /// Files of the page and health: GET and HEAD, no token, no effect.
    Read,
    /// A call that needs no token, because it is what brings one.
    OpenCall,
    /// A call that needs a token.
    Call,
}

impl Policy {
    /// The policy of a path. What is not listed can only be read, and every package prefix needs a token.
    pub(super) fn of(path: &str) -> Self {
        match path {
            "/pontoon.v1.Gate/ExchangeCode" => Self::OpenCall,
            _ if path.starts_with("/pontoon.") => Self::Call,
            _ => Self::Read,
        }
    }
}
