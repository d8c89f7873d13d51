//! `pontoon run` and `pontoon eval`: what goes where, and the exit code.

use std::process::Stdio;

use crate::support::{Said, World};

/// What a command wrote to each stream, and how it ended.
fn told(said: &Said) -> String {
    format!(
        "{}\n--- errors\n{}\n--- code {:?}",
        said.text, said.errors, said.code
    )
}

#[test]
fn a_script_has_arguments_files_beside_it_and_plugins() {
    let world = World::with_greeter();
    world.write(
        "scripts/lib/shapes.js",
        "export const area = (side) => side * side\n",
    );
    world.write(
        "scripts/lib/units.cjs",
        "module.exports = { unit: require('../table.json').unit }\n",
    );
    world.write("scripts/table.json", "{ \"unit\": \"m2\" }\n");
    world.write(
        "scripts/main.js",
        "import { area } from './lib/shapes.js'\n\
         const { unit } = require('./lib/units.cjs')\n\
         const { greet } = require('plugin:examples:greeter')\n\
         console.log(area(await Promise.resolve(3)), unit, args, greet('hello'))\n\
         console.warn('careful')\n\
         setTimeout(() => console.log('later'), 1)\n\
         'nobody asked for this value'\n",
    );
    let said = world.pontoon(&["run", "scripts/main.js", "a", "--b", "-c"]);
    insta::assert_snapshot!(told(&said), @r#"
    9 m2 ["a", "--b", "-c"] hello, hello
    later
    --- errors
    careful
    --- code Some(0)
    "#);
}

#[test]
fn an_uncaught_error_is_told_with_its_line_and_how_it_came_to_it() {
    let world = World::with_greeter();
    world.write("lib.js", "export function deep(x) {\n\treturn x.name.first\n}\n");
    world.write(
        "main.js",
        "import { deep } from './lib.js'\n\
         function outer() {\n\
         \x20 try {\n\
         \x20   deep({})\n\
         \x20 } catch (cause) {\n\
         \x20   throw new RangeError('no\\nname', { cause })\n\
         \x20 }\n\
         }\n\
         console.log('before')\n\
         outer()\n",
    );
    insta::assert_snapshot!(told(&world.pontoon(&["run", "main.js"])), @r"
    before
    --- errors
    Uncaught RangeError: no
    name
      main.js:6:11
      6 |     throw new RangeError('no\nname', { cause })
        |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        at outer (main.js:6:11)
        at <main> (main.js:10:6)
    Caused by TypeError: Cannot read properties of null or undefined (reading 'first')
      lib.js:2:9
      2 |  return x.name.first
        |         ^^^^^^^^^^^^
        at deep (lib.js:2:9)
        at outer (main.js:4:9)
        at <main> (main.js:10:6)
    --- code Some(1)
    ");
}

#[test]
fn an_error_that_no_one_waits_for_fails_the_script_and_ends_nothing_else() {
    let world = World::new();
    for (code, told) in [
        (
            "setTimeout(() => { throw new Error('late') }, 1)",
            "Uncaught Error: late",
        ),
        (
            "Promise.reject(new Error('lost'))",
            "Uncaught (in promise) Error: lost",
        ),
        ("queueMicrotask(() => { throw null })", "Uncaught null"),
    ] {
        let said = world.pontoon(&[
            "eval",
            &format!("{code}; setTimeout(() => console.log('after'), 5); undefined"),
        ]);
        assert_eq!((said.text.as_str(), said.code), ("after", Some(1)), "{code}");
        assert!(said.errors.starts_with(told), "{}", said.errors);
    }
}

#[test]
fn what_scripts_and_plugins_call_things_cannot_forge_lines_of_the_terminal() {
    let world = World::new();
    world.add_misbehaving("manifest-escapes");
    for code in [
        "new Error('\\x1b[2J')",
        "Symbol('\\x1b[2J')",
        "Object.defineProperty(() => 1, 'name', { value: '\\x1b[2J' })",
        "({ [Symbol.toStringTag]: '\\u202e' })",
        "console.table([{ '\\x1b[2J': 1 }])",
        "help('plugin:misbehaving')",
        "help('plugin:misbehaving/call')",
        "throw new Error('\\x1b[2J')",
    ] {
        let said = world.pontoon(&["eval", code]);
        let all = format!("{}{}", said.text, said.errors);
        assert!(
            all.contains("\\u{1b}[2J") || all.contains("\\u{202e}"),
            "{code}: {all:?}"
        );
        assert!(!all.contains(['\x1b', '\u{202e}']), "{code}: {all:?}");
    }
}

#[test]
fn what_an_editor_puts_before_a_file_is_no_part_of_it() {
    let world = World::new();
    world.write("main.js", "\u{feff}#!/usr/bin/env pontoon\r\nimport './lib.js'");
    world.write("lib.js", "\u{feff}null.x");
    let said = world.pontoon(&["run", "main.js"]);
    assert!(
        said.errors.contains("lib.js:1:1\n  1 | null.x\n    | ^^^^^^"),
        "{}",
        said.errors
    );
}

#[test]
fn a_file_may_be_called_what_people_call_files() {
    let world = World::new();
    for name in ["script (1).js", "a:1:2.js", "b).js", "\u{65e5} \u{672c}.js"] {
        world.write(name, "null.x");
        let said = world.pontoon(&["run", name]);
        let place = format!("  {name}:1:1\n  1 | null.x\n");
        assert!(said.errors.contains(&place), "{}", said.errors);
    }
}

#[test]
fn the_mark_stands_below_its_column_however_wide_the_characters_before_it_are() {
    let said = World::new().pontoon(&["eval", "'\u{65e5}\u{672c}e\u{301}'; null.x"]);
    let line = said.errors.lines().nth(3).unwrap_or_default();
    assert_eq!(line, "    |          ^^^^^^", "{}", said.errors);
}

#[test]
fn a_syntax_error_and_a_plugins_failure_have_their_place_too() {
    let world = World::new();
    world.add_misbehaving("panics-in-call");
    insta::assert_snapshot!(told(&world.pontoon(&["eval", "let a = ;"])), @r"

    --- errors
    Uncaught SyntaxError: unexpected token ';', primary expression
      <eval>:1:9
      1 | let a = ;
        |         ^
    --- code Some(1)
    ");
    insta::assert_snapshot!(told(&world.pontoon(&["eval", "require('plugin:misbehaving').call()"])), @r"

    --- errors
    Uncaught PluginError: plugin process ended: exit code 2; panic: runtime error: index out of range [3] with length 2
      <eval>:1:1
      1 | require('plugin:misbehaving').call()
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        at call (native)
        at <main> (<eval>:1:1)
      Plugin log (stderr):
      | panic: runtime error: index out of range [3] with length 2
      |
      | goroutine 1 [running]:
      | main.lookUp(...)
      | 	/home/ada/plugin/main.go:12
    --- code Some(1)
    ");
}

#[test]
fn eval_prints_the_value_for_people_and_for_programs() {
    let world = World::with_greeter();
    let greet = "require('plugin:examples:greeter').greet(args[0])";
    for (args, expected) in [
        (&["1 + 1"][..], "2"),
        (&[greet, "hello"], "hello, hello"),
        (
            &["[new Map([[1, 'a']]), 'b', -0]"],
            r#"[Map(1) { 1 => "a" }, "b", -0]"#,
        ),
        (&["undefined"], ""),
        (&["let a = 1"], ""),
        (&["'x'.repeat(20000).length"], "20000"),
        (&["--json", "({ b: [1, 'x'], a: undefined })"], r#"{"b":[1,"x"]}"#),
        (&["--json", "'x'"], r#""x""#),
        (&["--json", "undefined"], ""),
        (&["--profile", "raw", "let b = 2; b"], "2"),
    ] {
        let said = world.pontoon(&[&["eval"], args].concat());
        assert_eq!(
            (said.text.as_str(), said.code),
            (expected, Some(0)),
            "{args:?}: {}",
            said.errors
        );
    }
    let said = world.pontoon(&["eval", "'x'.repeat(200000)"]);
    assert_eq!(said.text.len(), 200_000, "a string is printed whole");
    let said = world.pontoon(&["eval", "--json", "const a = []; a[0] = a; a"]);
    assert!(said.errors.starts_with("Uncaught TypeError: "), "{}", said.errors);
    assert_eq!((said.text.as_str(), said.code), ("", Some(1)));
    let said = world.pontoon(&["eval", "--profile", "raw", "await 1"]);
    assert_eq!(said.code, Some(1));
}

#[test]
fn a_dash_reads_the_script_from_standard_input() {
    let world = World::new();
    let said = world.pontoon_reading(&["run", "-", "x"], "console.log(args)\nnull.y");
    assert_eq!(said.text, r#"["x"]"#);
    assert!(said.errors.contains("<stdin>:2:1"), "{}", said.errors);
    assert_eq!(world.pontoon_reading(&["eval", "-"], "6 * 7").text, "42");
}

#[test]
fn a_wrong_command_line_is_told_from_a_script_that_failed() {
    let world = World::new();
    let said = world.pontoon(&["run", "missing.js"]);
    assert_eq!(
        (said.errors.as_str(), said.code),
        (
            "pontoon: read the script \"missing.js\": No such file or directory (os error 2)",
            Some(2)
        )
    );
    assert_eq!(world.pontoon(&["run"]).code, Some(2));
    assert_eq!(world.pontoon(&["eval", "--profile", "x", "1"]).code, Some(2));
}

#[test]
fn an_invalid_plugin_keeps_a_script_from_running_unless_it_is_to_be_left_out() {
    let world = World::with_greeter();
    world.add_misbehaving("exit-at-once");
    let said = world.pontoon(&["eval", "console.log('ran')"]);
    assert_eq!((said.text.as_str(), said.code), ("", Some(1)));
    assert!(said.errors.contains("exit code 3"), "{}", said.errors);
    assert!(said.errors.contains("--on-invalid skip"), "{}", said.errors);
    let said = world.pontoon(&["--on-invalid", "skip", "eval", "1"]);
    assert_eq!((said.text.as_str(), said.code), ("1", Some(0)));
}

#[test]
fn a_reader_that_goes_away_ends_the_script_quietly() {
    let world = World::new();
    let plugins = world.plugin_dir();
    let mut child = world
        .command(&["--plugin-dir", &plugins, "eval", "for (;;) console.log('line')"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(128 + 13));
    world.assert_clean();
}

#[test]
fn a_persistent_terminal_goes_on_where_the_last_one_ended() {
    let world = World::new();
    let persistent = |code: &str| world.pontoon(&["eval", "--profile", "persistent", code]);
    persistent("let count = 1; console.log('once')");
    assert_eq!(persistent("throw count").code, Some(1));
    let said = persistent("count += 1");
    assert_eq!((said.text.as_str(), said.errors.as_str()), ("2", ""));
    assert_eq!(persistent("count").text, "2");
    assert_eq!(world.pontoon(&["eval", "typeof count"]).text, "undefined");
}

#[test]
fn what_goes_on_for_ever_does_not_keep_the_next_persistent_terminal_from_its_end() {
    let world = World::new();
    let persistent = |code: &str| world.pontoon_reading(&["repl", "--profile", "persistent"], code);
    let said = persistent("let late = 0, count = 0; setTimeout(() => { late = 1 }, 1)\n");
    assert_eq!((said.errors.as_str(), said.code), ("", Some(0)));
    let path = world.home().join(".local/state/pontoon/cells.json");
    let cells = std::fs::read_to_string(&path).unwrap();
    let cells = cells.replace(']', r#",{"file":"x","source":"setInterval(() => count++, 1)"}]"#);
    std::fs::write(&path, cells).unwrap();
    let said = persistent("[late, count > 0]\n");
    assert_eq!(
        (said.text.as_str(), said.code),
        ("[1, true]", Some(0)),
        "{}",
        said.errors
    );
}

#[test]
fn a_script_that_fills_the_memory_ends_and_says_so() {
    let world = World::new();
    let kept = world.pontoon(&["eval", "const all = []; for (;;) all.push('x'.repeat(1e7))"]);
    assert_eq!(kept.code, Some(1), "{}", told(&kept));
    assert!(
        kept.errors.contains("RangeError: out of memory"),
        "{}",
        told(&kept)
    );
}

#[test]
fn runaway_recursion_is_an_error_in_every_form() {
    let world = World::new();
    for source in [
        "function f() { return f() } f()",
        "const o = { get x() { return this.x } }; o.x",
        "globalThis.f = () => eval('f()'); f()",
        "function f() { return [2, 1].sort(f) } f()",
    ] {
        let said = world.pontoon(&["eval", source]);
        assert_eq!(said.code, Some(1), "{source}: {}", told(&said));
        assert!(
            said.errors
                .contains("RangeError: Maximum call stack size exceeded"),
            "{source}: {}",
            told(&said)
        );
    }
}

#[test]
fn what_the_engine_gets_wrong_is_warned_of_with_its_line() {
    let world = World::with_greeter();
    world.write(
        "main.js",
        "const { inner, others } = require('./lib.js')\nconsole.log(inner, others)\n",
    );
    world.write(
        "lib.js",
        "const { a: { b }, ...others } = { a: { b: 1 }, c: 2 }\nmodule.exports = { inner: b, others }\n",
    );
    let said = world.pontoon(&["run", "main.js"]);
    insta::assert_snapshot!(told(&said), @r"
    1 { a: { b: 1 }, c: 2 }
    --- errors
    Warning: 'others' wrongly includes 'a': the engine does not leave out a property that the same pattern takes apart. Take 'a' apart in a statement of its own
      lib.js:1:22
      1 | const { a: { b }, ...others } = { a: { b: 1 }, c: 2 }
        |                      ^^^^^^
    --- code Some(0)
    ");
}

#[test]
fn what_a_required_module_throws_is_thrown_once() {
    let world = World::with_greeter();
    world.write("lib.mjs", "throw new Error('mine')\n");
    world.write(
        "main.js",
        "try { require('./lib.mjs') } catch (error) { console.log('caught', error.message) }\n",
    );
    let said = world.pontoon(&["run", "main.js"]);
    insta::assert_snapshot!(told(&said), @r"
    caught mine
    --- errors

    --- code Some(0)
    ");
}
