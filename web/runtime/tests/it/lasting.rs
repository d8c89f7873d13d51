//! What a realm does over several cells that no script file can show: stops, history, completeness.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, ready};
use web_runtime::{Outcome, Pace, PastCell, Profile, Realm, Surroundings};
use web_source::{is_complete, is_object};

use crate::fakes::{FakePlugins, Recorder};
use crate::{realm, run, thrown, value};

/// Asks for a stop when it was looked at so often.
struct StopsAfter(Cell<u32>);

impl Pace for StopsAfter {
    fn stop_requested(&self) -> bool {
        self.0.set(self.0.get().saturating_sub(1));
        self.0.get() == 0
    }

    fn pause(&self, _: Option<Duration>) -> LocalBoxFuture<'_, ()> {
        ready(()).boxed_local()
    }
}

#[test]
fn a_stop_ends_the_cell_where_it_is_and_keeps_the_realm() {
    for (source, line) in [
        ("kept = 1;\nwhile (true) { kept.x }", Some("near script.js:2")),
        ("kept = 1;\nwhile (true) {}", Some("script.js")),
        (
            "kept = 1;\nfunction f() {\n  for (;;) { kept.x }\n}\nf()",
            Some("near script.js:3"),
        ),
        (
            "kept = 1;\nawait null\nfor (;;) { kept.x }",
            Some("near script.js:2"),
        ),
        ("kept = 1;\n[1].map(() => { for (;;) console.log() })", None),
        (
            "kept = 1;\nawait (async () => { await null; for (;;) console.log() })()",
            None,
        ),
        (
            "kept = 1;\n(function again() { Promise.resolve().then(again) })()",
            None,
        ),
    ] {
        let (pace, mut realm) = stoppable(Profile::Interactive);
        pace.0.set(9);
        let stopped = run(&mut realm, source);
        let Outcome::Stopped(location) = stopped else {
            panic!("{source}: {stopped:?}");
        };
        let near = location.map(|location| location.to_string());
        assert_eq!(near.as_deref(), line, "{source}");
        pace.0.set(u32::MAX);
        let next = run(
            &mut realm,
            "kept + (function f(n) { return n ? f(n - 1) : 1 })(400)",
        );
        assert_eq!(value(next), "2", "{source}");
        let error = thrown(run(&mut realm, "\nnull.x"));
        let position = error.position_in("script.js").map(|at| (at.line, at.column));
        assert_eq!(position, Some((2, 1)));
        assert_eq!(error.frames.len(), 1, "{source}: {:?}", error.frames);
    }
}

#[test]
fn a_stopped_realm_forgets_what_was_under_way() {
    let (pace, mut realm) = stoppable(Profile::Interactive);
    pace.0.set(9);
    let stopped = run(&mut realm, "Promise.resolve().then(() => ghost = 1); for (;;) {}");
    assert!(matches!(stopped, Outcome::Stopped(_)));
    pace.0.set(u32::MAX);
    assert!(!realm.has_unfinished());
    assert_eq!(value(run(&mut realm, "typeof ghost")), "\"undefined\"");
}

#[test]
fn a_cell_that_had_to_be_stopped_is_no_part_of_the_history() {
    let (pace, mut realm) = stoppable(Profile::Persistent);
    run(&mut realm, "let a = 1");
    pace.0.set(9);
    assert!(matches!(run(&mut realm, "for (;;) {}"), Outcome::Stopped(_)));
    pace.0.set(u32::MAX);
    run(&mut realm, "throw a");
    let sources: Vec<&str> = realm.history().iter().map(|cell| cell.source.as_str()).collect();
    assert_eq!(sources, ["let a = 1", "throw a"]);
}

#[test]
fn an_error_that_no_cell_ends_with_is_told_once() {
    let (mut realm, _) = realm(Profile::Interactive);
    for source in [
        "Promise.reject(1)",
        "queueMicrotask(() => { throw 1 })",
        "setTimeout(() => { throw 1 })",
    ] {
        run(&mut realm, source);
        realm.settle().now_or_never().unwrap();
        assert!(realm.take_uncaught(), "{source}");
        assert!(!realm.take_uncaught(), "{source}");
    }
    run(&mut realm, "throw 1");
    run(
        &mut realm,
        "Promise.reject(1).catch(() => {}); console.error('x')",
    );
    assert!(!realm.take_uncaught());
}

#[test]
fn only_a_persistent_realm_keeps_its_history_and_the_history_rebuilds_it() {
    let (mut forgetful, _) = realm(Profile::Interactive);
    run(&mut forgetful, "let a = 1");
    assert!(forgetful.history().is_empty());

    let (mut first, _) = realm(Profile::Persistent);
    for source in [
        "let a = await Promise.resolve(1)",
        "throw 1",
        "let a = 2 + a_ok; var a_ok",
        "class B {}",
    ] {
        run(&mut first, source);
    }
    run(&mut first, "let a = 5");
    let (mut second, _) = realm(Profile::Persistent);
    for PastCell { file, source } in first.history() {
        second.run(file, source).now_or_never().unwrap();
    }
    assert_eq!(value(run(&mut second, "a + B.name")), "\"5B\"");
}

#[test]
fn a_prompt_asks_for_more_lines_only_while_the_source_is_open() {
    for open in [
        "f(",
        "{",
        "`a",
        "`${",
        "/* a",
        "function f() {\n",
        "a +",
        "await [",
        "import {",
        "class A {",
        "'a \\",
        "{ \"a\": 1,",
        "{\n  a: 1,\n  b: 2\n",
    ] {
        assert!(!is_complete(open), "{open}");
    }
    for whole in [
        "",
        "1",
        "f()",
        "}",
        "let = ;",
        "'a",
        "await f()",
        "import a from 'b'",
        "// {",
        "{ a b",
        "{ a: 1, b: 2 }",
        "/* a */ 1",
    ] {
        assert!(is_complete(whole), "{whole}");
    }
}

#[test]
fn a_prompt_takes_braces_for_an_object_where_they_can_be_one() {
    for object in [
        "{ a: 1 }",
        " {a: 1, b: 2}\n",
        "{}",
        "{ ...a } // c",
        "{ a: await f() }",
    ] {
        assert!(is_object(object), "{object}");
    }
    for block in ["{ let a = 1 }", "{ f() }", "{}; 1", "({})", "a", "{"] {
        assert!(!is_object(block), "{block}");
    }
}

fn stoppable(profile: Profile) -> (Rc<StopsAfter>, Realm) {
    let pace = Rc::new(StopsAfter(Cell::new(u32::MAX)));
    let surroundings = Surroundings {
        pace: pace.clone(),
        ..Surroundings::new(
            FakePlugins::catalog(),
            Rc::new(FakePlugins::default()),
            Rc::new(Recorder::default()),
        )
    };
    (pace, Realm::new(profile, surroundings).unwrap())
}
