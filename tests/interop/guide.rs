//! The pages that lead to a first plugin say the truth: what they show is built, and their last step ends in the real
//! page as they say.

mod go;
mod rust;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use tests::bridge_process::Bridge;
use tests::browser::Browser;

/// A page of the documentation.
struct Guide(String);

impl Guide {
    fn read(path: &str) -> Result<Self> {
        let text = fs::read_to_string(repository(path)).with_context(|| format!("read {path}"))?;
        Ok(Self(text))
    }

    /// The first block in a language, as `rust,ignore` among them.
    fn block(&self, language: &str) -> Result<&str> {
        self.blocks(language)
            .next()
            .with_context(|| format!("the page has no block in {language}"))
    }

    fn blocks(&self, language: &str) -> impl Iterator<Item = &str> {
        let opening = format!("\n```{language}\n");
        let parts: Vec<&str> = self.0.split(&opening).skip(1).collect();
        parts
            .into_iter()
            .filter_map(|part| Some(part.split_once("```")?.0))
    }
}

/// Runs a script in the page of a bridge whose plugins are those in `home`. The answers are how it ended and the texts
/// that it left.
async fn run_in_the_page(home: tempfile::TempDir, script: &str) -> Result<(String, Vec<String>)> {
    let bridge = Bridge::start_in(home, [""; 0]).await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(script).await?;
    let ended = page.run().await?;
    let texts = page.output().await?.into_iter().map(|line| line.text).collect();
    browser.expect_no_complaints().await?;
    browser.quit().await?;
    Ok((ended, texts))
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}
