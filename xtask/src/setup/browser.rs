//! Chromium and its driver, for the browser tests and the screenshot. They come from PATH or from the system's
//! packages; a test never goes without them in silence.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process::{self, find_on_path};
use crate::step::step;

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const APT_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A browser and the driver that speaks WebDriver for it.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

/// Finds both, or installs them where this user may.
pub(crate) fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let line = format!(
        "apt-get install --yes --no-install-recommends {}",
        APT_PACKAGES.join(" ")
    );
    if find_on_path("apt-get").is_some() && is_root() {
        step(&line, install)?;
        if let Some(browser) = find() {
            return Ok(browser);
        }
    }
    bail!(
        "the browser tests need Chromium and chromedriver on PATH; on Debian and Ubuntu run `sudo {line}`, \
         elsewhere install Chrome or Chromium and the chromedriver of the same version"
    )
}

fn find() -> Option<Browser> {
    Some(Browser {
        chromium: BROWSERS
            .into_iter()
            .filter_map(find_on_path)
            .find(|program| answers(program))?,
        chromedriver: find_on_path("chromedriver").filter(|program| answers(program))?,
    })
}

/// Ubuntu's `chromium-browser` may be a placeholder that only names another package manager, so being there is not enough.
fn answers(program: &Path) -> bool {
    let answer = process::command(program, Path::new("."))
        .arg("--version")
        .output();
    answer.is_ok_and(|answer| answer.status.success())
}

fn install() -> Result<()> {
    let apt = || {
        let mut apt = process::command("apt-get", Path::new("/"));
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    process::run(apt().args(["update", "--quiet"]))?;
    process::run(
        apt()
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(APT_PACKAGES),
    )
}

fn is_root() -> bool {
    process::read(process::command("id", Path::new("/")).arg("-u")).is_ok_and(|id| id.trim() == "0")
}
