//! `pontoon plugins check PATH`.

use std::fs;
use std::path::Path;

use crate::support::{Said, World};

fn check(world: &World, path: &Path) -> Said {
    world.pontoon(&["plugins", "check", path.to_str().unwrap()])
}

#[test]
fn a_valid_plugin_is_shown_with_its_manifest_and_times() {
    let world = World::new();
    let greeter = world.add("goja-plugin-examples-greeter", "goja-plugin-examples-greeter");
    let said = check(&world, &greeter);
    insta::assert_snapshot!(said.text, @r#"
    DIR/plugins/goja-plugin-examples-greeter
    sha256 HASH
    read N ms, spawned and connected N ms, manifest N ms, stopped N ms

    plugin:examples:greeter v1
      Greets people and changes the case of text. The first plugin to read.
      capabilities: examples, strings
      greet(name = "world")
          a greeting for the name.
      strings.upper(text = "")
          the text in upper case
          Every letter of every alphabet counts: "straße" becomes "STRASSE".
          tags: strings
      strings.lower(text = "")
          the text in lower case
          Every letter of every alphabet counts: "ÅSA" becomes "åsa".
          tags: strings
      meta.pid()
          the id of the plugin's process
          Each session runs a process of its own: two tabs see two numbers.
          tags: metadata

    OK
    "#);
    assert_eq!((said.errors.as_str(), said.code), ("", Some(0)));
}

#[test]
fn the_same_for_programs() {
    let world = World::new();
    let greeter = world.add("goja-plugin-examples-greeter", "goja-plugin-examples-greeter");
    let checkup = world
        .pontoon(&["plugins", "check", "--json", greeter.to_str().unwrap()])
        .json();
    assert_eq!(checkup["manifest"]["module"], "plugin:examples:greeter");
    assert_eq!(checkup["sha256"].as_str().unwrap().len(), 64);
    for step in ["load", "start", "manifest", "stop"] {
        assert!(checkup["milliseconds"][step].is_number(), "{checkup}");
    }
    assert_eq!(checkup["broken"].as_array().unwrap().len(), 0);
}

#[test]
fn a_broken_rule_is_named_with_what_the_plugin_said() {
    let world = World::new();
    let exits = check(&world, &world.add_misbehaving("exit-at-once"));
    insta::assert_snapshot!(exits.text, @r#"
    DIR/plugins/goja-plugin-exit-at-once
    sha256 HASH
    read N ms

    Rule broken: goja-plugin-exit-at-once did not start: plugin exited before we could connect: exit code 3
      print nothing on standard output before the handshake line, and listen on the address in it

    Plugin log (stderr):
      cannot open the database

    1 rule broken, 0 warnings
    "#);
    assert_eq!(exits.code, Some(1));

    let echo = check(&world, &world.add_misbehaving("manifest-echo"));
    assert!(
        echo.text
            .contains(r#"Rule broken: plugin module "echo" must use namespace "plugin:""#),
        "{}",
        echo.text
    );
    assert_eq!(echo.code, Some(1));
}

#[test]
fn a_plugin_that_must_be_killed_is_warned_about() {
    let world = World::new();
    let said = check(&world, &world.add_misbehaving("ignores-shutdown"));
    let warning = "Warning: it did not end by itself when it was asked to, but with signal 9 (SIGKILL)";
    assert!(said.text.contains(warning), "{}", said.text);
    assert_eq!(said.code, Some(0));
}

#[test]
fn what_cannot_be_started_is_reported_before_it_is_tried() {
    let world = World::new();
    let plain = world.plugins().join("plain");
    fs::write(&plain, "").unwrap();
    let said = check(&world, &plain);
    insta::assert_snapshot!(said.text, @r#"
    DIR/plugins/plain

    Rule broken: plugin candidate "DIR/plugins/plain" is not executable
      run `chmod +x DIR/plugins/plain`

    Warning: its name does not begin with goja-plugin-, so no host finds it
      rename it to goja-plugin-plain

    1 rule broken, 1 warning
    "#);
    assert_eq!(said.code, Some(1));

    let missing = check(&world, &world.plugins().join("goja-plugin-missing"));
    assert!(
        missing.text.contains("No such file or directory"),
        "{}",
        missing.text
    );
    assert_eq!(missing.code, Some(1));
}
