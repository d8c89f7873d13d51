//! QuickJS, compiled to WebAssembly by others, in a worker of an empty page: for scale. `tests/quickjs` bundles it.

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::json;
use tests::environment;
use thirtyfour::WebDriver;

const START: &str = "
const [script, then] = arguments;
const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
const worker = new Worker(address);
let answered = then;
worker.onerror = (event) => answered({ error: event.message });
worker.onmessage = ({ data }) => answered(data);
window.askQuickJs = (source, then) => {
  answered = then;
  worker.postMessage(source);
};";

const ASK: &str = "window.askQuickJs(...arguments)";

/// A worker in the browser's current tab.
#[derive(Debug)]
pub(crate) struct QuickJs<'a>(&'a WebDriver);

impl<'a> QuickJs<'a> {
    /// Starts it and waits until it is ready.
    pub(crate) async fn start(driver: &'a WebDriver) -> Result<Self> {
        let file = environment::quickjs()?;
        let script = fs::read_to_string(&file).with_context(|| format!("read {}", file.display()))?;
        let said = driver.execute_async(START, vec![json!(script)]).await?;
        if said.json() != "Ready" {
            bail!("QuickJS does not start: {}", said.json());
        }
        Ok(Self(driver))
    }

    /// The value of a script, as text. Each has a context of its own.
    pub(crate) async fn eval(&self, source: &str) -> Result<String> {
        let answer = self.0.execute_async(ASK, vec![json!(source)]).await?;
        match answer.json()["value"].as_str() {
            Some(value) => Ok(value.to_owned()),
            None => bail!("QuickJS says {}", answer.json()),
        }
    }
}
