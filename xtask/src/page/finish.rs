//! The finishing step: from trunk's output to the page that the bridge serves.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::page::assets::{self, Assets, Changes};
use crate::page::{bootstrap, custom_sections, fingerprint};

const ENTRY: &str = "index.html";
const BOOTSTRAP: &str = "start.js";

/// Reads trunk's output and makes `finished` hold the page.
pub(crate) fn finish(trunk_output: &Path, finished: &Path) -> Result<Changes> {
    let page = finished_page(assets::read(trunk_output)?)
        .with_context(|| format!("finish the page that trunk left in {}", trunk_output.display()))?;
    assets::mirror(&page, finished)
}

fn finished_page(mut assets: Assets) -> Result<Assets> {
    let html = assets.remove(ENTRY).context("there is no index.html")?;
    let html = String::from_utf8(html).context("index.html is not UTF-8")?;
    let parted = bootstrap::part(&html, BOOTSTRAP)?;
    bootstrap::refuse_inline_code(&parted.html)?;
    assets.insert(BOOTSTRAP.to_owned(), parted.script.into_bytes());
    assets.insert(ENTRY.to_owned(), parted.html.into_bytes());
    for (name, content) in &mut assets {
        if name.ends_with(".wasm") {
            *content = custom_sections::remove(content).with_context(|| format!("read {name}"))?;
        }
    }
    fingerprint::rename(assets, ENTRY)
}

#[cfg(test)]
mod tests;
