//! Ways to hang or crash an engine, from `tests/ways-to-hang.js`: each ends as its row says, one that must be stopped
//! within a second, and the next cell works. Those that end the engine are run by `bridge/cli/tests/it/engine_ends.rs`.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, ready};
use web_runtime::{Outcome, Pace, Profile, Realm, Surroundings, THREAD_STACK};

use crate::fakes::{FakePlugins, Recorder};
use crate::{FILLING, HEAP, read, run, value};

/// How long each cell runs before it is stopped.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long a cell may take to end then.
const BOUND: Duration = Duration::from_secs(1);

/// Asks for a stop at a time.
struct StopsAt(Cell<Option<Instant>>);

impl Pace for StopsAt {
    #[expect(clippy::disallowed_methods, reason = "the tests run natively")]
    fn stop_requested(&self) -> bool {
        self.0.get().is_some_and(|time| Instant::now() >= time)
    }

    fn pause(&self, _: Option<Duration>) -> LocalBoxFuture<'_, ()> {
        ready(()).boxed_local()
    }
}

#[test]
fn no_script_hangs_or_crashes_the_engine() {
    let _alone = FILLING.lock();
    let on_its_thread = thread::Builder::new().stack_size(THREAD_STACK).spawn(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ways-to-hang.js");
        let ways = read(&path);
        let ways: Vec<(&str, &str)> = ways
            .split("// way: ")
            .skip(1)
            .filter_map(|way| way.split_once('\n'))
            .collect();
        assert!(ways.len() >= 80, "only {} ways", ways.len());
        for (title, source) in ways {
            let (name, ending) = title
                .trim_end_matches(')')
                .split_once(" (")
                .unwrap_or((title, ""));
            let ending = ending.split("; page: ").next().unwrap_or(ending);
            if !ending.starts_with("ends: ") {
                ends(name, ending, source);
            }
        }
    });
    on_its_thread.unwrap().join().unwrap();
}

#[test]
fn what_nobody_needs_any_more_does_not_count() {
    let _alone = FILLING.lock();
    let mut realm = Realm::new(Profile::Interactive, bounded()).unwrap();
    // Two gigabytes in all, which the engine's own collector does not see.
    let source = "let made = 0; for (let i = 0; i < 200; i++) made += new Uint8Array(1e7).length; made";
    assert_eq!(value(run(&mut realm, source)), "2000000000");
}

#[expect(clippy::disallowed_methods, reason = "the tests run natively")]
fn ends(name: &str, ending: &str, source: &str) {
    let pace = Rc::new(StopsAt(Cell::new(None)));
    let surroundings = Surroundings {
        pace: pace.clone(),
        ..bounded()
    };
    let mut realm = Realm::new(Profile::Interactive, surroundings).unwrap();
    let stop = Instant::now() + PATIENCE;
    // What ends by itself is not stopped, however slow the machine.
    let must_be_stopped = ending == "stop";
    pace.0.set(must_be_stopped.then_some(stop));
    let outcome = run(&mut realm, source);
    let late = Instant::now().saturating_duration_since(stop);
    assert!(
        late < BOUND || !must_be_stopped,
        "{name}: {late:?} after the stop"
    );
    match outcome {
        Outcome::Stopped(_) => assert_eq!(ending, "stop", "{name} was stopped"),
        Outcome::Threw(error) => {
            let error = error.to_string();
            assert!(!ending.is_empty() && error.starts_with(ending), "{name}: {error}");
        }
        Outcome::Value(value) => assert_eq!(ending, "value", "{name}: {value:?}"),
    }
    pace.0.set(None);
    let next = run(
        &mut realm,
        "const after = await Promise.resolve([1, 2].map(String).join()); after",
    );
    assert_eq!(value(next), "\"1,2\"", "after {name}");
}

/// With a bound on memory.
fn bounded() -> Surroundings {
    Surroundings {
        heap: Some(&HEAP),
        ..Surroundings::new(
            FakePlugins::catalog(),
            Rc::new(FakePlugins::default()),
            Rc::new(Recorder::default()),
        )
    }
}
