//! `docs/plugins-in-go.md` says the truth: its plugin is the one that is built here, and its last step ends in the page
//! as it says.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;

const PLUGIN: &str = "goja-plugin-adder";

#[test]
fn the_plugin_on_the_page_is_the_one_that_is_built() -> Result<()> {
    let shown = block("go")?.replace("example.com/adder/contract", "pontoon/tests/go/contract");
    let built = fs::read_to_string(repository("tests/go/cmd/goja-plugin-adder/main.go"))?;
    assert!(
        shown == built,
        "docs/plugins-in-go.md shows another plugin than tests/go/cmd/goja-plugin-adder/main.go"
    );
    Ok(())
}

#[tokio::test]
async fn installed_as_the_page_says_it_is_called_from_the_browser() -> Result<()> {
    let home = tempfile::tempdir()?;
    let folder = home.path().join(".go-go-goja/plugins/adder");
    fs::create_dir_all(&folder)?;
    fs::copy(environment::go_programs()?.join(PLUGIN), folder.join(PLUGIN)).context("install the plugin")?;
    let bridge = Bridge::start_in(home, [""; 0]).await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(&block("js")?).await?;
    assert_eq!(page.run().await?, "threw");
    let texts: Vec<_> = page.output().await?.into_iter().map(|line| line.text).collect();
    assert_eq!(texts[0], "3");
    assert_eq!(texts[1].trim_end(), "ho ho");
    assert!(
        texts[2].contains("PluginError: argument 0 must be a number"),
        "{texts:?}"
    );
    browser.expect_no_complaints().await?;
    browser.quit().await
}

/// The page's first block in a language.
fn block(language: &str) -> Result<String> {
    let page = fs::read_to_string(repository("docs/plugins-in-go.md"))?;
    let (_, rest) = page
        .split_once(&format!("```{language}\n"))
        .with_context(|| format!("the page has no block in {language}"))?;
    let (block, _) = rest.split_once("```").context("the block has no end")?;
    Ok(block.to_owned())
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}
