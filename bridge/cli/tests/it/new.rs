//! `pontoon plugin new NAME`: what it writes is built, tested, installed and found, as its README says.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Said, World};

const CHECKOUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn new(world: &World, arguments: &[&str]) -> Said {
    world.pontoon_at_home(&[&["plugin", "new"], arguments].concat())
}

/// Runs cargo on what is there already: the versions of the checkout's lock file, without a network, into the folder
/// that this test was built into.
fn cargo(arguments: &[&str]) -> String {
    let binaries = Path::new(env!("CARGO_BIN_EXE_pontoon")).parent();
    let target = binaries.and_then(Path::parent).unwrap();
    #[expect(clippy::disallowed_methods, reason = "cargo is no plugin")]
    let output = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(arguments)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true")
        // As in this workspace, so that what was built for it serves here too.
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_new_plugin_passes_its_tests_and_is_found_where_it_is_installed() {
    let world = World::new();
    let folder = world.home().join("word-count");
    let folder = folder.to_str().unwrap();
    let said = new(&world, &["word-count", "--dir", folder]);
    assert_eq!((said.errors.as_str(), said.code), ("", Some(0)));
    let text = said
        .text
        .replace(env!("CARGO_BIN_EXE_pontoon"), "/usr/bin/pontoon");
    insta::assert_snapshot!(text, @r#"
    Created DIR/home/word-count/. Next steps:

      cargo test --manifest-path DIR/home/word-count/Cargo.toml
      cargo install --locked --path DIR/home/word-count --root ~/.go-go-goja/plugins
      /usr/bin/pontoon eval 'require("plugin:word-count").greet("Ada")'

    To try it in the browser: /usr/bin/pontoon serve --open
    More: DIR/home/word-count/README.md
    "#);

    let manifest = format!("{folder}/Cargo.toml");
    fs::copy(format!("{CHECKOUT}/Cargo.lock"), format!("{folder}/Cargo.lock")).unwrap();
    cargo(&["fmt", "--check", "--manifest-path", &manifest]);
    let tests = cargo(&["test", "--manifest-path", &manifest]);
    assert!(tests.contains("test result: ok. 2 passed"), "{tests}");

    let plugins = world.home().join(".go-go-goja/plugins");
    let plugins = plugins.to_str().unwrap();
    cargo(&[
        "install", "--debug", "--locked", "--path", folder, "--root", plugins,
    ]);
    let plugin = format!("{plugins}/bin/goja-plugin-word-count");
    let check = world.pontoon_at_home(&["plugins", "check", &plugin]);
    assert!(check.text.ends_with("\n\nOK"), "{}", check.text);
    assert!(check.text.contains("greet(name = \"world\")\n"), "{}", check.text);

    let list = world.pontoon_at_home(&["plugins", "list", "--json"]).json();
    assert_eq!(list["loaded"][0]["module"], "plugin:word-count");
    assert_eq!(list["loaded"][0]["path"], plugin);

    let call = world.pontoon_at_home(&["eval", "require(\"plugin:word-count\").greet(\"Ada\")"]);
    assert_eq!((call.text.as_str(), call.code), ("hello, Ada", Some(0)));
}

#[test]
fn a_name_that_will_not_do_is_refused_with_one_that_will() {
    let world = World::new();
    let said = new(&world, &["Word Count"]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.errors
            .contains("a name has small letters, digits and hyphens, and no 'W'; try word-count"),
        "{}",
        said.errors
    );
}

#[test]
fn nothing_is_overwritten() {
    let world = World::new();
    let thesis = world.home().join("thesis");
    fs::create_dir(&thesis).unwrap();
    fs::write(thesis.join("README.md"), "mine").unwrap();
    let said = new(&world, &["weather", "--dir", thesis.to_str().unwrap()]);
    assert_eq!(
        (said.errors.as_str(), said.code),
        (
            r#"pontoon: write to "DIR/home/thesis": the folder is not empty; name another one with --dir"#,
            Some(1)
        )
    );
    assert_eq!(fs::read_to_string(thesis.join("README.md")).unwrap(), "mine");
    assert_eq!(fs::read_dir(&thesis).unwrap().count(), 1);
}

#[test]
fn where_the_sdk_is_not_is_told_with_what_to_name() {
    let world = World::new();
    let folder = world.home().join("weather");
    let elsewhere = world.home();
    let arguments = [
        "weather",
        "--dir",
        folder.to_str().unwrap(),
        "--sdk",
        elsewhere.to_str().unwrap(),
    ];
    let said = new(&world, &arguments);
    assert_eq!(said.code, Some(1));
    assert!(
        said.errors
            .contains("--sdk takes the folder plugins/sdk of a checkout of Pontoon"),
        "{}",
        said.errors
    );
    assert!(!folder.exists());
}
