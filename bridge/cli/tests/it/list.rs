//! `pontoon plugins list`.

use std::fs;

use crate::support::World;

#[test]
fn loaded_skipped_and_refused_plugins_are_reported_with_reason_and_advice() {
    let world = World::with_greeter();
    fs::write(world.plugins().join("goja-plugin-plain"), "").unwrap();
    world.add_misbehaving("exit-at-once");
    let said = world.pontoon(&["plugins", "list"]);
    insta::assert_snapshot!(said.text, @r#"
    1 plugin ready, 1 cannot be used, 1 skipped

    MODULE                   VERSION  EXPORTS                                        PATH
    plugin:examples:greeter  v1       greet, strings.upper, strings.lower, meta.pid  DIR/plugins/goja-plugin-examples-greeter

    Skipped: plugin candidate "DIR/plugins/goja-plugin-plain" is not executable
      run `chmod +x DIR/plugins/goja-plugin-plain`

    Cannot be used: goja-plugin-exit-at-once did not start: plugin exited before we could connect: exit code 3; plugin stderr: cannot open the database
      run `pontoon plugins check DIR/plugins/goja-plugin-exit-at-once`, or move the file out of the folder
    "#);
    assert_eq!((said.errors.as_str(), said.code), ("", Some(1)));
}

#[test]
fn a_skipped_file_is_no_failure() {
    let world = World::with_greeter();
    fs::write(world.plugins().join("goja-plugin-plain"), "").unwrap();
    let said = world.pontoon(&["plugins", "list", "--json"]);
    let list = said.json();
    assert_eq!(said.code, Some(0));
    assert_eq!(list["loaded"][0]["module"], "plugin:examples:greeter");
    assert_eq!(list["loaded"][0]["exports"][0], "greet");
    let plain = world.plugins().join("goja-plugin-plain");
    assert_eq!(list["skipped"][0]["path"], plain.display().to_string());
    assert_eq!(list["refused"].as_array().unwrap().len(), 0);
}

#[test]
fn an_empty_folder_is_reported_as_such() {
    let said = World::new().pontoon(&["plugins", "list"]);
    assert_eq!(
        (said.text.as_str(), said.code),
        ("No plugins in DIR/plugins", Some(0))
    );
}

#[test]
fn a_module_outside_the_allowlist_is_refused_with_the_flag_that_lets_it_in() {
    let world = World::with_greeter();
    let said = world.pontoon(&["plugins", "list", "--allow-plugin-module", "plugin:other"]);
    assert!(
        said.text
            .contains("--allow-plugin-module plugin:examples:greeter"),
        "{}",
        said.text
    );
    assert_eq!(said.code, Some(1));
}
