//! Starts runs, shows what they print, and ends them.

use web_messages::{Globals, Outcome, RunId, ToWorker};
use web_output::{ConsoleContent, ConsoleEntry, Location};

use crate::state::place::SCRIPT;
use crate::state::{Bridge, Effect, Ending, Engine, Origin, Run, State, place_in_editor};

/// How long a run has to stop by itself.
const STOP_LIMIT_MS: u32 = 1_000;

impl State {
    pub(super) fn queue_run(&mut self, origin: Origin, source: String) -> Vec<Effect> {
        if !matches!(self.run, Run::Running { .. }) && !matches!(self.engine, Engine::Failed { .. }) {
            self.run = Run::Queued { origin, source };
        }
        Vec::new()
    }

    /// A script may need the plugins, so it also waits for the answer of the bridge.
    pub(super) fn start_queued_run(&mut self, now: f64) -> Vec<Effect> {
        if self.engine != Engine::Ready || self.bridge == Bridge::Connecting {
            return Vec::new();
        }
        match std::mem::replace(&mut self.run, Run::Idle) {
            Run::Queued { origin, source } => {
                self.runs += 1;
                let id = RunId(self.runs);
                self.run = Run::Running {
                    id,
                    origin,
                    since: now,
                    is_stopping: false,
                };
                match origin {
                    Origin::Editor => self.run_script(id, source),
                    Origin::Prompt => self.run_entry(id, source),
                }
            }
            other => {
                self.run = other;
                Vec::new()
            }
        }
    }

    fn run_script(&mut self, run: RunId, source: String) -> Vec<Effect> {
        self.clear_output();
        vec![
            Effect::ClearMarks,
            Effect::Post(ToWorker::Run {
                run,
                file: SCRIPT.to_owned(),
                source,
                globals: Globals::Fresh,
            }),
        ]
    }

    fn run_entry(&mut self, run: RunId, source: String) -> Vec<Effect> {
        self.transcript.entered(source.clone());
        vec![Effect::Post(ToWorker::Run {
            run,
            file: format!("prompt {}", run.0),
            source,
            globals: Globals::Kept,
        })]
    }

    pub(super) fn console(&mut self, run: RunId, entries: Vec<ConsoleEntry>) -> Vec<Effect> {
        if !self.is_running(run) {
            return Vec::new();
        }
        let mut effects = Vec::new();
        for entry in entries {
            if let ConsoleContent::Warning(warning) = &entry.content {
                let place = place_in_editor(&warning.location);
                effects.extend(place.map(Effect::MarkWarning));
            }
            self.transcript.console(entry);
        }
        effects
    }

    pub(super) fn finished(&mut self, run: RunId, outcome: Outcome, elapsed_ms: f64) -> Vec<Effect> {
        if !self.is_running(run) {
            return Vec::new();
        }
        let (ending, effects) = match outcome {
            Outcome::Value(value) => {
                if let Some(value) = value {
                    self.transcript.value(value);
                }
                (Ending::Ok, Vec::new())
            }
            Outcome::Threw(error) => {
                // A mark that may be on the wrong line is worse than none.
                let exact = error
                    .location
                    .as_ref()
                    .filter(|location| matches!(location, Location::At { .. }));
                let place = exact.and_then(place_in_editor);
                self.transcript.error(*error);
                (
                    Ending::Threw,
                    place.map(Effect::MarkProblem).into_iter().collect(),
                )
            }
            Outcome::Stopped { location } => {
                let place = location.as_ref().and_then(place_in_editor);
                let near = place
                    .map(|place| place.line)
                    .map_or_else(String::new, |line| format!(" near line {line}"));
                self.transcript
                    .notice(format!("Stopped{near}. Plugins keep their state."));
                (Ending::Stopped, Vec::new())
            }
        };
        self.run = Run::Ended {
            id: run,
            ending,
            elapsed_ms,
        };
        effects
    }

    /// Ends the run that is under way, if any, without an answer of the worker.
    pub(super) fn end_run(&mut self, ending: Ending, now: f64) {
        if let Run::Running { id, since, .. } = self.run {
            self.run = Run::Ended {
                id,
                ending,
                elapsed_ms: now - since,
            };
        }
    }

    /// Asks the worker; it has a second to answer.
    pub(super) fn ask_to_stop(&mut self, run: RunId) -> Vec<Effect> {
        if let Run::Running { is_stopping, .. } = &mut self.run {
            *is_stopping = true;
        }
        vec![Effect::Stop {
            run,
            limit_ms: STOP_LIMIT_MS,
        }]
    }

    pub(super) fn is_stopping(&self, run: RunId) -> bool {
        matches!(self.run, Run::Running { id, is_stopping: true, .. } if id == run)
    }

    fn is_running(&self, run: RunId) -> bool {
        matches!(self.run, Run::Running { id, .. } if id == run)
    }
}
