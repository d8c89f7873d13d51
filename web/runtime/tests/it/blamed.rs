//! The expression and the words that an error is told with. `tests/cases/lines/` has scripts with one mistake at line 7
//! each, and `web/source/src/locate/cases.txt` what the engine reports for many more.

use std::path::Path;
use std::thread;

use boa_engine::{Context, Source};
use futures_util::FutureExt as _;
use web_output::Location;
use web_runtime::{Profile, THREAD_STACK};

use crate::{read, realm, run, thrown};

/// The line of the mistake.
const LINE: u32 = 7;

/// A script, what is underlined, and the message.
const LINES: [(&str, &str, &str); 24] = [
    (
        "bigint-mix",
        "1n + 1",
        "TypeError: Cannot mix BigInt and other types, use explicit conversions",
    ),
    (
        "chain",
        "obj.inner.deep.deeper",
        "TypeError: Cannot read properties of undefined (reading 'deeper')",
    ),
    (
        "compound",
        "cfg.count",
        "TypeError: Cannot read properties of undefined (reading 'count')",
    ),
    (
        "const-assign",
        "fixed = 3",
        "TypeError: Assignment to constant variable 'fixed'",
    ),
    (
        "extends",
        "cfg",
        "TypeError: Class extends value undefined is not a constructor or null",
    ),
    (
        "getter-null",
        "obj.bad.length",
        "TypeError: Cannot read properties of null (reading 'length')",
    ),
    (
        "in-operator",
        "'a' in 5",
        "TypeError: Cannot use 'in' operator to search for 'a' in 5",
    ),
    (
        "instanceof",
        "obj instanceof 5",
        "TypeError: Right-hand side of 'instanceof' is not an object",
    ),
    (
        "new-not-constructor",
        "new obj.x()",
        "TypeError: obj.x is not a constructor",
    ),
    (
        "not-a-function-value",
        "(1 + 1)()",
        "TypeError: (1 + 1) is not a function",
    ),
    (
        "not-a-function",
        "obj.nope()",
        "TypeError: obj.nope is not a function",
    ),
    ("not-iterable-for-of", "5", "TypeError: 5 is not iterable"),
    ("not-iterable-spread", "5", "TypeError: 5 is not iterable"),
    (
        "null-destructure",
        "{ a }",
        "TypeError: Cannot destructure property 'a' of 'nil' as it is null",
    ),
    (
        "null-index",
        "nil[0]",
        "TypeError: Cannot read properties of null (reading '0')",
    ),
    (
        "null-set",
        "nil.x",
        "TypeError: Cannot set properties of null (setting 'x')",
    ),
    (
        "symbol-sum",
        "Symbol('s') + 1",
        "TypeError: Cannot convert a Symbol value to a number",
    ),
    (
        "tdz",
        "later",
        "ReferenceError: Cannot access 'later' before initialization",
    ),
    (
        "undeclared-call",
        "missing",
        "ReferenceError: missing is not defined",
    ),
    (
        "undeclared-in-template",
        "missing",
        "ReferenceError: missing is not defined",
    ),
    (
        "undeclared-read",
        "missing",
        "ReferenceError: missing is not defined",
    ),
    ("undefined-array-pattern", "[b]", "TypeError: cfg is not iterable"),
    (
        "undefined-method",
        "cfg.get",
        "TypeError: Cannot read properties of undefined (reading 'get')",
    ),
    (
        "undefined-property",
        "cfg.x",
        "TypeError: Cannot read properties of undefined (reading 'x')",
    ),
];

#[test]
fn a_mistake_is_underlined_and_named() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/lines");
    for (name, marked, message) in LINES {
        let source = read(&folder.join(name).with_extension("js"));
        for (profile, is_file) in [
            (Profile::Interactive, false),
            (Profile::Interactive, true),
            (Profile::Raw, false),
        ] {
            let (mut realm, _) = realm(profile);
            let outcome = match is_file {
                true => realm.run_file("script.js", &source).now_or_never().unwrap(),
                false => run(&mut realm, &source),
            };
            let error = thrown(outcome);
            let code = error.code.clone().unwrap();
            let line = error
                .location
                .as_ref()
                .and_then(Location::position)
                .map(|at| at.line);
            assert_eq!(
                (line, code.line, code.marked.as_str(), error.to_string().as_str()),
                (Some(LINE), LINE, marked, message),
                "{name}, as a file: {is_file}"
            );
            assert_eq!(error.frames.last().unwrap().location, error.location, "{name}");
        }
    }
}

/// What runs before, a cell, what is underlined or which line is near, and the message.
const CELLS: [(&str, &str, &str, &str); 13] = [
    (
        "const greeter = require('plugin:examples:greeter')",
        "greeter.great('you')",
        "greeter.great('you')",
        "TypeError: greeter.great is not a function. Did you mean 'greet'?",
    ),
    (
        "const count = 1",
        "\ncuont + 1",
        "cuont",
        "ReferenceError: cuont is not defined. Did you mean 'count'?",
    ),
    (
        "",
        "function f(list) { return lits.length } f([])",
        "lits",
        "ReferenceError: lits is not defined. Did you mean 'list'?",
    ),
    (
        "",
        "[].foreach(String)",
        "[].foreach(String)",
        "TypeError: [].foreach is not a function",
    ),
    (
        "const list = []",
        "list.foreach(String)",
        "list.foreach(String)",
        "TypeError: list.foreach is not a function. Did you mean 'forEach'?",
    ),
    (
        "const user = { address: {} }",
        "user.adress.city",
        "user.adress.city",
        "TypeError: Cannot read properties of undefined (reading 'city'). Did you mean 'address'?",
    ),
    // What a cell becomes does not show.
    (
        "let cfg = null; const fixed = 1",
        "const a = await cfg.load()",
        "cfg.load",
        "TypeError: Cannot read properties of null (reading 'load')",
    ),
    (
        "let cfg; let cfg2 = 1",
        "let cfg = undefined;\nif (cfg2) cfg.load()",
        "cfg.load",
        "TypeError: Cannot read properties of undefined (reading 'load')",
    ),
    (
        "const fixed = 1",
        "fixed++",
        "fixed++",
        "TypeError: Assignment to constant variable 'fixed'",
    ),
    // An error of a class is thrown where it is made.
    (
        "class Refused extends Error { constructor(why) { super(why); this.name = 'Refused' } }",
        "throw new Refused('no')",
        "new Refused('no')",
        "Refused: no",
    ),
    (
        "",
        "JSON.parse('{')",
        "JSON.parse('{')",
        "SyntaxError: EOF while parsing an object at line 1 column 1",
    ),
    (
        "",
        "async function f() {\n  await null;\n  missing\n}\nawait f()",
        "missing",
        "ReferenceError: missing is not defined",
    ),
    // Nobody knows which of them.
    (
        "",
        "function f(flag) {\n  if (flag)\n    return missing;\n  return missing + 1;\n}\nf(false)",
        "near 3",
        "ReferenceError: missing is not defined",
    ),
];

#[test]
fn cells_find_what_is_there_and_say_when_they_do_not_know() {
    for (before, source, expected, message) in CELLS {
        let (mut realm, _) = realm(Profile::Interactive);
        let _ = run(&mut realm, before);
        let outcome = realm.run("cell 2", source);
        let error = thrown(outcome.now_or_never().unwrap());
        let marked = match &error.location {
            Some(Location::Near { line, .. }) => format!("near {line}"),
            _ => error.code.as_ref().unwrap().marked.clone(),
        };
        assert_eq!(
            (marked.as_str(), error.to_string().as_str()),
            (expected, message),
            "{source}"
        );
    }
}

#[test]
fn a_mistake_is_found_however_deep_it_lies() {
    let on_its_thread = thread::Builder::new().stack_size(THREAD_STACK).spawn(|| {
        for [open, close] in [
            ["(", ")"],
            ["[", "]"],
            ["f(", ")"],
            ["{", "}"],
            ["(() => ", ")()"],
        ] {
            let count = 20;
            let source = format!(
                "function f(x) {{ return x }}\n{}\nmissing{}",
                open.repeat(count),
                close.repeat(count)
            );
            let error = thrown(run(&mut realm(Profile::Interactive).0, &source));
            let marked = error.code.unwrap().marked;
            assert_eq!(
                (marked.as_str(), error.message.as_str()),
                ("missing", "missing is not defined"),
                "{open}"
            );
        }
    });
    on_its_thread.unwrap().join().unwrap();
}

#[test]
fn a_file_knows_the_modules_that_it_requires() {
    for (source, message) in [
        (
            "const greeter = require('plugin:examples:greeter')\nfunction f() { greeter.great('you') }\nf()",
            "TypeError: greeter.great is not a function. Did you mean 'greet'?",
        ),
        (
            "const { strings } = require('plugin:examples:greeter')\nstrings.uper('you')",
            "TypeError: strings.uper is not a function. Did you mean 'upper'?",
        ),
        (
            "exports.greet = () => 1\nexprots.greet()",
            "ReferenceError: exprots is not defined. Did you mean 'exports'?",
        ),
    ] {
        let (mut realm, _) = realm(Profile::Interactive);
        let error = thrown(realm.run_file("script.js", source).now_or_never().unwrap());
        assert_eq!(error.to_string(), message, "{source}");
    }
}

#[test]
fn the_engine_reports_mistakes_where_the_source_says() {
    let cases = include_str!("../../../source/src/locate/cases.txt");
    let mut wrong = Vec::new();
    for case in cases.split("\n----\n") {
        let (source, rest) = case.trim().split_once("\n@ ").unwrap();
        let expected = rest.lines().next().unwrap();
        let source = source.replace("\\r", "\r");
        let found = reported(&source);
        if found != expected {
            wrong.push(format!("{source}\nexpected {expected}\nfound    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What the engine by itself says about the error that a script ends with: the place and function, and the message.
fn reported(source: &str) -> String {
    let context = &mut Context::default();
    context
        .eval(Source::from_bytes("var console = { log() {} }"))
        .unwrap();
    let script = Source::from_bytes(source).with_path(Path::new("f"));
    let error = context.eval(script).unwrap_err();
    let text = error.to_string();
    let frame = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("at "))
        .unwrap();
    let (function, place) = frame.trim_end_matches(')').rsplit_once(" (f:").unwrap();
    let function = match function {
        "<main>" => String::new(),
        name => format!(" in {name}"),
    };
    let native = error.try_native(context).unwrap();
    format!("{place}{function}: {}", native.message())
}
