//! Runs every `tests/scripts/NAME.js` against fakes and compares what a person would see with `NAME.out`.
//! `UPDATE_EXPECTED=1 cargo test -p web-runtime` rewrites the expectations: read the diff.

#![expect(clippy::unwrap_used, reason = "a step that fails fails its test")]

mod fakes;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};

use fakes::{FakePlugins, Recorder};
use web_runtime::{Catalog, NoTransport, Runtime};

#[test]
fn scripts_show_what_their_out_files_say() {
    let mut differing = String::new();
    let scripts = scripts();
    assert!(scripts.len() > 10, "only {} scripts found", scripts.len());
    for script in scripts {
        let shown = show(&mut with_plugins(), &read(&script));
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
    let mut runtime = Runtime::new(catalog, Rc::new(NoTransport), Rc::new(Recorder::default()));
    assert_eq!(runtime.run("1 + 1"), Ok(Some("2".to_owned())));
    let error = runtime.run("require('plugin:examples:greeter')").unwrap_err();
    assert_eq!(
        error.to_string(),
        "Error: Cannot find module 'plugin:examples:greeter': no session is open, because the bridge does not answer"
    );
}

#[test]
fn each_run_starts_from_scratch() {
    let mut runtime = with_plugins().0;
    assert_eq!(runtime.run("var left = 1; const fixed = 2;"), Ok(None));
    assert_eq!(
        runtime.run("const fixed = typeof left; fixed"),
        Ok(Some("\"undefined\"".to_owned()))
    );
}

#[test]
fn the_error_of_a_plugin_carries_its_last_words() {
    let error = with_plugins()
        .0
        .run("require('plugin:probe').fail('plugin-exited', 'gone')")
        .unwrap_err();
    assert_eq!(
        (error.name.as_str(), error.message.as_str()),
        ("PluginError", "gone")
    );
    assert_eq!(error.stderr, "first line\nlast line\n");
    assert_eq!(
        error.position.map(|place| (place.line, place.column)),
        Some((1, 29))
    );
}

fn with_plugins() -> (Runtime, Rc<Recorder>) {
    let recorder = Rc::new(Recorder::default());
    let runtime = Runtime::new(FakePlugins::catalog(), Rc::new(FakePlugins), recorder.clone());
    (runtime, recorder)
}

fn show((runtime, recorder): &mut (Runtime, Rc<Recorder>), source: &str) -> String {
    let outcome = runtime.run(source);
    let mut text = recorder.take();
    match outcome {
        Ok(None) => text.push_str("= (nothing)\n"),
        Ok(Some(value)) => writeln!(text, "= {value}").unwrap(),
        Err(error) => {
            let place = error
                .position
                .map_or_else(String::new, |place| format!(" [{}:{}]", place.line, place.column));
            writeln!(text, "! {error}{place}").unwrap();
            for frame in &error.frames {
                writeln!(text, "    at {frame}").unwrap();
            }
        }
    }
    text
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

#[expect(clippy::disallowed_methods, reason = "the tests run natively")]
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "the tests run natively")]
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}
