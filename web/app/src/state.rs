//! Everything the page knows, and the only rules by which it changes: an [`Action`] comes in, the state moves,
//! and [`Effect`]s say what has to be done outside. No browser, no clock, no Yew; natively tested.

mod action;
mod bridge;
mod credentials;
mod engine;
mod engine_end;
mod objects;
mod place;
mod run;
mod transcript;

use std::rc::Rc;

use web_messages::{Connected, FromWorker, ToWorker};

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
    /// The last session that was opened. Its modules stay listed while the connection is being mended.
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

    /// Moves to the next state. `now` is the page's clock in milliseconds.
    pub(crate) fn apply(&mut self, action: Action, now: f64) -> Vec<Effect> {
        let mut effects = match action {
            Action::Run(origin, source) => self.queue_run(origin, source),
            Action::Stop => self.stop(now),
            Action::StopOverdue(run) => self.stop_overdue(run, now),
            Action::Retry { stored_token } => self.retry(stored_token),
            Action::ClearOutput => {
                self.clear_output();
                Vec::new()
            }
            Action::Open { handle, from } => self.open_object(handle, from),
            Action::Fold(group) => {
                self.transcript.fold(group);
                Vec::new()
            }
            Action::TokenAppeared(token) => self.token_appeared(token),
            Action::FromWorker(message) => self.hear(message),
            Action::WorkerLost(problem) => self.worker_lost(&problem, now),
            Action::Beat { session_id, outcome } => self.beat(&session_id, outcome),
            Action::ReconnectDue => self.reconnect_due(),
            Action::PageHidden => self.leave(),
            Action::PageShown { restored } => self.page_shown(restored),
        };
        effects.extend(self.start_queued_run(now));
        effects
    }

    /// The open session, as far as the page knows.
    pub(crate) fn open_session(&self) -> Option<&Rc<Connected>> {
        match &self.bridge {
            Bridge::Connected => self.session.as_ref(),
            _ => None,
        }
    }

    fn hear(&mut self, message: FromWorker) -> Vec<Effect> {
        match message {
            FromWorker::Ready => {
                self.engine = Engine::Ready;
                self.objects.give_up();
                self.connect()
            }
            FromWorker::Connected(connected) => {
                self.lost_workers = 0;
                self.connected(*connected)
            }
            FromWorker::Refused(refusal) => {
                self.lost_workers = 0;
                self.refused(*refusal)
            }
            FromWorker::Console { run, entries } => {
                self.console(run, entries);
                Vec::new()
            }
            FromWorker::Opened { handle, opened, .. } => {
                self.opened(handle, opened);
                Vec::new()
            }
            FromWorker::Finished {
                run,
                outcome,
                elapsed_ms,
            } => {
                self.lost_workers = 0;
                self.finished(run, outcome, elapsed_ms)
            }
        }
    }

    fn clear_output(&mut self) {
        self.transcript.clear();
        self.objects.clear();
    }

    /// Asks the worker for a session with the best proof there is.
    fn connect(&mut self) -> Vec<Effect> {
        self.bridge = Bridge::Connecting;
        vec![Effect::Post(ToWorker::Connect(self.credentials.next()))]
    }

    /// Tells the bridge that the present session is over, if there is one.
    fn leave(&mut self) -> Vec<Effect> {
        let farewell = self
            .session
            .as_ref()
            .map(|session| Effect::Farewell(session.farewell.clone()));
        std::iter::once(Effect::StopWatching).chain(farewell).collect()
    }
}

#[cfg(test)]
mod tests;
