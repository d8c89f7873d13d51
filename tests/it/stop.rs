//! An endless loop does not take the page along.

use std::time::Duration;

use anyhow::Result;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::os_process::wait_until_gone;

use crate::playground::{QUICK_START, last_number};

#[tokio::test]
async fn an_endless_loop_leaves_the_page_usable_and_stop_ends_it() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script("console.log('before'); while (true) {}").await?;
    page.press("run").await?;
    page.wait_for("data-run", "running").await?;
    // The page answers while the engine does not: what was printed is there, and the editor takes text.
    while !page.output().await?.iter().any(|line| line.text == "before") {
        tokio::task::yield_now().await;
    }
    page.set_script("1 + 1").await?;

    page.press("stop").await?;
    page.wait_for("data-run", "stopped").await?;
    page.wait_until_ready().await?;
    assert_eq!(page.run().await?, "ok");
    assert!(
        page.output()
            .await?
            .last()
            .is_some_and(|line| line.text.contains('2'))
    );
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn stop_ends_a_loop_of_plugin_calls_and_plugins_keep_their_state() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(&format!(
        "{QUICK_START}; console.log(greeter.meta.pid()); while (true) greeter.greet('x')"
    ))
    .await?;
    page.press("run").await?;
    while page.output().await?.len() < 3 {
        tokio::task::yield_now().await;
    }
    let pid = last_number(&page.output().await?)?;
    page.press("stop").await?;
    page.wait_for("data-run", "stopped").await?;
    page.set_script(QUICK_START).await?;
    assert_eq!(page.run().await?, "ok");
    assert_eq!(last_number(&page.output().await?)?, pid);
    browser.quit().await
}

#[tokio::test]
async fn what_cannot_be_stopped_otherwise_ends_with_its_worker_and_its_plugins() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(&format!(
        "{QUICK_START}; console.log(greeter.meta.pid()); [1].map(() => {{ while (true); }})"
    ))
    .await?;
    page.press("run").await?;
    while page.output().await?.len() < 3 {
        tokio::task::yield_now().await;
    }
    let pid = last_number(&page.output().await?)?;
    page.press("stop").await?;
    page.wait_for("data-run", "stopped").await?;
    wait_until_gone(pid, Duration::from_secs(5)).await?;
    page.wait_until_ready().await?;
    page.set_script(QUICK_START).await?;
    assert_eq!(page.run().await?, "ok");
    assert_ne!(last_number(&page.output().await?)?, pid);
    browser.quit().await
}

#[tokio::test]
async fn an_error_is_told_even_if_what_it_left_under_way_is_stopped() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script("console.log('before'); setInterval(() => {}, 1); throw new RangeError('kept')")
        .await?;
    page.press("run").await?;
    while page.output().await?.is_empty() {
        tokio::task::yield_now().await;
    }
    page.press("stop").await?;
    page.wait_for("data-run", "threw").await?;
    let output = page.output().await?;
    assert!(
        output
            .last()
            .is_some_and(|line| line.text.contains("RangeError: kept")),
        "{output:?}"
    );
    browser.quit().await
}
