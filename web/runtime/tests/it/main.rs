//! Runs every `tests/scripts/NAME.js` against fakes and compares what a person would see with `NAME.out`.
//! `UPDATE_EXPECTED=1 cargo test -p web-runtime` rewrites the expectations: read the diff.
//!
//! A line `// cell` begins another cell in the same realm. A first line `// native: WHY` says why the browser, where
//! `tests/it/corpus.rs` runs the same files, cannot show the same; `// native: raw` asks for the profile of that name.

#![expect(clippy::unwrap_used, reason = "a step that fails fails its test")]

mod blamed;
mod completion;
mod corrections;
mod fakes;
mod hangs;
mod lasting;
mod opened;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Mutex;
use std::{env, fs, thread};
use web_output::{Position, ScriptError};

use fakes::{FakeDocuments, FakePlugins, Recorder};
use futures_util::FutureExt as _;
use web_locale::English;
use web_runtime::{Catalog, Heap, NoTransport, Outcome, Profile, Realm, Surroundings, THREAD_STACK};

/// Counts what the realms of these tests take, as the allocators of programs do.
#[global_allocator]
pub(crate) static HEAP: Heap = Heap::new(|| {});

/// Held by tests whose scripts fill it.
pub(crate) static FILLING: Mutex<()> = Mutex::new(());

#[test]
fn scripts_show_what_their_out_files_say() {
    let on_its_thread = thread::Builder::new()
        .stack_size(THREAD_STACK)
        .spawn(compare_scripts);
    on_its_thread.unwrap().join().unwrap();
}

fn compare_scripts() {
    let _alone = FILLING.lock();
    let mut differing = String::new();
    let scripts = scripts();
    assert!(scripts.len() >= 150, "only {} scripts found", scripts.len());
    for script in scripts {
        let shown = show(&read(&script));
        let expected = script.with_extension("out");
        if env::var_os("UPDATE_EXPECTED").is_some() {
            write(&expected, &shown);
        } else if read(&expected) != shown {
            writeln!(differing, "--- {}\n{}", script.display(), shown).unwrap();
        }
    }
    assert!(
        differing.is_empty(),
        "scripts that show something else:\n{differing}"
    );
}

#[test]
fn without_a_session_scripts_run_and_require_says_why_there_is_none() {
    let catalog = Catalog::absent("the bridge does not answer");
    let surroundings = Surroundings::new(catalog, Rc::new(NoTransport), Rc::new(Recorder::default()));
    let mut realm = Realm::new(Profile::Interactive, surroundings).unwrap();
    assert_eq!(value(run(&mut realm, "1 + 1")), "2");
    assert_eq!(
        thrown(run(&mut realm, "require('plugin:examples:greeter')")).to_string(),
        "Error: Cannot find module 'plugin:examples:greeter': no session is open, because the bridge does not answer"
    );
}

#[test]
fn the_error_of_a_plugin_carries_its_last_words() {
    let (mut realm, _) = realm(Profile::Interactive);
    let error = thrown(run(
        &mut realm,
        "require('plugin:probe').fail('plugin-exited', 'gone')",
    ));
    assert_eq!(
        (error.name.as_str(), error.message.as_str()),
        ("PluginError", "gone")
    );
    assert_eq!(error.stderr, "first line\nlast line\n");
    assert_eq!(
        error.position_in("script.js"),
        Some(&Position {
            file: "script.js".to_owned(),
            line: 1,
            column: 1
        })
    );
}

/// A realm with the fake plugins and documents.
pub(crate) fn realm(profile: Profile) -> (Realm, Rc<Recorder>) {
    realm_on(None, profile)
}

fn realm_on(heap: Option<&'static Heap>, profile: Profile) -> (Realm, Rc<Recorder>) {
    let recorder = Rc::new(Recorder::default());
    let surroundings = Surroundings {
        documents: Rc::new(FakeDocuments),
        heap,
        intl: Some(Rc::new(English)),
        ..Surroundings::new(
            FakePlugins::catalog(),
            Rc::new(FakePlugins::default()),
            recorder.clone(),
        )
    };
    (Realm::new(profile, surroundings).unwrap(), recorder)
}

/// Runs a cell. Nothing here ever waits for the world.
pub(crate) fn run(realm: &mut Realm, source: &str) -> Outcome {
    realm.run("script.js", source).now_or_never().unwrap()
}

/// The value of a cell, as text.
pub(crate) fn value(outcome: Outcome) -> String {
    match outcome {
        Outcome::Value(Some(value)) => value.to_string(),
        other => panic!("there is no value: {other:?}"),
    }
}

/// The exception of a cell.
pub(crate) fn thrown(outcome: Outcome) -> ScriptError {
    match outcome {
        Outcome::Threw(error) => *error,
        other => panic!("nothing was thrown: {other:?}"),
    }
}

fn show(source: &str) -> String {
    let profile = if source.starts_with("// native: raw\n") {
        Profile::Raw
    } else {
        Profile::Interactive
    };
    let (mut realm, recorder) = realm_on(Some(&HEAP), profile);
    let cells: Vec<&str> = source.split("// cell\n").collect();
    let mut text = String::new();
    for (position, cell) in cells.iter().enumerate() {
        let file = match cells.len() {
            1 => "script.js".to_owned(),
            _ => format!("cell {}", position + 1),
        };
        let outcome = realm.run(&file, cell).now_or_never().unwrap();
        realm.settle().now_or_never().unwrap();
        text.push_str(&recorder.take());
        show_outcome(&outcome, &mut text);
    }
    text
}

fn show_outcome(outcome: &Outcome, text: &mut String) {
    match outcome {
        Outcome::Value(None) => text.push_str("= (nothing)\n"),
        Outcome::Value(Some(value)) => writeln!(text, "= {value}").unwrap(),
        Outcome::Threw(error) => writeln!(text, "! {}", error.plain_text()).unwrap(),
        Outcome::Stopped(_) => panic!("nobody asked for a stop"),
    }
}

#[expect(clippy::disallowed_methods, reason = "the tests run natively")]
fn scripts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let mut scripts: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
        .collect();
    scripts.sort();
    scripts
}

/// The text of a file; empty if there is none.
#[expect(clippy::disallowed_methods, reason = "the tests run natively")]
pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "the tests run natively")]
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}
