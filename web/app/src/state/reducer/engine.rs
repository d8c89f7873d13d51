//! Stops a run that does not stop by itself, and replaces a worker that is lost.

use web_messages::RunId;

use crate::state::engine_end::EngineEnd;
use crate::state::{Bridge, Effect, Ending, Engine, Run, State};

/// After so many workers lost in a row the page stops trying by itself.
const MAX_LOST_WORKERS: u32 = 3;

impl State {
    pub(super) fn stop(&mut self, now: f64) -> Vec<Effect> {
        match &self.run {
            Run::Queued { .. } => {
                self.run = Run::Idle;
                Vec::new()
            }
            Run::Running { id, is_stopping, .. } => match (*id, *is_stopping) {
                (run, false) => self.ask_to_stop(run),
                (run, true) => self.stop_overdue(run, now),
            },
            Run::Idle | Run::Ended { .. } => Vec::new(),
        }
    }

    /// The engine does not look up inside the callbacks of its own functions, so it may not have heard.
    pub(super) fn stop_overdue(&mut self, run: RunId, now: f64) -> Vec<Effect> {
        if !self.is_stopping(run) {
            return Vec::new();
        }
        self.end_run(Ending::Stopped, now);
        self.transcript
            .notice("Forced stop. Variables and plugin state were lost.".to_owned());
        self.replace_worker()
    }

    pub(super) fn worker_lost(&mut self, problem: &str, now: f64) -> Vec<Effect> {
        self.lost_workers += 1;
        let was_up = self.engine == Engine::Ready;
        self.end_run(Ending::Crashed, now);
        if self.lost_workers >= MAX_LOST_WORKERS {
            return self.give_up(problem);
        }
        if was_up {
            let cause = EngineEnd::of(problem).sentence();
            self.transcript.notice(format!(
                "{cause} The engine was restarted; variables and plugin state were lost."
            ));
        }
        self.replace_worker()
    }

    pub(super) fn retry(&mut self, stored_token: Option<String>) -> Vec<Effect> {
        if let Some(token) = stored_token {
            self.credentials.issued(token);
        }
        match (&self.engine, &self.bridge) {
            (Engine::Failed { .. }, _) => {
                self.lost_workers = 0;
                self.engine = Engine::Loading;
                self.bridge = Bridge::Connecting;
                vec![Effect::StartWorker]
            }
            (Engine::Ready, Bridge::Refused(_) | Bridge::Unreachable { .. }) => self.reconnect(),
            _ => Vec::new(),
        }
    }

    /// The old thread may live on for seconds, so its session ends first: the bridge then refuses its calls.
    fn replace_worker(&mut self) -> Vec<Effect> {
        self.engine = Engine::Restarting;
        let mut effects = self.leave();
        self.bridge = Bridge::Connecting;
        effects.push(Effect::StartWorker);
        effects
    }

    fn give_up(&mut self, problem: &str) -> Vec<Effect> {
        let mut effects = self.leave();
        self.engine = Engine::Failed {
            problem: problem.to_owned(),
        };
        self.bridge = Bridge::Connecting;
        self.session = None;
        self.run = match std::mem::replace(&mut self.run, Run::Idle) {
            Run::Queued { .. } => Run::Idle,
            other => other,
        };
        effects.push(Effect::DropWorker);
        effects
    }
}
