//! The page's state in words: one sentence on the run, one label on the connection. Pure.

use crate::state::{Bridge, Ending, Engine, Run, State, Transcript};

/// What the live region says.
pub(crate) fn run_sentence(state: &State) -> String {
    let run = match &state.run {
        Run::Idle => None,
        Run::Queued { .. } => {
            let waits_for = match state.engine {
                Engine::Ready => "the bridge has answered",
                _ => "the engine is ready",
            };
            return format!("Queued: it starts as soon as {waits_for}");
        }
        Run::Running { .. } => return "Running".to_owned(),
        Run::Ended {
            ending, elapsed_ms, ..
        } => Some(ended(*ending, *elapsed_ms, &state.transcript)),
    };
    match (run, engine(&state.engine)) {
        (Some(run), Some(engine)) => format!("{run}. {engine}"),
        (Some(run), None) => run,
        (None, engine) => engine.unwrap_or("Ready").to_owned(),
    }
}

/// What the pill in the header says.
pub(crate) fn connection_label(state: &State) -> String {
    match (&state.bridge, &state.session) {
        (Bridge::Connected, Some(session)) => match session.modules.len() {
            1 => "Connected, 1 plugin".to_owned(),
            count => format!("Connected, {count} plugins"),
        },
        (Bridge::Connected, None) => "Connected".to_owned(),
        _ if matches!(state.engine, Engine::Failed { .. }) => "Not connected".to_owned(),
        (Bridge::Connecting, _) => "Connecting".to_owned(),
        (Bridge::Refused(_), _) => "Not connected".to_owned(),
        (Bridge::Unreachable { .. }, _) => "Bridge not reachable".to_owned(),
    }
}

/// A duration as people say it.
pub(crate) fn duration(milliseconds: f64) -> String {
    let tenths = (milliseconds / 100.0).round() / 10.0;
    match milliseconds {
        ms if ms < 1.0 => "less than 1 ms".to_owned(),
        ms if ms < 1_000.0 => format!("{ms:.0} ms"),
        ms if ms < 60_000.0 => format!("{tenths:.1} s"),
        ms => format!(
            "{:.0} min {:.0} s",
            (ms / 60_000.0).floor(),
            (ms % 60_000.0 / 1_000.0).floor()
        ),
    }
}

fn engine(engine: &Engine) -> Option<&'static str> {
    match engine {
        Engine::Loading => Some("Loading the engine"),
        Engine::Ready => None,
        Engine::Restarting => Some("Restarting the engine"),
        Engine::Failed { .. } => Some("The engine is not running"),
    }
}

fn ended(ending: Ending, elapsed_ms: f64, transcript: &Transcript) -> String {
    let after = duration(elapsed_ms);
    let how = match ending {
        Ending::Ok => format!("Finished in {after}"),
        Ending::Threw => format!("Threw after {after}"),
        Ending::Stopped => format!("Stopped after {after}"),
        Ending::Crashed => format!("Crashed after {after}"),
    };
    let lines = counted(transcript.console_lines(), "line");
    let errors = counted(transcript.console_errors(), "error");
    [Some(how), lines, errors]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn counted(count: usize, noun: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    }
}

#[cfg(test)]
mod tests {
    use web_messages::{FromWorker, Outcome, RunId};
    use web_output::{ConsoleEntry, ConsoleLevel};

    use super::*;
    use crate::state::{Action, Credentials, Origin};

    #[test]
    fn a_finished_run_says_how_long_and_how_much() {
        let (mut state, _) = State::new(Credentials::default());
        assert_eq!(run_sentence(&state), "Loading the engine");
        state.apply(Action::Run(Origin::Editor, "1".to_owned()), 0.0);
        assert_eq!(
            run_sentence(&state),
            "Queued: it starts as soon as the engine is ready"
        );
        state.apply(Action::FromWorker(FromWorker::Ready), 0.0);
        assert_eq!(
            run_sentence(&state),
            "Queued: it starts as soon as the bridge has answered"
        );
        let refusal = web_messages::Refusal {
            kind: web_messages::RefusalKind::NoCredential,
            message: String::new(),
            report: None,
            token: None,
        };
        state.apply(Action::FromWorker(FromWorker::Refused(Box::new(refusal))), 0.0);
        assert_eq!(run_sentence(&state), "Running");
        let line = ConsoleEntry::plain(ConsoleLevel::Error, "no");
        let console = FromWorker::Console {
            run: RunId(1),
            entries: vec![line.clone(), line],
        };
        state.apply(Action::FromWorker(console), 0.0);
        let finished = FromWorker::Finished {
            run: RunId(1),
            outcome: Outcome::Value(None),
            elapsed_ms: 1_249.0,
        };
        state.apply(Action::FromWorker(finished), 0.0);
        assert_eq!(run_sentence(&state), "Finished in 1.2 s, 2 lines, 2 errors");
    }

    #[test]
    fn durations_are_as_exact_as_they_matter() {
        let cases = [
            (0.2, "less than 1 ms"),
            (7.4, "7 ms"),
            (1_000.0, "1.0 s"),
            (61_500.0, "1 min 1 s"),
        ];
        for (milliseconds, words) in cases {
            assert_eq!(duration(milliseconds), words);
        }
    }
}
