//! What ends the engine ends the program with one sentence: the rows `ends:` of `web/runtime/tests/ways-to-hang.js`, and
//! panics inside the engine.

use std::fs;
use std::path::Path;

use crate::support::World;

const MEMORY: &str = "pontoon: the script ran out of memory: it asked for more than it may take\n";
const STACK: &str = "pontoon: the script ran out of stack: built-in functions, getters or data lie too deep inside each other\n";
const PANIC: &str =
    "pontoon: the JavaScript engine failed: this is a defect of the engine, not of your script\n";

#[test]
fn a_script_that_takes_more_than_there_is_ends_with_a_sentence() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/runtime/tests/ways-to-hang.js");
    let ways = fs::read_to_string(path).unwrap();
    let mut endings = 0;
    for (title, source) in ways.split("// way: ").filter_map(|way| way.split_once('\n')) {
        let expected = match title.split(" (ends: ").nth(1) {
            Some(ending) if ending.starts_with("memory") => MEMORY,
            Some(ending) if ending.starts_with("stack") => STACK,
            _ => continue,
        };
        endings += 1;
        assert_ends(title, source, expected);
    }
    assert!(endings >= 10, "only {endings} ways end the engine");
}

#[test]
fn a_panic_inside_the_engine_ends_with_a_sentence() {
    assert_ends(
        "recursion in an async generator",
        "async function* g() { const f = () => f(); f() } await g().next()",
        PANIC,
    );
}

/// The program ends so suddenly that its private folder is left to the next start.
fn assert_ends(title: &str, source: &str, expected: &str) {
    let world = World::new();
    let ended = world.command(&["eval", source]).output().unwrap();
    let errors = String::from_utf8_lossy(&ended.stderr);
    assert_eq!((ended.status.code(), &*errors), (Some(1), expected), "{title}");
    assert_eq!(world.pontoon(&["eval", "1"]).text, "1", "after {title}");
}
