//! The page as a test sees it: by the attributes and test ids that `web/app/src/dom_contract.rs` promises.

use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use serde_json::json;
use thirtyfour::extensions::query::ElementQueryable as _;
use thirtyfour::{By, Key, WebDriver, WebElement};

use crate::complaints;

const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Where an entry of the output says what it says: a text, a table, or something to look at.
const SHOWN: &str = "[data-testid=output-text], [data-testid=table], [data-testid=display]";

/// The page in the browser's current tab.
#[derive(Debug)]
pub struct Page<'a> {
    driver: &'a WebDriver,
}

/// One entry of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputLine {
    /// `console`, `value`, `error` or `notice`.
    pub kind: String,
    /// As printed; of a table the cells, and of what is only looked at the title, or else what a screen reader says.
    pub text: String,
}

impl<'a> Page<'a> {
    pub(crate) fn new(driver: &'a WebDriver) -> Self {
        Self { driver }
    }

    /// Waits until the page's attribute has the value, such as `data-run` and `ok`.
    ///
    /// # Errors
    /// It has another one when the time is over; the error names it.
    pub async fn wait_for(&self, attribute: &str, value: &str) -> Result<()> {
        let state = format!("[data-testid=page][{attribute}='{value}']");
        match self.wait_for_element(&state).await {
            Ok(_) => Ok(()),
            Err(_) => {
                let state = self.state().await?;
                Err(anyhow!(
                    "the page does not get to {attribute}={value} within {PATIENCE:?}; it is {state}"
                ))
            }
        }
    }

    /// Waits until engine and session are there.
    ///
    /// # Errors
    /// They are not when the time is over.
    pub async fn wait_until_ready(&self) -> Result<()> {
        self.wait_for("data-engine", "ready").await?;
        self.wait_for("data-bridge", "connected").await
    }

    /// The value of one of the page's attributes.
    ///
    /// # Errors
    /// The page is not there.
    pub async fn attribute(&self, name: &str) -> Result<Option<String>> {
        Ok(self.part("page").await?.attr(name).await?)
    }

    /// Replaces the text in the editor, as a paste does.
    ///
    /// # Errors
    /// The editor does not take it.
    pub async fn set_script(&self, text: &str) -> Result<()> {
        self.part("editor")
            .await?
            .click()
            .await
            .context("focus the editor")?;
        let keys = self
            .driver
            .action_chain()
            .key_down(Key::Control)
            .send_keys("a")
            .key_up(Key::Control);
        keys.perform().await.context("select the script")?;
        let typed = self
            .driver
            .cdp()
            .send_raw("Input.insertText", json!({ "text": text }))
            .await;
        typed.map(drop).context("type the script")
    }

    /// Presses Run and waits until that run has ended; returns `ok`, `threw`, `stopped` or `crashed`.
    ///
    /// # Errors
    /// There is no button, or the run does not end.
    pub async fn run(&self) -> Result<String> {
        let next = self.next_run().await?;
        self.press("run").await?;
        self.end_of(next).await
    }

    /// Enters a source at the prompt and waits until its run has ended; returns what [`Page::run`] does.
    ///
    /// # Errors
    /// There is no prompt, or the run does not end.
    pub async fn enter(&self, source: &str) -> Result<String> {
        let next = self.next_run().await?;
        let prompt = self.part("prompt").await?;
        prompt.send_keys(source).await.context("type at the prompt")?;
        prompt.send_keys(Key::Enter + "").await.context("press Enter")?;
        self.end_of(next).await
    }

    /// The number that the next run will have.
    async fn next_run(&self) -> Result<u32> {
        let number = self.attribute("data-run-number").await?;
        Ok(number
            .and_then(|number| number.parse().ok())
            .map_or(1, |number: u32| number + 1))
    }

    async fn end_of(&self, next: u32) -> Result<String> {
        let ends = ["ok", "threw", "stopped", "crashed"];
        let ended = ends.map(|end| format!("[data-testid=page][data-run-number='{next}'][data-run={end}]"));
        let page = self
            .wait_for_element(&ended.join(","))
            .await
            .context("wait for the end of the run")?;
        page.attr("data-run").await?.context("the page has no data-run")
    }

    /// Presses a button: `run`, `stop`, `clear`, `retry` or `insert-require`.
    ///
    /// # Errors
    /// It is not there.
    pub async fn press(&self, button: &str) -> Result<()> {
        self.part(button)
            .await?
            .click()
            .await
            .with_context(|| format!("press {button}"))
    }

    /// The entries of the output, oldest first.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn output(&self) -> Result<Vec<OutputLine>> {
        let mut lines = Vec::new();
        for entry in self.driver.find_all(By::Css("[data-testid=output-line]")).await? {
            lines.push(OutputLine {
                kind: entry.attr("data-kind").await?.unwrap_or_default(),
                text: shown_text(&entry.find(By::Css(SHOWN)).await?).await?,
            });
        }
        Ok(lines)
    }

    /// What the list of plugins says about a function of a module, such as `strings.upper`: first how to call it,
    /// then its texts.
    ///
    /// # Errors
    /// It is not listed when the time is over.
    pub async fn export(&self, module: &str, name: &str) -> Result<Vec<String>> {
        let export = format!("[data-module='{module}'] [data-export='{name}']");
        let export = self.wait_for_element(&export).await?;
        let mut texts = Vec::new();
        let parts = By::Css("[data-testid=signature], [data-testid=export-text]");
        for part in export.find_all(parts).await? {
            texts.push(part.text().await?);
        }
        Ok(texts)
    }

    /// The part with this test id, once it is there.
    ///
    /// # Errors
    /// It is not when the time is over.
    pub async fn part(&self, test_id: &str) -> Result<WebElement> {
        self.wait_for_element(&format!("[data-testid={test_id}]")).await
    }

    async fn wait_for_element(&self, selector: &str) -> Result<WebElement> {
        let query = self
            .driver
            .query(By::Css(selector.to_owned()))
            .wait(PATIENCE, LOOK_EVERY);
        query
            .first()
            .await
            .with_context(|| format!("find {selector} in the page"))
    }

    /// The page in words, for errors: its attributes, and what the browser complains about.
    async fn state(&self) -> Result<String> {
        let mut state = Vec::new();
        if let Ok(page) = self.driver.find(By::Css("[data-testid=page]")).await {
            for name in ["data-engine", "data-bridge", "data-run"] {
                state.push(format!("{name}={}", page.attr(name).await?.unwrap_or_default()));
            }
        } else {
            state.push("without its element [data-testid=page]".to_owned());
        }
        let complaints = complaints::logged_errors(self.driver).await?;
        Ok(format!("{}; the browser says: {complaints:?}", state.join(" ")))
    }
}

async fn shown_text(shown: &WebElement) -> Result<String> {
    let text = shown.text().await?;
    if !text.is_empty() {
        return Ok(text);
    }
    // Neither a picture nor the frame of a document has a text, but both have a name.
    match shown.find_all(By::Css("img, iframe")).await?.first() {
        Some(picture) => {
            let alternative = picture.attr("alt").await?;
            let name = match alternative {
                None => picture.attr("title").await?,
                named => named,
            };
            Ok(name.unwrap_or_default())
        }
        None => Ok(text),
    }
}
