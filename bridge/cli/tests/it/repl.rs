//! `pontoon repl`, as a person sees it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use rustix::process::{Pid, Signal, kill_process};

use crate::pty::Session;
use crate::support::World;

const TAB: &str = "\t";
const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";
const UP: &str = "\x1b[A";

/// A session that has shown its prompt.
fn start(world: &World) -> Session {
    let session = Session::start(world, &["repl"], &[("NO_COLOR", "1")]);
    session.until("· :help\n>");
    session
}

fn history(world: &World) -> PathBuf {
    world.home().join(".local/state/pontoon/history.txt")
}

#[test]
fn the_quick_start_with_completion_and_a_stop() {
    let world = World::with_greeter();
    let mut session = start(&world);
    session.press("let greeter = require(\"pl");
    session.press(TAB);
    session.until("> let greeter = require(\"plugin:examples:greeter");
    session.press("\")\r");
    session.until("greeter\")\n>");
    session.press("greeter.greet(\"hello\")\r");
    session.until("\"hello, hello\"\n>");
    session.press("greeter.strings.u");
    session.press(TAB);
    session.until("> greeter.strings.upper(text = \"\")  the text in upper case");
    session.press("(\"hello\")\r");
    session.until("\"HELLO\"\n>");
    session.press("console.log(\"begun\"); for (;;) {}\r");
    session.until("\nbegun");
    session.press(CTRL_C);
    session.until("Stopped in cell 4. Variables and plugins are kept.\n>");
    session.press("greeter.greet(\"again\")\r");
    let shown = session.until("\"hello, again\"\n>");
    insta::assert_snapshot!(shown.replace(env!("CARGO_PKG_VERSION"), "VERSION"), @r#"
    Pontoon VERSION · interactive · 1 plugin · :help
    > let greeter = require("plugin:examples:greeter")
    > greeter.greet("hello")
    "hello, hello"
    > greeter.strings.upper("hello")
    "HELLO"
    > console.log("begun"); for (;;) {}
    begun
    ^CStopped in cell 4. Variables and plugins are kept.
    > greeter.greet("again")
    "hello, again"
    >
    "#);
    session.press(CTRL_D);
    assert_eq!(session.ended(), Some(0));
    world.assert_clean();
}

#[test]
fn several_candidates_are_listed_with_what_they_do() {
    let world = World::with_greeter();
    let mut session = start(&world);
    session.press("require(\"plugin:examples:greeter\").strings.");
    session.press(TAB);
    session.until(
        "upper(text = \"\")  the text in upper case\n\
         lower(text = \"\")  the text in lower case\n\
         > require(\"plugin:examples:greeter\").strings.",
    );
}

#[test]
fn strings_and_arrays_complete_to_their_methods() {
    let world = World::new();
    let mut session = start(&world);
    session.press("let text = \"abc\", list = [1]\r");
    session.until("[1]\n>");
    session.press("text.toUpperC");
    session.press(TAB);
    session.until("> text.toUpperCase");
    session.press("() + list.flatM");
    session.press(TAB);
    session.until("> text.toUpperCase() + list.flatMap");
}

#[test]
fn more_candidates_than_the_screen_has_room_for_are_counted_and_begin_no_dialogue() {
    let world = World::new();
    let mut session = start(&world);
    session
        .press("const many = {}; for (let i = 0; i < 150; i++) many[\"property_of_a_long_name_\" + i] = i\r");
    session.until("= i\n149\n>");
    session.press("many.");
    session.press(TAB);
    session.until("… 37 more\n> many.property_of_a_long_name_");
    session.press(CTRL_C);
    session.until("> many.property_of_a_long_name_\n>");
    session.press("6 * 7\r");
    session.until("42\n>");
}

#[test]
fn a_home_that_cannot_be_written_costs_the_history_and_no_more() {
    let world = World::new();
    let mut session = Session::start(
        &world,
        &["repl"],
        &[("NO_COLOR", "1"), ("XDG_STATE_HOME", "/dev/null")],
    );
    session.until("\n>");
    session.press("{ a: 1, b: 2 }\r");
    session.until_all(&["\n{ a: 1, b: 2 }\n"]);
    session.press(CTRL_D);
    assert_eq!(session.ended(), Some(0));
    fs::create_dir_all(history(&world)).unwrap();
    let mut session = start(&world);
    session.press("1\r2\r'the ' + 'end'\r");
    let warning = "continuing without a history";
    let shown = session.until_all(&[warning, "\n\"the end\"\n"]);
    assert_eq!(shown.matches(warning).count(), 1, "{shown}");
}

#[test]
fn a_terminal_that_knows_no_more_than_text_takes_ctrl_c_for_the_line() {
    let world = World::new();
    let mut session = Session::start(&world, &["repl"], &[("TERM", "dumb")]);
    session.until("· :help\n>");
    session.press("1 +");
    session.until("> 1 +");
    session.press(CTRL_C);
    session.until("^C");
    session.press("2\r");
    session.until("2\n2\n>");
    session.press(CTRL_D);
    assert_eq!(session.ended(), Some(0));
}

#[test]
fn a_persistent_session_that_is_come_back_to_goes_on_where_it_ended_until_it_is_cleared() {
    let world = World::new();
    let mut session = start(&world);
    session.press(":profile persistent\r");
    session.until("persistent. Plugins keep running.\n>");
    session.press("let kept = 6 * 7\r");
    session.until("6 * 7\n>");
    session.press(":profile interactive\r");
    session.until("Started over, interactive. Plugins keep running.\n>");
    session.press("typeof kept\r");
    session.until("\"undefined\"\n>");
    session.press(":profile persistent\r");
    session.until("Continued the last session, persistent. Plugins keep running.\n>");
    session.press("kept\r");
    session.until("42\n>");
    session.press(":clear\r:profile persistent\rtypeof kept\r");
    session.until("\"undefined\"\n>");
}

#[test]
fn what_is_not_whole_goes_on_on_the_next_line_and_an_empty_line_ends_it() {
    let world = World::new();
    let mut session = start(&world);
    session.press("function add(a, b) {\rreturn a + b\r}\r");
    session.until("}\n>");
    session.press("add(1, 2)\r");
    session.until("3\n>");
    session.press("add(1,\r\r");
    session.until("Uncaught SyntaxError: unexpected end of the script\n  cell 3:2:1\n>");
}

#[test]
fn timers_go_on_while_somebody_types_and_ctrl_c_clears_the_line() {
    let world = World::new();
    let mut session = start(&world);
    session.press("setTimeout(() => console.log(\"tick\"), 300); 0\r");
    session.until("0\n>");
    session.press("1 + ");
    session.until("0\ntick\n> 1 +");
    session.press(CTRL_C);
    session.until("> 1 +\n>");
    session.press("2\r");
    session.until("> 2\n2\n>");
    session.press("setInterval(() => {}, 10); 0\r");
    session.until("0\n>");
    session.press(CTRL_C);
    session.until("Stopped the timers and calls that were running.\n>");
}

#[test]
fn commands_answer() {
    let world = World::with_greeter();
    let mut session = start(&world);
    session.press(":plugins\r");
    session.until("  meta.pid()                the id of the plugin's process\n>");
    session.press(":profile\r");
    session.until("> :profile\ninteractive\n>");
    session.press("let kept = 1\r:clear\rtypeof kept\r");
    session.until("Started over, interactive. Plugins keep running.\n> typeof kept\n\"undefined\"\n>");
    world.write("script.js", "const loaded = 'yes'\nloaded");
    session.press(":load script.js\rloaded\r");
    session.until("> :load script.js\n\"yes\"\n> loaded\n\"yes\"\n>");
    session.press(":nothing\r");
    session.until("Unknown command :nothing. :help lists all commands\n>");
    session.press(":quit\r");
    assert_eq!(session.ended(), Some(0));
}

#[test]
fn the_history_is_there_in_the_next_session_and_nobody_elses_business() {
    let world = World::new();
    let mut session = start(&world);
    session.press("\"remember\" + \" me\"\r");
    session.until("\"remember me\"\n>");
    session.press(" \"not this\"\r");
    session.until("\"not this\"\n>");
    session.press(CTRL_D);
    session.ended();
    let mut session = start(&world);
    session.press(UP);
    session.until("> \"remember\" + \" me\"");
    let mode = fs::metadata(history(&world)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_terminal_shows_colours_unless_they_are_refused() {
    let world = World::new();
    for (variables, expected) in [(&[][..], true), (&[("NO_COLOR", "1")], false)] {
        let mut session = Session::start(&world, &["repl"], variables);
        session.until("· :help\n>");
        session.press("[\"text\"]\r");
        session.until("]\n>");
        assert_eq!(session.is_coloured("\"text\""), expected);
    }
}

#[test]
fn a_session_that_runs_out_of_memory_begins_anew() {
    let world = World::with_greeter();
    let mut session = start(&world);
    session.press("let kept = require(\"plugin:examples:greeter\").greet(\"hello\")\r");
    session.until("\n>");
    for _ in 0..2 {
        session.press("let text = \"x\"; [1].map(() => { for (;;) text = text && text + text })\r");
        session.until(
            "pontoon: the script ran out of memory: it asked for more than it may take\n\
             Started over: variables are lost, and plugins restart.\n>",
        );
        session.press("typeof kept + require(\"plugin:examples:greeter\").greet(\"again\")\r");
        session.until("\"undefinedhello, again\"\n>");
    }
    session.press(UP);
    session.until("again\"\n> typeof kept + require(\"plugin:examples:greeter\").greet(\"again\")");
    session.press("\r");
    session.until("again\")\n\"undefinedhello, again\"\n>");
    session.press(CTRL_D);
    assert_eq!(session.ended(), Some(0));
    world.assert_clean();
}

#[test]
fn a_cell_that_hears_no_stop_is_given_up_and_the_session_begins_anew() {
    let world = World::with_greeter();
    let mut session = start(&world);
    session.press("let kept = require(\"plugin:examples:greeter\").greet(\"hello\")\r");
    session.until("\n>");
    session.press("[1].map(() => { console.log(\"begun\"); for (;;) {} })\r");
    session.until("\nbegun");
    session.press(CTRL_C);
    session.until("The engine does not respond. Press Ctrl-C again to force a stop.");
    session.press(CTRL_C);
    session.until("Started over: variables are lost, and plugins restart.\n>");
    session.press("typeof kept + require(\"plugin:examples:greeter\").greet(\"again\")\r");
    session.until("\"undefinedhello, again\"\n>");
    session.press(CTRL_D);
    assert_eq!(session.ended(), Some(0));
    world.assert_clean();
}

#[test]
fn what_is_piped_in_runs_cell_by_cell_and_tells_by_its_exit_code_if_one_threw() {
    let world = World::new();
    let said = world.pontoon_reading(
        &["repl"],
        "let a = {\n  b: 1\n}\na.b\nsetTimeout(() => console.log('late'), 50)\n",
    );
    assert_eq!(
        (said.text.as_str(), said.errors.as_str(), said.code),
        ("1\n1\nlate", "", Some(0))
    );
    let said = world.pontoon_reading(&["repl"], "null.x\n2\n");
    assert_eq!((said.text.as_str(), said.code), ("2", Some(1)));
}

#[test]
fn what_is_piped_in_and_is_no_text_is_an_error() {
    let world = World::new();
    let path = world.home().with_file_name("input");
    fs::write(&path, b"1\n'\xff'\n2\n").unwrap();
    let plugins = world.plugin_dir();
    let output = world
        .command(&["--plugin-dir", &plugins, "repl"])
        .stdin(fs::File::open(&path).unwrap())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "1\n");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        errors,
        "pontoon: read standard input: stream did not contain valid UTF-8\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_end_of_the_terminal_is_the_end_of_its_plugins() {
    let world = World::with_greeter();
    let mut session = start(&world);
    session.press("`pid ${require(\"plugin:examples:greeter\").meta.pid()}.`\r");
    let shown = session.until(".\"\n>");
    let pid = shown
        .rsplit("pid ")
        .next()
        .and_then(|rest| rest.split('.').next())
        .unwrap()
        .to_owned();
    let plugin = Path::new("/proc").join(&pid);
    assert!(plugin.exists(), "{shown}");
    let terminal = Pid::from_raw(i32::try_from(session.pid()).unwrap()).unwrap();
    kill_process(terminal, Signal::HUP).unwrap();
    assert_eq!(session.ended(), Some(129));
    assert!(!plugin.exists());
    world.assert_clean();
}
