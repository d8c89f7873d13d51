//! The ways to hang or crash an engine of `web/runtime/tests/ways-to-hang.js`, in the page's worker: each ends as its row
//! says, one that must be stopped within a second. The same worker goes on, unless the way ends it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::worker::Worker;
use web_messages::{Credential, FromWorker, Globals, Outcome, RunId, ToWorker};

/// How long each runs before it is stopped.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long it may take to end then.
const BOUND: Duration = Duration::from_secs(1);

#[tokio::test]
async fn no_script_hangs_or_crashes_the_worker() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/runtime/tests/ways-to-hang.js");
    let ways = fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
    let ways: Vec<(&str, &str)> = ways
        .split("// way: ")
        .skip(1)
        .filter_map(|way| way.split_once('\n'))
        .collect();
    assert!(ways.len() >= 80, "only {} ways", ways.len());
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    browser.open(bridge.origin()).await?;
    let code = Credential::Code(bridge.code().to_owned());
    let mut worker = Worker::start(&browser).await?;
    worker.ask(&ToWorker::Connect(Some(code))).await?;
    let mut run = RunId(0);
    let mut wrong = Vec::new();
    for (title, source) in ways {
        let (name, ending) = title
            .trim_end_matches(')')
            .split_once(" (")
            .unwrap_or((title, ""));
        let ending = ending.rsplit("page: ").next().unwrap_or(ending);
        run.0 += 1;
        let first = request(run, source, Globals::Fresh);
        // What ends by itself is not stopped, however slow the machine.
        let said = if ending == "stop" {
            worker.ask_and_stop(&first, run, PATIENCE).await
        } else {
            worker.ask(&first).await
        };
        let is_lost = said.is_err();
        let ended = match said {
            Ok(said) => ended_by_itself(said)?,
            Err(error) => ended_with_engine(&error),
        };
        let matches = match ending {
            "stop" | "value" => ended == ending,
            _ if ending.starts_with("ends: ") => ended == ending,
            _ => !ending.is_empty() && ended.starts_with(ending),
        };
        if !matches {
            wrong.push(format!("{name}: {ended} instead of {ending}"));
        }
        if is_lost {
            // The ways that call plugins come first: each lost worker leaves a session behind for a while.
            worker = Worker::start(&browser).await?;
        }
        run.0 += 1;
        let source = "const after = await Promise.resolve([1, 2].map(String).join()); after";
        let after = ended_value(worker.ask(&request(run, source, Globals::Kept)).await?)?;
        assert_eq!(after, "\"1,2\"", "after {name}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    browser.quit().await
}

/// How a run ended, in the words of the rows.
fn ended_by_itself(said: Vec<FromWorker>) -> Result<String> {
    let (outcome, elapsed) = end(said)?;
    Ok(match outcome {
        Outcome::Stopped { .. } if elapsed < PATIENCE + BOUND => "stop".to_owned(),
        Outcome::Stopped { .. } => format!("stopped after {elapsed:?}"),
        Outcome::Threw(error) => error.to_string(),
        Outcome::Value(_) => "value".to_owned(),
    })
}

/// How a worker ended, in the words of the rows.
fn ended_with_engine(error: &anyhow::Error) -> String {
    let error = format!("{error:#}");
    if error.contains("out of memory") {
        return "ends: memory".to_owned();
    }
    if error.contains("Maximum call stack size exceeded") {
        return "ends: stack".to_owned();
    }
    error
}

fn ended_value(said: Vec<FromWorker>) -> Result<String> {
    match end(said)?.0 {
        Outcome::Value(Some(value)) => Ok(value.to_string()),
        other => bail!("there is no value: {other:?}"),
    }
}

fn request(run: RunId, source: &str, globals: Globals) -> ToWorker {
    ToWorker::Run {
        run,
        file: "script.js".to_owned(),
        source: source.to_owned(),
        globals,
    }
}

/// How a run ended, and after which time.
fn end(said: Vec<FromWorker>) -> Result<(Outcome, Duration)> {
    match said.into_iter().next_back() {
        Some(FromWorker::Finished {
            outcome, elapsed_ms, ..
        }) => Ok((outcome, Duration::from_secs_f64(elapsed_ms / 1_000.0))),
        other => bail!("the worker said {other:?} at the end of a run"),
    }
}
