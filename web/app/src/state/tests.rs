//! What a person would miss if the page's rules broke.

use web_editor::Place;
use web_messages::{
    Credential, FromWorker, Globals, Outcome, PreparedCall, Refusal, RefusalKind, Report, RunId, ToWorker,
};
use web_output::{
    ConsoleContent, ConsoleEntry, ConsoleLevel, LineColumn, Location, Position, Preview, ScriptError, Warning,
};

use super::*;

fn session(id: &str) -> Connected {
    let call = |path: &str| PreparedCall {
        path: path.to_owned(),
        headers: Vec::new(),
        body: vec![0],
    };
    Connected {
        token: "token-1".to_owned(),
        session_id: id.to_owned(),
        modules: Vec::new(),
        report: Report::default(),
        heartbeat: call("/beat"),
        heartbeat_every_ms: 5_000,
        farewell: call("/farewell"),
    }
}

fn refusal(kind: RefusalKind) -> FromWorker {
    FromWorker::Refused(Box::new(Refusal {
        kind,
        message: "no".to_owned(),
        report: None,
        token: None,
    }))
}

fn connect(credential: Credential) -> Effect {
    Effect::Post(ToWorker::Connect(Some(credential)))
}

/// A page whose engine and session are up.
fn connected_page() -> State {
    let (mut state, _) = State::new(Credentials::new(Some("code".to_owned()), None));
    hear(&mut state, FromWorker::Ready);
    hear(&mut state, FromWorker::Connected(Box::new(session("s1"))));
    state
}

fn hear(state: &mut State, message: FromWorker) -> Vec<Effect> {
    state.apply(Action::FromWorker(message), 0.0)
}

fn run(state: &mut State, source: &str) -> Vec<Effect> {
    state.apply(Action::Run(Origin::Editor, source.to_owned()), 0.0)
}

fn enter(state: &mut State, source: &str) -> Vec<Effect> {
    state.apply(Action::Run(Origin::Prompt, source.to_owned()), 0.0)
}

fn print(run: u32, text: &str) -> FromWorker {
    FromWorker::Console {
        run: RunId(run),
        entries: vec![ConsoleEntry::plain(ConsoleLevel::Log, text)],
    }
}

fn finish(run: u32, outcome: Outcome) -> FromWorker {
    FromWorker::Finished {
        run: RunId(run),
        outcome,
        elapsed_ms: 2.0,
    }
}

fn type_error(file: &str, line: u32, column: u32) -> ScriptError {
    ScriptError {
        name: "TypeError".to_owned(),
        message: "cannot read x".to_owned(),
        location: Some(at(file, line, column)),
        ..ScriptError::default()
    }
}

fn at(file: &str, line: u32, column: u32) -> Location {
    Location::At {
        start: Position {
            file: file.to_owned(),
            line,
            column,
        },
        end: Some(LineColumn {
            line,
            column: column + 2,
        }),
    }
}

fn shown(state: &State) -> Vec<EntryKind> {
    state
        .transcript
        .chunks()
        .flat_map(|chunk| &chunk.entries)
        .map(|entry| entry.kind.clone())
        .collect()
}

fn notice(state: &State) -> String {
    match shown(state).pop() {
        Some(EntryKind::Notice(text)) => text,
        other => panic!("the last entry is no notice: {other:?}"),
    }
}

#[test]
fn the_launch_code_opens_a_session_and_its_token_is_kept() {
    let (mut state, effects) = State::new(Credentials::new(Some("code".to_owned()), Some("old".to_owned())));
    assert_eq!(effects, [Effect::StartWorker]);
    assert_eq!(
        hear(&mut state, FromWorker::Ready),
        [connect(Credential::Code("code".to_owned()))]
    );
    let effects = hear(&mut state, FromWorker::Connected(Box::new(session("s1"))));
    assert!(effects.contains(&Effect::StoreToken("token-1".to_owned())));
    assert_eq!(
        state.open_session().map(|session| session.session_id.as_str()),
        Some("s1")
    );
}

#[test]
fn a_spent_code_falls_back_to_the_stored_token_once() {
    let (mut state, _) = State::new(Credentials::new(
        Some("spent".to_owned()),
        Some("kept".to_owned()),
    ));
    hear(&mut state, FromWorker::Ready);
    let effects = hear(&mut state, refusal(RefusalKind::CredentialRefused));
    assert!(effects.contains(&connect(Credential::Token("kept".to_owned()))));
    assert_eq!(state.bridge, Bridge::Connecting);

    let effects = hear(&mut state, refusal(RefusalKind::CredentialRefused));
    assert!(effects.contains(&Effect::ForgetToken));
    assert!(matches!(state.bridge, Bridge::Refused(_)));
}

#[test]
fn a_code_that_was_exchanged_before_the_refusal_is_not_shown_again() {
    let (mut state, _) = State::new(Credentials::new(Some("code".to_owned()), None));
    hear(&mut state, FromWorker::Ready);
    let invalid = Refusal {
        kind: RefusalKind::CatalogInvalid,
        message: "a plugin is invalid".to_owned(),
        report: Some(Report::default()),
        token: Some("token-1".to_owned()),
    };
    let effects = hear(&mut state, FromWorker::Refused(Box::new(invalid)));
    assert!(effects.contains(&Effect::StoreToken("token-1".to_owned())));
    let effects = state.apply(Action::Retry { stored_token: None }, 0.0);
    assert_eq!(effects, [connect(Credential::Token("token-1".to_owned()))]);
}

#[test]
fn a_page_without_credentials_connects_when_another_tab_was_let_in() {
    let (mut state, _) = State::new(Credentials::default());
    assert_eq!(
        hear(&mut state, FromWorker::Ready),
        [Effect::Post(ToWorker::Connect(None))]
    );
    hear(&mut state, refusal(RefusalKind::NoCredential));
    let effects = state.apply(Action::TokenAppeared("token-2".to_owned()), 0.0);
    assert_eq!(effects, [connect(Credential::Token("token-2".to_owned()))]);
}

#[test]
fn an_early_run_waits_for_the_engine_and_the_session() {
    let (mut state, _) = State::new(Credentials::new(None, Some("token".to_owned())));
    assert_eq!(run(&mut state, "1"), []);
    assert!(matches!(state.run, Run::Queued { .. }));
    hear(&mut state, FromWorker::Ready);
    assert!(matches!(state.run, Run::Queued { .. }));
    let effects = hear(&mut state, FromWorker::Connected(Box::new(session("s1"))));
    assert!(effects.contains(&Effect::Post(ToWorker::Run {
        run: RunId(1),
        file: "script.js".to_owned(),
        source: "1".to_owned(),
        globals: Globals::Fresh,
    })));
}

#[test]
fn scripts_run_without_a_session() {
    let (mut state, _) = State::new(Credentials::default());
    hear(&mut state, FromWorker::Ready);
    hear(&mut state, refusal(RefusalKind::NoCredential));
    let effects = run(&mut state, "1 + 1");
    assert!(effects.contains(&Effect::Post(ToWorker::Run {
        run: RunId(1),
        file: "script.js".to_owned(),
        source: "1 + 1".to_owned(),
        globals: Globals::Fresh,
    })));
}

#[test]
fn a_second_press_of_run_does_not_start_a_second_run() {
    let mut state = connected_page();
    run(&mut state, "1");
    assert_eq!(run(&mut state, "2"), []);
    assert!(matches!(state.run, Run::Running { id: RunId(1), .. }));
}

#[test]
fn an_entry_at_the_prompt_goes_on_where_the_last_run_ended() {
    let mut state = connected_page();
    run(&mut state, "let a = 1; a");
    hear(&mut state, finish(1, Outcome::Value(Some(Preview::Circular))));
    let effects = enter(&mut state, "a + 1");
    assert_eq!(
        effects,
        [Effect::Post(ToWorker::Run {
            run: RunId(2),
            file: "prompt 2".to_owned(),
            source: "a + 1".to_owned(),
            globals: Globals::Kept,
        })]
    );
    let error = type_error("prompt 2", 1, 3);
    let effects = hear(&mut state, finish(2, Outcome::Threw(Box::new(error.clone()))));
    assert_eq!(effects, [], "the place is not in the editor");
    assert_eq!(
        shown(&state),
        [
            EntryKind::Value(Preview::Circular),
            EntryKind::Entered("a + 1".to_owned()),
            EntryKind::Error(Box::new(error)),
        ]
    );
    run(&mut state, "2");
    assert_eq!(shown(&state), []);
}

#[test]
fn output_of_an_earlier_run_is_not_shown_in_the_next() {
    let mut state = connected_page();
    run(&mut state, "1");
    hear(&mut state, finish(1, Outcome::Value(None)));
    run(&mut state, "2");
    hear(&mut state, print(1, "ghost"));
    hear(&mut state, finish(1, Outcome::Value(Some(Preview::Circular))));
    assert_eq!(shown(&state), []);
    assert!(matches!(state.run, Run::Running { id: RunId(2), .. }));
}

#[test]
fn an_exception_is_shown_and_marked_at_its_place() {
    let mut state = connected_page();
    run(&mut state, "\n  null.x");
    let error = type_error("script.js", 2, 7);
    let effects = hear(&mut state, finish(1, Outcome::Threw(Box::new(error.clone()))));
    let place = Place {
        line: 2,
        column: 7,
        end: Some((2, 9)),
    };
    assert_eq!(effects, [Effect::MarkProblem(place)]);
    assert_eq!(shown(&state), [EntryKind::Error(Box::new(error))]);
}

#[test]
fn a_warning_is_shown_and_marked_if_it_is_about_the_script() {
    let mut state = connected_page();
    run(&mut state, "\n  let x");
    let warn = |file| FromWorker::Console {
        run: RunId(1),
        entries: vec![ConsoleEntry {
            level: ConsoleLevel::Warn,
            depth: 0,
            content: ConsoleContent::Warning(Warning {
                message: "x is wrong".to_owned(),
                location: at(file, 2, 7),
                code: None,
            }),
        }],
    };
    let place = Place {
        line: 2,
        column: 7,
        end: Some((2, 9)),
    };
    assert_eq!(hear(&mut state, warn("script.js")), [Effect::MarkWarning(place)]);
    assert_eq!(hear(&mut state, warn("lib.js")), []);
    assert_eq!(shown(&state).len(), 2);
}

#[test]
fn stop_asks_the_run_to_end_and_the_session_goes_on() {
    let mut state = connected_page();
    run(&mut state, "\nfor (;;);");
    let asked = Effect::Stop {
        run: RunId(1),
        limit_ms: 1_000,
    };
    assert_eq!(state.apply(Action::Stop, 0.0), [asked]);
    assert!(matches!(state.run, Run::Running { .. }));
    assert_eq!(
        hear(
            &mut state,
            finish(
                1,
                Outcome::Stopped {
                    location: Some(Location::Near {
                        file: "script.js".to_owned(),
                        line: 2,
                    })
                }
            )
        ),
        []
    );
    assert!(matches!(
        state.run,
        Run::Ended {
            ending: Ending::Stopped,
            ..
        }
    ));
    assert_eq!(notice(&state), "Stopped near line 2. Plugins keep their state.");
    run(&mut state, "2");
    assert_eq!(state.apply(Action::StopOverdue(RunId(1)), 0.0), []);
}

#[test]
fn a_run_that_does_not_stop_ends_with_its_worker_and_the_session_is_closed_before() {
    for second in [Action::StopOverdue(RunId(1)), Action::Stop] {
        a_run_is_ended_with_its_worker(second);
    }
}

fn a_run_is_ended_with_its_worker(second: Action) {
    let mut state = connected_page();
    run(&mut state, "for (;;);");
    state.apply(Action::Stop, 500.0);
    let effects = state.apply(second, 1_500.0);
    assert_eq!(
        effects,
        [
            Effect::StopWatching,
            Effect::Farewell(session("s1").farewell),
            Effect::StartWorker
        ]
    );
    assert!(matches!(
        state.run,
        Run::Ended {
            ending: Ending::Stopped,
            elapsed_ms: 1_500.0,
            ..
        }
    ));
    assert_eq!(
        notice(&state),
        "Forced stop. Variables and plugin state were lost."
    );

    let effects = hear(&mut state, FromWorker::Ready);
    assert_eq!(effects, [connect(Credential::Token("token-1".to_owned()))]);
}

#[test]
fn stop_takes_back_a_run_that_only_waits() {
    let (mut state, _) = State::new(Credentials::default());
    run(&mut state, "1");
    assert_eq!(state.apply(Action::Stop, 0.0), []);
    assert_eq!(state.run, Run::Idle);
}

#[test]
fn a_crash_ends_the_run_says_so_and_brings_a_new_engine() {
    let mut state = connected_page();
    run(&mut state, "[[[[");
    let effects = state.apply(Action::WorkerLost("unreachable executed".to_owned()), 10.0);
    assert_eq!(effects.last(), Some(&Effect::StartWorker));
    assert!(matches!(
        state.run,
        Run::Ended {
            ending: Ending::Crashed,
            ..
        }
    ));
    assert_eq!(
        notice(&state),
        "The JavaScript engine failed: this is a defect of the engine, not of your script. \
         The engine was restarted; variables and plugin state were lost."
    );
}

#[test]
fn an_engine_that_never_comes_up_is_given_up_until_retry() {
    let (mut state, _) = State::new(Credentials::default());
    let lost = || Action::WorkerLost("404".to_owned());
    assert_eq!(state.apply(lost(), 0.0).last(), Some(&Effect::StartWorker));
    assert_eq!(state.apply(lost(), 0.0).last(), Some(&Effect::StartWorker));
    assert_eq!(state.apply(lost(), 0.0).last(), Some(&Effect::DropWorker));
    assert_eq!(
        state.engine,
        Engine::Failed {
            problem: "404".to_owned()
        }
    );
    assert_eq!(
        state.apply(Action::Retry { stored_token: None }, 0.0),
        [Effect::StartWorker]
    );
    assert_eq!(state.engine, Engine::Loading);
}

#[test]
fn crashes_far_apart_are_not_added_up() {
    let mut state = connected_page();
    for round in 1..=5 {
        run(&mut state, "trap");
        let effects = state.apply(Action::WorkerLost("trap".to_owned()), 0.0);
        assert_eq!(effects.last(), Some(&Effect::StartWorker), "round {round}");
        hear(&mut state, FromWorker::Ready);
        hear(&mut state, FromWorker::Connected(Box::new(session("s"))));
    }
}

#[test]
fn a_silent_bridge_is_asked_again_with_growing_pauses_until_it_answers() {
    let mut state = connected_page();
    let beat = |outcome| Action::Beat {
        session_id: "s1".to_owned(),
        outcome,
    };
    let pauses: Vec<u32> = (0..6)
        .map(
            |_| match state.apply(beat(BeatOutcome::NoAnswer), 0.0).as_slice() {
                [Effect::Beat { after_ms, .. }] => *after_ms,
                other => panic!("no further beat: {other:?}"),
            },
        )
        .collect();
    assert_eq!(pauses, [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    assert!(matches!(
        state.bridge,
        Bridge::Unreachable {
            failures: 6,
            session_open: true
        }
    ));
    state.apply(beat(BeatOutcome::Alive), 0.0);
    assert_eq!(state.bridge, Bridge::Connected);
}

#[test]
fn a_bridge_that_was_never_reached_is_asked_again_with_the_same_code() {
    let (mut state, _) = State::new(Credentials::new(Some("code".to_owned()), None));
    hear(&mut state, FromWorker::Ready);
    let effects = hear(&mut state, refusal(RefusalKind::Unreachable));
    assert_eq!(effects, [Effect::StopWatching, Effect::ReconnectAfter(1_000)]);
    let effects = state.apply(Action::ReconnectDue, 0.0);
    assert_eq!(effects, [connect(Credential::Code("code".to_owned()))]);
    let effects = hear(&mut state, refusal(RefusalKind::Unreachable));
    assert!(effects.contains(&Effect::ReconnectAfter(2_000)));
}

#[test]
fn a_session_the_bridge_no_longer_knows_is_replaced_and_said_so() {
    let mut state = connected_page();
    let gone = Action::Beat {
        session_id: "s1".to_owned(),
        outcome: BeatOutcome::SessionGone,
    };
    let effects = state.apply(gone, 0.0);
    assert_eq!(effects, [connect(Credential::Token("token-1".to_owned()))]);
    assert!(notice(&state).contains("new one"));
}

#[test]
fn the_answer_to_a_heartbeat_of_an_earlier_session_changes_nothing() {
    let mut state = connected_page();
    let late = Action::Beat {
        session_id: "s0".to_owned(),
        outcome: BeatOutcome::SessionGone,
    };
    assert_eq!(state.apply(late, 0.0), []);
    assert_eq!(state.bridge, Bridge::Connected);
}

#[test]
fn a_page_back_from_the_browsers_cache_opens_a_new_session() {
    let mut state = connected_page();
    assert!(
        state
            .apply(Action::PageHidden, 0.0)
            .contains(&Effect::Farewell(session("s1").farewell))
    );
    let effects = state.apply(Action::PageShown { restored: true }, 0.0);
    assert_eq!(effects, [connect(Credential::Token("token-1".to_owned()))]);
}
