//! What it takes until the engine can run something: bytes on the way to the browser, and time.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::{environment, wire};
use thirtyfour::WebDriver;

/// Browsers with an empty profile, each started and ended.
const FIRST_VISITS: usize = 5;
const LATER_VISITS: usize = 15;

/// What was measured; times in milliseconds.
#[derive(Debug, Default)]
pub(crate) struct Load {
    /// The engine's wasm file.
    pub(crate) raw_bytes: usize,
    /// The same as the bridge sends it.
    pub(crate) brotli_bytes: usize,
    /// From the opened page to a ready engine, where nothing is cached.
    pub(crate) first_visits: Vec<f64>,
    /// The same in the same browser afterwards.
    pub(crate) later_visits: Vec<f64>,
    /// From a worker's start to its first message, where all is cached.
    pub(crate) workers: Vec<f64>,
}

/// Notes when the engine was ready, before anything else in the page runs.
const NOTE: &str = "
new MutationObserver(() => {
  if (document.querySelector('[data-engine=ready]')) window.engineReadyAt ??= performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true });";

const START_WORKER: &str = "
const [then] = arguments;
const started = performance.now();
const worker = new Worker(document.querySelector('meta[name=pontoon-worker]').content);
worker.onerror = (event) => then(event.message);
worker.onmessage = () => {
  then(performance.now() - started);
  worker.terminate();
};";

/// Measures all of it.
pub(crate) async fn measure(bridge: &Bridge) -> Result<Load> {
    let mut load = Load::default();
    (load.raw_bytes, load.brotli_bytes) = bytes(bridge).await?;
    for visit in 0..FIRST_VISITS {
        let browser = Browser::start().await?;
        let note = json!({ "source": NOTE });
        let cdp = browser.driver().cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", note)
            .await?;
        load.first_visits.push(visited(&browser, bridge).await?);
        if visit + 1 == FIRST_VISITS {
            for _ in 0..LATER_VISITS {
                load.later_visits.push(visited(&browser, bridge).await?);
                load.workers.push(started(browser.driver()).await?);
            }
        }
        browser.quit().await?;
    }
    Ok(load)
}

async fn bytes(bridge: &Bridge) -> Result<(usize, usize)> {
    let folder = environment::page()?;
    let names = fs::read_dir(&folder).with_context(|| format!("list {}", folder.display()))?;
    let names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let name = names
        .into_iter()
        .find(|name| name.starts_with("web-worker_bg-") && name.ends_with(".wasm"))
        .with_context(|| format!("find the engine in {}", folder.display()))?;
    let raw = fs::metadata(folder.join(&name))?.len();
    let get = format!("GET /{name} HTTP/1.1");
    let host = format!("host: {}", bridge.authority());
    let answer = wire::send(bridge.authority(), &[&get, &host, "accept-encoding: br"], &[]).await?;
    ensure!(
        answer.status == 200 && answer.header("content-encoding") == Some("br"),
        "{get} is answered with {:?}",
        answer.headers
    );
    Ok((usize::try_from(raw)?, answer.body.len()))
}

/// Opens the page; how long it took until the engine was ready.
async fn visited(browser: &Browser, bridge: &Bridge) -> Result<f64> {
    let page = browser.open(bridge.origin()).await?;
    page.wait_for("data-engine", "ready").await?;
    let noted = browser
        .driver()
        .execute("return window.engineReadyAt", Vec::new())
        .await?;
    noted
        .json()
        .as_f64()
        .context("nobody noted when the engine was ready")
}

async fn started(driver: &WebDriver) -> Result<f64> {
    let elapsed = driver.execute_async(START_WORKER, Vec::new()).await?;
    let elapsed = elapsed.json();
    elapsed
        .as_f64()
        .with_context(|| format!("the worker is lost: {elapsed}"))
}
