//! Where the programs under test lie, as `cargo xtask test` says in the environment.

use std::env;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

/// The `pontoon` binary.
///
/// # Errors
/// `PONTOON_BIN` is not set.
pub fn pontoon() -> Result<PathBuf> {
    named("PONTOON_BIN")
}

/// The folder of the page that is inside of it.
///
/// # Errors
/// `PONTOON_PAGE` is not set.
pub fn page() -> Result<PathBuf> {
    named("PONTOON_PAGE")
}

/// A folder that holds the example plugins and nothing else.
///
/// # Errors
/// `PONTOON_PLUGINS` is not set.
pub fn plugins() -> Result<PathBuf> {
    named("PONTOON_PLUGINS")
}

/// The plugin that fails on command.
///
/// # Errors
/// `PONTOON_MISBEHAVING` is not set.
pub fn misbehaving() -> Result<PathBuf> {
    named("PONTOON_MISBEHAVING")
}

/// The programs on the genuine go-plugin, built from `tests/go`: the host `goja-host`, plugins beside it, and the
/// example plugins in the folder `examples`.
///
/// # Errors
/// `PONTOON_GO` is not set.
pub fn go_programs() -> Result<PathBuf> {
    named("PONTOON_GO")
}

/// The browser.
///
/// # Errors
/// `PONTOON_CHROMIUM` is not set.
pub fn chromium() -> Result<PathBuf> {
    named("PONTOON_CHROMIUM")
}

/// The browser's WebDriver server.
///
/// # Errors
/// `PONTOON_CHROMEDRIVER` is not set.
pub fn chromedriver() -> Result<PathBuf> {
    named("PONTOON_CHROMEDRIVER")
}

/// A program that runs a script in Boa alone.
///
/// # Errors
/// `PONTOON_PLAIN_BOA` is not set.
pub fn plain_boa() -> Result<PathBuf> {
    named("PONTOON_PLAIN_BOA")
}

/// The script of a worker that runs scripts in QuickJS.
///
/// # Errors
/// `PONTOON_QUICKJS` is not set.
pub fn quickjs() -> Result<PathBuf> {
    named("PONTOON_QUICKJS")
}

/// Where a benchmark leaves its figures.
///
/// # Errors
/// `PONTOON_BENCH` is not set.
pub fn figures() -> Result<PathBuf> {
    named("PONTOON_BENCH")
}

fn named(variable: &str) -> Result<PathBuf> {
    let value = env::var_os(variable).map(PathBuf::from);
    value.with_context(|| {
        format!("{variable} is not set; `cargo xtask test` and `cargo xtask bench` build what it names")
    })
}
