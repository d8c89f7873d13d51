//! The worker of the page that the bridge serves, in a browser.

use anyhow::{Context as _, Result, bail};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::worker::Worker;
use web_messages::{Document, FromWorker, Globals, Outcome, RunId, ToWorker};

use crate::question::{self, CELL, DOCUMENT};
use crate::suite::{Case, Verdict};

/// Files in one call of the driver, which is far slower than the worker.
const AT_ONCE: usize = 200;
const NO_ARGUMENTS: [&str; 0] = [];

pub(crate) async fn read_all(suite: &[Case]) -> Result<Vec<Verdict>> {
    let bridge = Bridge::start(NO_ARGUMENTS).await?;
    let browser = Browser::start().await?;
    browser.open(bridge.origin()).await?;
    let worker = Worker::start(&browser).await?;
    let mut verdicts = Vec::with_capacity(suite.len());
    let mut run = RunId(0);
    for cases in suite.chunks(AT_ONCE) {
        let requests: Vec<Vec<ToWorker>> = cases
            .iter()
            .map(|case| {
                run.0 += 1;
                request(case, run)
            })
            .collect();
        let answers = worker.ask_in_turn(&requests).await;
        for answer in answers.with_context(|| format!("read {} and those after it", cases[0]))? {
            verdicts.push(verdict(&answer)?);
        }
    }
    browser.quit().await?;
    Ok(verdicts)
}

fn request(case: &Case, run: RunId) -> Vec<ToWorker> {
    let before = if case.is_module() {
        ToWorker::Documents(vec![Document {
            name: DOCUMENT.to_owned(),
            text: case.source.clone(),
        }])
    } else {
        ToWorker::Stop { run }
    };
    let cell = ToWorker::Run {
        run,
        file: CELL.to_owned(),
        source: question::cell(case).to_owned(),
        globals: Globals::Fresh,
    };
    vec![before, cell]
}

fn verdict(answer: &FromWorker) -> Result<Verdict> {
    match answer {
        FromWorker::Finished { outcome, .. } => Ok(question::verdict(match outcome {
            Outcome::Threw(error) => Some(&error.name),
            Outcome::Value(_) | Outcome::Stopped { .. } => None,
        })),
        other => bail!("the worker said {other:?} at the end of a run"),
    }
}
