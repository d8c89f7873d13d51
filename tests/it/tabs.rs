//! Each tab is a session of its own, with its own processes, which end with it.

use std::time::Duration;

use anyhow::Result;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::os_process::{is_alive, wait_until_gone};

use crate::playground::{QUICK_START, last_number};

#[tokio::test]
async fn two_tabs_have_two_processes_and_a_closed_tab_takes_its_own_along() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(QUICK_START).await?;
    assert_eq!(page.run().await?, "ok");
    let first = last_number(&page.output().await?)?;
    let first_tab = browser.driver().window().await?;

    let second_page = browser.open_in_new_tab(bridge.origin()).await?;
    second_page.wait_until_ready().await?;
    second_page.set_script(QUICK_START).await?;
    assert_eq!(second_page.run().await?, "ok");
    let second = last_number(&second_page.output().await?)?;
    assert_ne!(first, second);
    assert!(is_alive(first) && is_alive(second));

    browser.expect_no_complaints().await?;
    browser.driver().close_window().await?;
    wait_until_gone(second, Duration::from_secs(15)).await?;
    assert!(is_alive(first), "closing one tab ended the other's plugin");
    browser.driver().switch_to_window(first_tab).await?;
    assert_eq!(page.run().await?, "ok");
    assert_eq!(last_number(&page.output().await?)?, first);
    // Without a tab left the browser would end, and take its tabs along in another way.
    let blank = browser.driver().new_tab().await?;
    browser.driver().close_window().await?;
    browser.driver().switch_to_window(blank).await?;
    wait_until_gone(first, Duration::from_secs(15)).await?;
    browser.quit().await
}
