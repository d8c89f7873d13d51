//! `screenshot FILE`: the page after the quick start, for the README. `cargo xtask screenshot` calls it. It takes
//! no picture of a page that complains.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use tests::bridge_process::Bridge;
use tests::browser::Browser;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let file = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .context("name the file to write")?;
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let picture = picture(&bridge, &browser).await;
    browser.quit().await?;
    bridge.stop().await?;
    std::fs::write(&file, picture?).with_context(|| format!("write {}", file.display()))
}

async fn picture(bridge: &Bridge, browser: &Browser) -> Result<Vec<u8>> {
    browser.set_view(1280, 800, 2).await?;
    let page = browser.open(bridge.link()).await?;
    page.wait_until_ready().await?;
    page.part("module").await?;
    let end = page.run().await?;
    let complaints = browser.complaints().await?;
    if end != "ok" || !complaints.is_empty() {
        bail!(
            "the quick start ended with {end}: {:?}\nthe browser says: {complaints:?}",
            page.output().await?
        );
    }
    browser
        .driver()
        .screenshot_as_png()
        .await
        .context("take the picture")
}
