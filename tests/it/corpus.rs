//! The scripts of `web/runtime/tests/scripts`, which that crate's own tests run natively, in the page's worker with
//! real plugins: the same files, the same expected output.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::json;
use tempfile::TempDir;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;
use tests::worker::Worker;
use web_messages::{Credential, Document, FromWorker, Globals, Outcome, RunId, ToWorker};

/// Scripts whose first line says why the browser cannot show the same. A new one is a decision, made here.
const NATIVE_ONLY: usize = 11;
/// Says so.
const NATIVE: &str = "// native: ";

#[tokio::test]
async fn the_corpus_shows_the_same_in_the_worker() -> Result<()> {
    let plugins = plugins()?;
    let bridge = Bridge::start([OsStr::new("--plugin-dir"), plugins.path().as_os_str()]).await?;
    let browser = Browser::start().await?;
    browser.open(bridge.origin()).await?;
    let worker = Worker::start(&browser).await?;
    let code = Credential::Code(bridge.code().to_owned());
    let connected = worker.ask(&ToWorker::Connect(Some(code))).await?;
    if !matches!(connected[..], [FromWorker::Connected(_)]) {
        bail!("the worker opened no session: {connected:?}");
    }
    worker.tell(&ToWorker::Documents(documents()?)).await?;
    let mut differing = String::new();
    let mut native_only = 0;
    let mut run = RunId(0);
    let scripts = scripts()?;
    for script in &scripts {
        let source = read(script)?;
        if source.starts_with(NATIVE) {
            native_only += 1;
            continue;
        }
        let shown = show(&worker, &mut run, &source)
            .await
            .with_context(|| format!("run {}", script.display()))?;
        if shown != read(&script.with_extension("out"))? {
            writeln!(differing, "--- {}\n{shown}", script.display())?;
        }
    }
    assert!(
        differing.is_empty(),
        "scripts that show something else in the worker:\n{differing}"
    );
    assert_eq!(native_only, NATIVE_ONLY, "of {} scripts", scripts.len());
    assert!(scripts.len() - native_only >= 150, "{} scripts", scripts.len());
    browser.quit().await
}

/// The output of a script, cell by cell.
async fn show(worker: &Worker<'_>, run: &mut RunId, source: &str) -> Result<String> {
    let cells: Vec<&str> = source.split("// cell\n").collect();
    let mut text = String::new();
    for (position, cell) in cells.iter().enumerate() {
        run.0 += 1;
        let request = ToWorker::Run {
            run: *run,
            file: match cells.len() {
                1 => "script.js".to_owned(),
                _ => format!("cell {}", position + 1),
            },
            source: (*cell).to_owned(),
            globals: match position {
                0 => Globals::Fresh,
                _ => Globals::Kept,
            },
        };
        for answer in worker.ask(&request).await? {
            show_answer(&answer, &mut text)?;
        }
    }
    Ok(text)
}

fn show_answer(answer: &FromWorker, text: &mut String) -> Result<()> {
    match answer {
        FromWorker::Console { entries, .. } => {
            for entry in entries {
                let level = json!(entry.level);
                let level = level.as_str().context("a level is a word")?.to_lowercase();
                if let Some(entry) = entry.text() {
                    writeln!(text, "{level}: {entry}")?;
                }
            }
        }
        FromWorker::Finished { outcome, .. } => match outcome {
            Outcome::Value(None) => text.push_str("= (nothing)\n"),
            Outcome::Value(Some(value)) => writeln!(text, "= {value}")?,
            Outcome::Threw(error) => writeln!(text, "! {}", error.plain_text())?,
            Outcome::Stopped { .. } => bail!("nobody asked for a stop"),
        },
        other => bail!("the worker said {other:?} in a run"),
    }
    Ok(())
}

/// The examples, and one that answers its argument: `call` of `plugin:misbehaving`.
fn plugins() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for plugin in fs::read_dir(environment::plugins()?)? {
        let plugin = plugin?;
        symlink(plugin.path(), folder.path().join(plugin.file_name()))?;
    }
    symlink(
        environment::misbehaving()?,
        folder.path().join("goja-plugin-echoes"),
    )?;
    Ok(folder)
}

/// Those that the scripts import.
fn documents() -> Result<Vec<Document>> {
    let top = tests_of_the_runtime().join("documents");
    let mut documents = Vec::new();
    for folder in ["", "lib/"] {
        for entry in fs::read_dir(top.join(folder)).context("list the documents")? {
            let path = entry.context("list the documents")?.path();
            if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                documents.push(Document {
                    name: format!("{folder}{}", name.display()),
                    text: read(&path)?,
                });
            }
        }
    }
    Ok(documents)
}

fn scripts() -> Result<Vec<PathBuf>> {
    let folder = tests_of_the_runtime().join("scripts");
    let mut scripts = Vec::new();
    for entry in fs::read_dir(folder).context("list the scripts")? {
        let path = entry.context("list the scripts")?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            scripts.push(path);
        }
    }
    scripts.sort();
    Ok(scripts)
}

fn tests_of_the_runtime() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/runtime/tests")
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("read {}", path.display()))
}
