//! The only rules by which the state changes: an [`Action`] comes in, the state moves, and [`Effect`]s say what has to
//! be done outside. Each part of the state has a file; what stands here is for more than one.

mod bridge;
mod engine;
mod objects;
mod run;

use web_messages::{FromWorker, ToWorker};

use crate::state::{Action, Bridge, Effect, Engine, State};

impl State {
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
            Action::FromWorker(message) => self.receive(message),
            Action::WorkerLost(problem) => self.worker_lost(&problem, now),
            Action::Beat { session_id, outcome } => self.beat(&session_id, outcome),
            Action::ReconnectDue => self.reconnect_due(),
            Action::PageHidden => self.leave(),
            Action::PageShown { restored } => self.page_shown(restored),
        };
        effects.extend(self.start_queued_run(now));
        effects
    }

    /// Follows a message of the worker.
    fn receive(&mut self, message: FromWorker) -> Vec<Effect> {
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
            FromWorker::Console { run, entries } => self.console(run, entries),
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

    /// Forgets the output, and what was opened in it.
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
