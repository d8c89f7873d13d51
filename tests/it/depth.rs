//! No source costs the page its engine, however it nests: each that a property test generates is read or refused, by the
//! same worker.

use anyhow::{Context as _, Result, bail, ensure};
use nested_sources::{SHAPES, mixed};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::worker::Worker;
use web_messages::{FromWorker, Globals, Outcome, RunId, ToWorker};

/// Deeper than the page reads anything that nests.
const TOO_DEEP: usize = 5_000;
const SEEDS: u64 = 120;
/// How often something nests in a source, seed by seed.
const SCALES: [usize; 4] = [20, 200, 1_000, 5_000];

#[tokio::test]
#[ignore = "the limits are measured for the released page, and the page of the other tests takes more stack"]
async fn no_source_that_is_read_or_refused_ends_the_worker() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    browser.open(bridge.origin()).await?;
    let worker = Worker::start(&browser).await?;

    let nesting = SHAPES.iter().filter(|shape| shape.nests());
    let too_deep = nesting.map(|shape| shape.source(TOO_DEEP)).collect();
    for ending in endings(&worker, too_deep).await? {
        ensure!(ending == Ending::TooDeep, "{ending:?}");
    }

    let nearly = SHAPES.iter().map(|shape| shape.source(shape.page_depth));
    let scales = SCALES.into_iter().cycle();
    let mixed = (0..SEEDS).zip(scales).map(|(seed, scale)| mixed(seed, scale));
    let endings = endings(&worker, nearly.chain(mixed).collect()).await?;
    let count = |ending| endings.iter().filter(|other| **other == ending).count();
    // Else these would not be the sources that this is about.
    ensure!(count(Ending::Read) > 60, "{} were read", count(Ending::Read));
    ensure!(
        count(Ending::TooDeep) > 20,
        "{} were too deep",
        count(Ending::TooDeep)
    );
    browser.quit().await
}

/// How a run ended. All sources throw where they begin, once they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Read,
    TooDeep,
    /// No JavaScript.
    Refused,
}

async fn endings(worker: &Worker<'_>, sources: Vec<String>) -> Result<Vec<Ending>> {
    let requests: Vec<Vec<ToWorker>> = (1..)
        .map(RunId)
        .zip(sources)
        .map(|(run, source)| {
            vec![ToWorker::Run {
                run,
                file: "depth.js".to_owned(),
                source,
                globals: Globals::Fresh,
            }]
        })
        .collect();
    let answers = worker.ask_in_turn(&requests).await.context("run all sources")?;
    answers.iter().map(ending).collect()
}

fn ending(answer: &FromWorker) -> Result<Ending> {
    let FromWorker::Finished {
        outcome: Outcome::Threw(error),
        ..
    } = answer
    else {
        bail!("the worker said {answer:?} in a run");
    };
    let text = error.plain_text();
    Ok(match text {
        text if text.contains("nested too deeply") || text.contains("too long") => Ending::TooDeep,
        text if text.contains("SyntaxError") => Ending::Refused,
        _ => Ending::Read,
    })
}
