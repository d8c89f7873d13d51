//! What the tests are told through the environment: where the built programs, the page and the browser lie. Tests
//! never build or search by themselves, so that they always drive what this command just built.

use std::cell::OnceCell;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;

use crate::bridge::{self, PAGE_VARIABLE};
use crate::go;
use crate::page::{self, Quality};
use crate::plugins::{self, Profile};
use crate::process;
use crate::setup::browser::{self, Browser};
use crate::step::step;
use crate::workspace::Workspace;

/// The `pontoon` binary.
const BINARY: &str = "PONTOON_BIN";
/// A folder that holds the example plugins and nothing else.
const PLUGINS: &str = "PONTOON_PLUGINS";
/// The plugin that fails on command.
const MISBEHAVING: &str = "PONTOON_MISBEHAVING";
/// A plugin built on the genuine go-plugin.
const GO_PLUGIN: &str = "PONTOON_GO_PLUGIN";
/// Every program built on it: a host, plugins, and a folder of the example plugins.
const GO_PROGRAMS: &str = "PONTOON_GO";
const CHROMIUM: &str = "PONTOON_CHROMIUM";
const CHROMEDRIVER: &str = "PONTOON_CHROMEDRIVER";

/// Names and values for [`std::process::Command::envs`].
pub(crate) type Environment = Vec<(&'static str, OsString)>;

/// For tests that start plugins, but neither the binary nor a browser.
pub(crate) fn without_page(workspace: &Workspace) -> Result<Environment> {
    let mut environment = plugins(workspace, Profile::Dev)?;
    let go_plugin = go::build_programs(workspace)?.join("goja-plugin-go-greeter");
    environment.push((GO_PLUGIN, go_plugin.into()));
    // The same value as in the tests with a browser, so that cargo does not rebuild the server in between.
    environment.push((PAGE_VARIABLE, Quality::Quick.page_folder(workspace).into()));
    Ok(environment)
}

/// What is built for tests that drive the binary with a browser: once, for all parts that ask for it.
#[derive(Debug, Default)]
pub(crate) struct BrowserPrograms(OnceCell<Environment>);

impl BrowserPrograms {
    /// Builds them, unless that was done.
    pub(crate) fn ensure(&self, workspace: &Workspace) -> Result<Environment> {
        if let Some(environment) = self.0.get() {
            return Ok(environment.clone());
        }
        let browser = browser::ensure()?;
        // A dev build would read the page from its folder, uncompressed: not what people run.
        let page = page::build(workspace, Quality::Quick)?;
        let binary = bridge::build(workspace, Profile::Quick, &page)?;
        let mut built = plugins(workspace, Profile::Dev)?;
        built.extend(of_binary(page, binary));
        built.extend(of_browser(browser));
        Ok(self.0.get_or_init(|| built).clone())
    }
}

/// Every program on the genuine go-plugin, for tests that need more than one.
pub(crate) fn go_programs(workspace: &Workspace) -> Result<Environment> {
    Ok(vec![(GO_PROGRAMS, go::build_programs(workspace)?.into())])
}

/// What a browser shows to people: everything is built as they get it.
pub(crate) fn for_people(workspace: &Workspace) -> Result<Environment> {
    let mut environment = released_page(workspace)?;
    environment.extend(plugins(workspace, Profile::Plugin)?);
    Ok(environment)
}

/// The same without plugins.
pub(crate) fn released_page(workspace: &Workspace) -> Result<Environment> {
    let browser = browser::ensure()?;
    let mut environment = released_binary(workspace)?;
    environment.extend(of_browser(browser));
    Ok(environment)
}

/// The same without a browser.
pub(crate) fn released(workspace: &Workspace) -> Result<Environment> {
    let mut environment = released_binary(workspace)?;
    environment.extend(plugins(workspace, Profile::Plugin)?);
    Ok(environment)
}

fn released_binary(workspace: &Workspace) -> Result<Environment> {
    let page = page::build(workspace, Quality::Release)?;
    let binary = bridge::build(workspace, Profile::Release, &page)?;
    Ok(of_binary(page, binary))
}

fn of_binary(page: PathBuf, binary: PathBuf) -> Environment {
    vec![(PAGE_VARIABLE, page.into()), (BINARY, binary.into())]
}

fn of_browser(browser: Browser) -> Environment {
    vec![
        (CHROMIUM, browser.chromium.into()),
        (CHROMEDRIVER, browser.chromedriver.into()),
    ]
}

fn plugins(workspace: &Workspace, profile: Profile) -> Result<Environment> {
    let examples = plugins::build_examples(workspace, profile)?;
    let folder = workspace.target().join(format!("plugins-{}", profile.folder()));
    plugins::place(&examples, &folder)?;
    Ok(vec![
        (PLUGINS, folder.into()),
        (MISBEHAVING, misbehaving(workspace, profile)?.into()),
    ])
}

fn misbehaving(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    const NAME: &str = "goja-plugin-misbehaving";
    step(format_args!("misbehaving plugin ({})", profile.name()), || {
        process::run(
            workspace
                .cargo()
                .args(["build", "--profile", profile.name(), "--package", NAME]),
        )
    })?;
    Ok(workspace.binary(profile.folder(), NAME))
}
