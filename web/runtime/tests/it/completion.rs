//! What Tab offers, by the values of a realm as they are, without running any of the user's code.

use web_runtime::{Profile, Realm};

use crate::{realm, run, value};

/// What could stand at the end of the source.
fn offered(realm: &mut Realm, source: &str) -> Vec<String> {
    let completions = realm.complete(source, source.len());
    completions
        .candidates
        .into_iter()
        .map(|candidate| candidate.text)
        .collect()
}

#[test]
fn strings_and_arrays_offer_their_methods_and_not_their_elements() {
    let (mut realm, _) = realm(Profile::Interactive);
    run(
        &mut realm,
        "let text = 'abc', list = [1, 2, 3], numbers = new Uint8Array(3)",
    );
    for (source, expected) in [
        ("text.toUp", ["toUpperCase"]),
        ("'abc'.toUp", ["toUpperCase"]),
        ("list.flatM", ["flatMap"]),
        ("numbers.subar", ["subarray"]),
        ("list.len", ["length"]),
    ] {
        assert_eq!(offered(&mut realm, source), expected, "{source}");
    }
}

#[test]
fn no_getter_and_no_trap_runs() {
    let (mut realm, _) = realm(Profile::Interactive);
    run(
        &mut realm,
        "let ran = 0; const trap = () => { ran++; throw 1 }\n\
         const object = { get inner() { return trap() } }\n\
         const proxy = new Proxy({ own: 1 }, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap })\n\
         Object.defineProperty(globalThis, 'hidden', { get: trap, configurable: true })",
    );
    assert_eq!(offered(&mut realm, "object."), ["inner"]);
    for source in ["object.inner.", "proxy.", "proxy.own.", "hidden.", "hidden.own."] {
        assert_eq!(offered(&mut realm, source), [""; 0], "{source}");
    }
    assert_eq!(value(run(&mut realm, "ran")), "0");
}

#[test]
fn of_very_many_names_the_first_are_offered() {
    let (mut realm, _) = realm(Profile::Interactive);
    run(
        &mut realm,
        "const many = {}; for (let i = 0; i < 70000; i++) { many['p' + i] = i; globalThis['g' + i] = i }",
    );
    assert_eq!(offered(&mut realm, "many.").len(), 500);
    assert_eq!(offered(&mut realm, "many.p6999")[0], "p6999");
    assert_eq!(offered(&mut realm, "g").len(), 500);
}

#[test]
fn nothing_is_offered_in_texts_and_comments() {
    let (mut realm, _) = realm(Profile::Interactive);
    for source in ["'Mat", "`Mat", "`${'}'} Mat", "// Mat", "/* Mat", "/Mat", "12"] {
        assert_eq!(offered(&mut realm, source), [""; 0], "{source}");
    }
    for source in ["`${Mat", "'' + Mat", "{ a: Mat", "/* a */ Mat"] {
        assert_eq!(offered(&mut realm, source), ["Math"], "{source}");
    }
}
