//! Which sessions are open, whose they are, and until when. A plain value: time comes in as an argument, and
//! nothing here waits.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::{Principal, Session, SessionId};

/// The open sessions.
#[derive(Debug)]
pub(crate) struct Registry {
    lease: Duration,
    capacity: usize,
    entries: HashMap<SessionId, Entry>,
    /// No session opens any more.
    closed: bool,
}

#[derive(Debug)]
struct Entry {
    session: Arc<Session>,
    owner: Principal,
    expires: Instant,
}

/// Why a session was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Full {
    /// As many sessions as may be are open.
    Capacity(usize),
    /// The host is going away.
    Closed,
}

impl Registry {
    pub(crate) fn new(lease: Duration, capacity: usize) -> Self {
        Self {
            lease,
            capacity,
            entries: HashMap::new(),
            closed: false,
        }
    }

    pub(crate) fn insert(
        &mut self,
        id: SessionId,
        owner: Principal,
        session: Arc<Session>,
        now: Instant,
    ) -> Result<(), Full> {
        if self.closed {
            return Err(Full::Closed);
        }
        if self.entries.len() >= self.capacity {
            return Err(Full::Capacity(self.capacity));
        }
        self.entries.insert(
            id,
            Entry {
                session,
                owner,
                expires: now + self.lease,
            },
        );
        Ok(())
    }

    /// The session, if it is open and the principal's; its lease starts anew. A foreign session and an unknown
    /// one look the same.
    pub(crate) fn renew(&mut self, id: &SessionId, owner: Principal, now: Instant) -> Option<Arc<Session>> {
        let entry = self.entries.get_mut(id).filter(|entry| entry.owner == owner)?;
        entry.expires = now + self.lease;
        Some(Arc::clone(&entry.session))
    }

    /// Takes the session out: it answers no call after this.
    pub(crate) fn remove(&mut self, id: &SessionId, owner: Principal) -> Option<Arc<Session>> {
        self.entries.get(id).filter(|entry| entry.owner == owner)?;
        self.entries.remove(id).map(|entry| entry.session)
    }

    /// Takes out the sessions whose lease has run out.
    pub(crate) fn remove_expired(&mut self, now: Instant) -> Vec<Arc<Session>> {
        self.entries
            .extract_if(|_, entry| entry.expires <= now)
            .map(|(_, entry)| entry.session)
            .collect()
    }

    /// When the next lease runs out, if nothing renews it.
    pub(crate) fn next_expiry(&self) -> Option<Instant> {
        self.entries.values().map(|entry| entry.expires).min()
    }

    /// Whether no session is let in any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Takes out every session and lets none in any more.
    pub(crate) fn close(&mut self) -> Vec<Arc<Session>> {
        self.closed = true;
        self.entries.drain().map(|(_, entry)| entry.session).collect()
    }
}
