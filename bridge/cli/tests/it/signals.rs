//! How a script ends when somebody wants it to: at once, and with its plugins.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};

use crate::support::World;

/// Tells the id of a plugin's process, and then does not end.
const ENDLESS: &str = "console.log(require('plugin:examples:greeter').meta.pid()); ";

/// Starts the code, sends the signal once its plugin runs, and gives the exit code.
fn ended_by(signal: Signal, code: &str) -> Option<i32> {
    let world = World::with_greeter();
    ended_in(&world, signal, &["eval", &format!("{ENDLESS}{code}")])
}

/// The same for any command that begins so. Nothing may be said of it.
fn ended_in(world: &World, signal: Signal, args: &[&str]) -> Option<i32> {
    let (code, errors) = told_in(world, signal, args);
    assert_eq!(errors, "");
    code
}

/// The same with what is said of it on standard error.
fn told_in(world: &World, signal: Signal, args: &[&str]) -> (Option<i32>, String) {
    let plugins = world.plugin_dir();
    let mut child = world
        .command(&[&["--plugin-dir", &plugins], args].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let plugin = Path::new("/proc").join(line.trim());
    assert!(plugin.exists(), "no plugin runs as {line:?}");
    let pid = Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
    kill_process(pid, signal).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(!plugin.exists(), "the plugin outlives the script");
    world.assert_clean();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn ctrl_c_ends_a_loop_a_wait_and_even_what_cannot_be_stopped() {
    for code in [
        "for (;;) {}",
        "await new Promise((resolve) => setTimeout(resolve, 1e6))",
        "setInterval(() => {}, 1e6)",
        "[1].map(() => { for (;;) {} })",
    ] {
        assert_eq!(ended_by(Signal::INT, code), Some(130), "{code}");
    }
}

#[test]
fn the_error_of_a_script_is_told_although_ctrl_c_ended_its_timers() {
    let world = World::with_greeter();
    // The first timer fires after the throw.
    let code = "const pid = require('plugin:examples:greeter').meta.pid()
        setTimeout(() => console.log(pid)); setInterval(() => {}, 1e6); null.x";
    let (code, errors) = told_in(&world, Signal::INT, &["eval", code]);
    assert_eq!(code, Some(130));
    assert!(errors.starts_with("Uncaught TypeError"), "{errors}");
}

#[test]
fn the_end_that_the_system_asks_for_takes_the_plugins_along() {
    assert_eq!(ended_by(Signal::TERM, "for (;;) {}"), Some(143));
    assert_eq!(ended_by(Signal::HUP, "[1].map(() => { for (;;) {} })"), Some(129));
    let calls = "const { greet } = require('plugin:examples:greeter'); for (;;) greet('a')";
    assert_eq!(ended_by(Signal::TERM, calls), Some(143));
}

#[test]
fn what_was_stopped_is_not_run_again_by_the_next_persistent_terminal() {
    let world = World::with_greeter();
    let persistent = ["eval", "--profile", "persistent"];
    for code in ["for (;;) {}", "setInterval(() => {}, 1)"] {
        let code = format!("{ENDLESS}var kept = 1; {code}");
        let code = [&persistent[..], &[&code]].concat();
        assert_eq!(ended_in(&world, Signal::INT, &code), Some(130));
    }
    let said = world.pontoon(&[&persistent[..], &["typeof kept"]].concat());
    assert_eq!(
        (said.text.as_str(), said.code),
        ("undefined", Some(0)),
        "{}",
        said.errors
    );
}
