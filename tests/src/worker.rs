//! The page's worker without the page: a worker of the same script, spoken to in the messages that the page sends.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use web_messages::{FromWorker, RunId, ToWorker};

use crate::browser::Browser;

/// Starts one and waits until it reads messages. What it says is kept until it is done with a request.
const START: &str = "
const done = arguments[arguments.length - 1];
const worker = new Worker(document.querySelector('meta[name=pontoon-worker]').content);
const flag = new Int32Array(new SharedArrayBuffer(4));
let said = [];
let answered = done;
worker.onerror = (event) => {
  worker.terminate();
  answered({ lost: event.message });
};
worker.onmessage = ({ data }) => {
  if (data === 'Ready') {
    worker.postMessage(flag.buffer);
    return done({ said: [] });
  }
  said.push(data);
  if (!('Console' in data)) answered({ said: said.splice(0) });
};
// JSON has no undefined, and an absent value is null.
const plain = (key, value) => (value === undefined ? null : value);
window.askWorker = (messages, then) => {
  answered = (answer) => then(JSON.parse(JSON.stringify(answer, plain)));
  for (const message of messages) worker.postMessage(message);
};
window.stopWorker = (run, message) => {
  Atomics.store(flag, 0, run);
  worker.postMessage(message);
};";

const TELL: &str = "
const [message, then] = arguments;
window.askWorker([message], () => {});
then({ said: [] });";

const ASK: &str = "window.askWorker(...arguments)";

/// A request is posted when the one before is answered.
const ASK_IN_TURN: &str = "
const [requests, then] = arguments;
const said = [];
const next = () => {
  const messages = requests.shift();
  if (!messages) return then({ said });
  window.askWorker(messages, (answer) => {
    if (!answer.said) return then({ ...answer, after: said.length });
    said.push(answer.said.at(-1));
    next();
  });
};
next();";

const ASK_AND_STOP: &str = "
const [message, run, stop, milliseconds, then] = arguments;
const timer = setTimeout(() => window.stopWorker(run, stop), milliseconds);
window.askWorker([message], (answer) => {
  clearTimeout(timer);
  then(answer);
});";

/// A worker in the browser's current page; it ends with the page.
#[derive(Debug)]
pub struct Worker<'a> {
    driver: &'a WebDriver,
}

impl<'a> Worker<'a> {
    /// Starts a worker of the script that the open page names.
    ///
    /// # Errors
    /// It does not start.
    pub async fn start(browser: &'a Browser) -> Result<Self> {
        let worker = Self {
            driver: browser.driver(),
        };
        worker
            .execute(START, Vec::new())
            .await
            .context("start a worker")?;
        Ok(worker)
    }

    /// Posts a message that the worker does not answer.
    ///
    /// # Errors
    /// The page is gone.
    pub async fn tell(&self, message: &ToWorker) -> Result<()> {
        self.execute(TELL, vec![json!(message)]).await.map(drop)
    }

    /// Posts a message and waits for all that the worker says until it is done with it: messages for the console, and
    /// then one of another kind.
    ///
    /// # Errors
    /// The worker is lost, or says something that the page would not understand.
    pub async fn ask(&self, message: &ToWorker) -> Result<Vec<FromWorker>> {
        self.execute(ASK, vec![json!([message])]).await
    }

    /// Carries out requests one after another: messages that the worker does not answer, and one that it does.
    /// Returns the last answer to each. This takes one call of the driver, not one each.
    ///
    /// # Errors
    /// As those of [`Worker::ask`].
    pub async fn ask_in_turn(&self, requests: &[Vec<ToWorker>]) -> Result<Vec<FromWorker>> {
        self.execute(ASK_IN_TURN, vec![json!(requests)]).await
    }

    /// As [`Worker::ask`] for a run that is stopped after a while, as the page stops it.
    ///
    /// # Errors
    /// As those of [`Worker::ask`].
    pub async fn ask_and_stop(
        &self,
        message: &ToWorker,
        run: RunId,
        after: Duration,
    ) -> Result<Vec<FromWorker>> {
        let stop = ToWorker::Stop { run };
        let milliseconds = u64::try_from(after.as_millis()).context("wait for less long")?;
        let arguments = vec![json!(message), json!(run), json!(stop), json!(milliseconds)];
        self.execute(ASK_AND_STOP, arguments).await
    }

    async fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Vec<FromWorker>> {
        let answer = self.driver.execute_async(script, arguments).await?;
        let mut answer = answer.json().clone();
        match answer.get_mut("said").map(Value::take) {
            Some(said) => serde_json::from_value(said).context("read what the worker says"),
            None => bail!("the worker is lost: {answer}"),
        }
    }
}
