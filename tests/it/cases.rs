//! Small inputs on which real use has failed, from `web/runtime/tests/cases`: each shows what its `.out` file says, in
//! `pontoon run` and in the page's worker.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;
use tests::os_process::command;
use tests::worker::Worker;
use web_messages::{Document, FromWorker, Globals, Outcome, RunId, ToWorker};

/// What is still wrong, and why.
const STILL_WRONG: &[&str] = &[
    // The rest of a pattern keeps the keys of nested patterns: no function of the engine is called that could be replaced.
    "values/object-rest-nested.js",
];

/// What a file is to Node.js, and a cell in the page is not.
const FILES_ONLY: &[&str] = &["files/require-main.js", "files/export-in-main.mjs"];

#[tokio::test]
async fn cases_show_in_the_terminal_what_their_out_files_say() -> Result<()> {
    let mut differing = Vec::new();
    for case in cases()? {
        let output = command(&environment::pontoon()?)
            .args(["run", "--plugin-dir", "nowhere"])
            .arg(&case.name)
            .current_dir(folder())
            .env("TZ", "UTC")
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .output()
            .await?;
        let shown = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        differing.extend(case.difference(&shown));
    }
    ensure!(differing.is_empty(), "{}", differing.join("\n"));
    Ok(())
}

#[tokio::test]
async fn cases_show_in_the_page_what_their_out_files_say() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    browser.open(bridge.origin()).await?;
    let worker = Worker::start(&browser).await?;
    worker.tell(&ToWorker::Documents(documents()?)).await?;
    let mut differing = Vec::new();
    // 0 is no run.
    for (run, case) in (1..).map(RunId).zip(cases()?) {
        if FILES_ONLY.contains(&case.name.as_str()) {
            continue;
        }
        let request = ToWorker::Run {
            run,
            file: case.name.clone(),
            source: case.source.clone(),
            globals: Globals::Fresh,
        };
        let mut shown = String::new();
        for said in worker.ask(&request).await.with_context(|| case.name.clone())? {
            shown.push_str(&text(said)?);
        }
        differing.extend(case.difference(&shown));
    }
    ensure!(differing.is_empty(), "{}", differing.join("\n"));
    browser.quit().await
}

struct Case {
    /// The path below the folder.
    name: String,
    source: String,
    expected: String,
}

impl Case {
    fn difference(&self, shown: &str) -> Option<String> {
        let is_wrong = STILL_WRONG.contains(&self.name.as_str());
        match shown == self.expected {
            true if is_wrong => Some(format!("{} is right now: take it off the list", self.name)),
            false if !is_wrong => Some(format!("--- {}\n{shown}", self.name)),
            _ => None,
        }
    }
}

/// What a person sees of it.
fn text(said: FromWorker) -> Result<String> {
    match said {
        FromWorker::Console { entries, .. } => Ok(entries
            .iter()
            .filter_map(web_output::ConsoleEntry::text)
            .map(|line| line + "\n")
            .collect()),
        FromWorker::Finished { outcome, .. } => match outcome {
            Outcome::Threw(error) => Ok(error.plain_text()),
            Outcome::Value(_) | Outcome::Stopped { .. } => Ok(String::new()),
        },
        other => bail!("the worker said {other:?} in a run"),
    }
}

fn cases() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for group in ["depth", "files", "values"] {
        for entry in fs::read_dir(folder().join(group)).context("list the cases")? {
            let path = entry.context("list the cases")?.path();
            let is_script = path
                .extension()
                .is_some_and(|extension| extension == "js" || extension == "mjs");
            if is_script {
                let file = path.file_name().context("a case has a name")?;
                cases.push(Case {
                    name: format!("{group}/{}", file.display()),
                    source: read(&path)?,
                    expected: read(&path.with_extension("out"))?,
                });
            }
        }
    }
    ensure!(cases.len() >= 18, "only {} cases were found", cases.len());
    Ok(cases)
}

/// Those that the cases ask for.
fn documents() -> Result<Vec<Document>> {
    ["files/mod/lib.js", "files/mod/cjs.js", "files/mod/dir/index.js"]
        .into_iter()
        .map(|name| {
            Ok(Document {
                name: name.to_owned(),
                text: read(&folder().join(name))?,
            })
        })
        .collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/runtime/tests/cases")
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("read {}", path.display()))
}
