//! Everything the page knows. It changes only by the rules of the [`reducer`]. No browser, no clock, no Yew; natively
//! tested.

mod action;
mod bridge;
mod credentials;
mod engine;
mod engine_end;
mod objects;
mod place;
mod reducer;
mod run;
mod transcript;

use std::rc::Rc;

use web_messages::Connected;

pub(crate) use action::{Action, BeatOutcome, Effect};
pub(crate) use bridge::Bridge;
pub(crate) use credentials::Credentials;
pub(crate) use engine::Engine;
pub(crate) use objects::{Looked, Objects};
pub(crate) use place::place_in_editor;
pub(crate) use run::{Ending, Origin, Run};
pub(crate) use transcript::{Chunk, Entry, EntryKind, Transcript};

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) engine: Engine,
    pub(crate) bridge: Bridge,
    pub(crate) run: Run,
    pub(crate) transcript: Transcript,
    /// What somebody opened in it.
    pub(crate) objects: Objects,
    /// The last session that was opened. Its modules stay listed while the connection is broken.
    pub(crate) session: Option<Rc<Connected>>,
    credentials: Credentials,
    runs: u32,
    /// Workers lost since one last did something useful.
    lost_workers: u32,
}

impl State {
    /// The state at page load. The first effect starts the worker.
    pub(crate) fn new(credentials: Credentials) -> (Self, Vec<Effect>) {
        let state = Self {
            engine: Engine::Loading,
            bridge: Bridge::Connecting,
            run: Run::Idle,
            transcript: Transcript::default(),
            objects: Objects::default(),
            session: None,
            credentials,
            runs: 0,
            lost_workers: 0,
        };
        (state, vec![Effect::StartWorker])
    }

    /// The open session, as far as the page knows.
    pub(crate) fn open_session(&self) -> Option<&Rc<Connected>> {
        match &self.bridge {
            Bridge::Connected => self.session.as_ref(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
