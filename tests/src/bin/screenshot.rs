//! `screenshot FILE`: the page after the quick start, for the README. `cargo xtask screenshot` calls it. It takes
//! no picture of a page that complains.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let file = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .context("name the file to write")?;
    // The page shows paths; these are the same on every machine that takes the picture.
    let home = tempfile::Builder::new().prefix("demo").rand_bytes(0).tempdir();
    let home = home.context("make the home directory of the picture")?;
    install_examples(&home.path().join(".go-go-goja/plugins/examples"))?;
    let bridge = Bridge::start_in(home, [""; 0]).await?;
    let browser = Browser::start().await?;
    let picture = picture(&bridge, &browser).await;
    browser.quit().await?;
    bridge.stop().await?;
    fs::write(&file, picture?).with_context(|| format!("write {}", file.display()))
}

fn install_examples(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let plugins = environment::plugins()?;
    for entry in fs::read_dir(&plugins).with_context(|| format!("list {}", plugins.display()))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name())).context("install an example plugin")?;
    }
    Ok(())
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
