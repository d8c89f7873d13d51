//! What becomes of the browser of a test that fails: nothing of it is left, and nobody waits for it.

use std::time::{Duration, Instant};

use anyhow::Result;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::os_process::wait_until_gone;

/// For all of its processes together.
const BOUND: Duration = Duration::from_secs(5);

#[tokio::test]
async fn a_browser_that_is_dropped_ends_at_once_with_all_its_processes() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    browser.open_ready(bridge.link()).await?;
    let processes = browser.processes();
    assert!(processes.len() > 3, "only {processes:?}");
    let dropped = Instant::now();
    drop(browser);
    for process in processes {
        wait_until_gone(process, BOUND).await?;
    }
    let elapsed = dropped.elapsed();
    assert!(elapsed < BOUND, "{elapsed:?}");
    Ok(())
}
