//! A headless Chromium with a fresh profile, driven through chromedriver on a free port. Nothing in it speaks to the
//! network by itself.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities as _;
use thirtyfour::{
    ChromeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, TimeoutConfiguration, WebDriver,
};
use tokio::process::Child;

use crate::page::Page;
use crate::process_log::ProcessLog;
use crate::{complaints, environment, os_process};

const START: Duration = Duration::from_secs(30);
/// What a script of a test may take: filling 2 GiB takes a minute on a slow machine.
const SCRIPT: Duration = Duration::from_secs(180);
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=en-US",
];

/// A running browser. [`Browser::quit`] lets it end in order; dropped, as by a test that fails, it is killed.
#[derive(Debug)]
pub struct Browser {
    driver: WebDriver,
    chromedriver: Child,
    // The last, because nothing writes into it any more when it is removed.
    _profile: TempDir,
}

impl Drop for Browser {
    /// The driver's own way would block this thread for two minutes: it waits for an answer over a connection that
    /// this very thread would have to serve.
    fn drop(&mut self) {
        // It refuses a session that was ended in order, which needs nothing.
        let _ = self.driver.clone().leak();
        if let Some(pid) = self.chromedriver.id() {
            os_process::kill_family(pid);
        }
    }
}

impl Browser {
    /// Starts driver and browser.
    ///
    /// # Errors
    /// Either does not start.
    pub async fn start() -> Result<Self> {
        let profile = tempfile::Builder::new()
            .prefix("chromium-")
            .tempdir()
            .context("make a browser profile")?;
        let (chromedriver, log, port) = start_driver(&profile).await?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities(&profile)?).await;
        let driver =
            driver.with_context(|| format!("start Chromium; chromedriver printed:\n{}", log.text()))?;
        let patience = TimeoutConfiguration::new(Some(SCRIPT), None, None);
        driver
            .update_timeouts(patience)
            .await
            .context("have the driver wait longer")?;
        Ok(Self {
            driver,
            chromedriver,
            _profile: profile,
        })
    }

    /// Opens an address in the current tab.
    ///
    /// # Errors
    /// The browser does not get there.
    pub async fn open(&self, address: &str) -> Result<Page<'_>> {
        complaints::count_violations(&self.driver).await?;
        self.driver
            .goto(address)
            .await
            .with_context(|| format!("open {address}"))?;
        Ok(Page::new(&self.driver))
    }

    /// Opens an address in the current tab and waits until engine and session are there.
    ///
    /// # Errors
    /// They are not when the time is over.
    pub async fn open_ready(&self, address: &str) -> Result<Page<'_>> {
        let page = self.open(address).await?;
        page.wait_until_ready().await?;
        Ok(page)
    }

    /// Opens an address in a new tab, which becomes the current one.
    ///
    /// # Errors
    /// The browser does not get there.
    pub async fn open_in_new_tab(&self, address: &str) -> Result<Page<'_>> {
        let tab = self.driver.new_tab().await.context("open a tab")?;
        self.driver
            .switch_to_window(tab)
            .await
            .context("switch to the new tab")?;
        self.open(address).await
    }

    /// The processes of browser and driver.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        self.chromedriver
            .id()
            .map(os_process::family_of)
            .unwrap_or_default()
    }

    /// For what has no name here.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Sets the view for a picture: the size of the page's area, how many device pixels make one of its pixels, the
    /// light theme, no scrollbars.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn set_view(&self, width: u32, height: u32, scale: u32) -> Result<()> {
        let view = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        let light = json!({ "features": [{ "name": "prefers-color-scheme", "value": "light" }] });
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setDeviceMetricsOverride", view)
            .await
            .context("set the view's size")?;
        cdp.send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true }))
            .await
            .context("hide the scrollbars")?;
        cdp.send_raw("Emulation.setEmulatedMedia", light)
            .await
            .context("set the light theme")?;
        Ok(())
    }

    /// What the browser complained about since the last call: script errors, failed requests, refused code. Pages
    /// that work lead to none.
    ///
    /// # Errors
    /// The driver does not answer.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        complaints::logged_errors(&self.driver).await
    }

    /// Fails if the browser complained, or if a content security policy was violated on the current page.
    ///
    /// # Errors
    /// There is a complaint; the error lists all.
    pub async fn expect_no_complaints(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        let violations = complaints::violations(&self.driver).await?;
        if violations > 0 || !complaints.is_empty() {
            bail!("{violations} policy violations; the browser complained: {complaints:#?}");
        }
        Ok(())
    }

    /// Ends browser and driver.
    ///
    /// # Errors
    /// The driver does not answer.
    pub async fn quit(self) -> Result<()> {
        self.driver.clone().quit().await.context("end the browser")
    }
}

fn capabilities(profile: &TempDir) -> Result<ChromeCapabilities> {
    let chromium = environment::chromium()?;
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&chromium.to_string_lossy())?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    Ok(capabilities)
}

/// Starts a driver, and finds its port. It takes a free one of IPv6 first and ends when the same one of IPv4 is in use: then
/// another is started.
async fn start_driver(profile: &TempDir) -> Result<(Child, ProcessLog, u16)> {
    const ATTEMPTS: usize = 5;
    let program = environment::chromedriver()?;
    let mut attempt = 1;
    loop {
        let mut command = os_process::command(&program);
        // What browser and driver leave in the folder for temporary files goes with the profile.
        command.arg("--port=0").env("TMPDIR", profile.path());
        let mut driver = command
            .spawn()
            .with_context(|| format!("start {}", program.display()))?;
        let log = ProcessLog::follow(&mut driver)?;
        match log.wait_for("chromedriver's port", START, driver_port).await {
            Ok(port) => return Ok((driver, log, port)),
            Err(_) if attempt < ATTEMPTS && log.text().contains("port not available") => attempt += 1,
            Err(error) => return Err(error),
        }
    }
}

/// `ChromeDriver was started successfully on port 40123.`
fn driver_port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}
