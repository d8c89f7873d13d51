//! The ways to hang or crash an engine of `web/runtime/tests/ways-to-hang.js`, in the page's worker: each ends in an
//! error, or within a second of a stop, and the same worker goes on.

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
        .filter_map(|way| way.split_once('\n'))
        .collect();
    assert!(ways.len() >= 20, "only {} ways", ways.len());
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    browser.open(bridge.origin()).await?;
    let worker = Worker::start(&browser).await?;
    let code = Credential::Code(bridge.code().to_owned());
    worker.ask(&ToWorker::Connect(Some(code))).await?;
    let mut run = RunId(0);
    for (name, source) in ways {
        run.0 += 1;
        let must_be_stopped = name.ends_with("(stop)");
        // What ends by itself is not stopped, however slow the machine.
        let first = request(run, source, Globals::Fresh);
        let said = if must_be_stopped {
            worker.ask_and_stop(&first, run, PATIENCE).await
        } else {
            worker.ask(&first).await
        };
        let (outcome, elapsed) = end(said.context(name.to_owned())?)?;
        match outcome {
            Outcome::Stopped { .. } => {
                assert!(must_be_stopped, "{name} was stopped");
                assert!(elapsed < PATIENCE + BOUND, "{name} ended after {elapsed:?}");
            }
            Outcome::Threw(error) => assert!(!must_be_stopped, "{name}: {error:?}"),
            Outcome::Value(value) => bail!("{name}: {value:?}"),
        }
        run.0 += 1;
        let source = "const after = await Promise.resolve([1, 2].map(String).join()); after";
        let (outcome, _) = end(worker.ask(&request(run, source, Globals::Kept)).await?)?;
        let Outcome::Value(Some(value)) = outcome else {
            bail!("after {name}: {outcome:?}");
        };
        assert_eq!(value.to_string(), "\"1,2\"", "after {name}");
    }
    browser.quit().await
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
