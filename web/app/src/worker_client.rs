//! The worker's whole life: where its script is, starting it, talking to it, noticing its end, replacing it.
//! No other file touches `Worker`. What is said by a worker that was replaced is never heard.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use thiserror::Error;
use wasm_bindgen::{JsCast as _, JsValue};
use web_messages::{RunId, ToWorker};
use web_sys::{ErrorEvent, HtmlMetaElement, MessageEvent, Worker, window};
use yew::Callback;

use crate::state::Action;
use crate::stop_flag::StopFlag;

/// Where the packaging step writes the address of the worker's script.
const ADDRESS: &str = "meta[name=pontoon-worker]";
/// A failed download inside a worker raises no event on the page; this is how long we wait before we say so.
const LOAD_LIMIT_MS: u32 = 60_000;

/// Owns at most one worker.
pub(crate) struct WorkerClient {
    raise: Callback<Action>,
    attached: Option<Attached>,
}

/// A live worker and everything that listens to it; dropping it ends both.
struct Attached {
    worker: Worker,
    stop_flag: StopFlag,
    stop_limit: Option<Timeout>,
    _listeners: [EventListener; 3],
    _load_limit: LoadLimit,
}

/// Runs out if the worker never says anything; its first message takes the timer away.
type LoadLimit = Rc<Cell<Option<Timeout>>>;

#[derive(Debug, Error)]
enum StartError {
    #[error("the page does not name its worker: {ADDRESS} is missing")]
    NoAddress,
    #[error("the browser refused to start the worker {address}: {reason}")]
    Refused { address: String, reason: String },
}

impl WorkerClient {
    /// No worker yet. What it says and how it ends is raised as actions.
    pub(crate) fn new(raise: Callback<Action>) -> Self {
        Self {
            raise,
            attached: None,
        }
    }

    /// Ends the present worker, if any, and starts another.
    pub(crate) fn start(&mut self) {
        self.drop_worker();
        match Attached::start(&self.raise) {
            Ok(attached) => self.attached = Some(attached),
            Err(error) => self.raise.emit(Action::WorkerLost(error.to_string())),
        }
    }

    /// Ends the present worker.
    pub(crate) fn drop_worker(&mut self) {
        self.attached = None;
    }

    /// Asks the worker to stop a run, and says when it had its time for that.
    pub(crate) fn stop(&mut self, run: RunId, limit_ms: u32) {
        self.post(&ToWorker::Stop { run });
        let raise = self.raise.clone();
        if let Some(attached) = &mut self.attached {
            attached.stop_flag.raise(run);
            attached.stop_limit = Some(Timeout::new(limit_ms, move || {
                raise.emit(Action::StopOverdue(run));
            }));
        }
    }

    /// Says something to the worker.
    pub(crate) fn post(&self, message: &ToWorker) {
        let Some(attached) = &self.attached else {
            return;
        };
        let posted = serde_wasm_bindgen::to_value(message)
            .map_err(JsValue::from)
            .and_then(|message| attached.worker.post_message(&message));
        if let Err(error) = posted {
            self.raise.emit(Action::WorkerLost(format!(
                "a message could not be sent: {}",
                text_of(&error)
            )));
        }
    }
}

impl Attached {
    fn start(raise: &Callback<Action>) -> Result<Self, StartError> {
        let address = address().ok_or(StartError::NoAddress)?;
        let worker = Worker::new(&address).map_err(|error| StartError::Refused {
            address,
            reason: text_of(&error),
        })?;
        let lost = raise.reform(Action::WorkerLost);
        let load_limit: LoadLimit = Rc::new(Cell::new(Some(load_limit(lost.clone()))));
        let stop_flag = StopFlag::default();
        let listeners = [
            EventListener::new(&worker, "message", {
                let (raise, load_limit) = (raise.clone(), Rc::clone(&load_limit));
                let (worker, stop_flag) = (worker.clone(), stop_flag.clone());
                move |event| {
                    // Before its first message the worker reads none.
                    if load_limit.take().is_some() {
                        stop_flag.share_with(&worker);
                    }
                    raise.emit(heard(event.unchecked_ref::<MessageEvent>().data()));
                }
            }),
            EventListener::new(&worker, "error", {
                let lost = lost.clone();
                move |event| lost.emit(problem(event.dyn_ref::<ErrorEvent>()))
            }),
            EventListener::new(&worker, "messageerror", {
                move |_| lost.emit("one of its messages could not be read".to_owned())
            }),
        ];
        Ok(Self {
            worker,
            stop_flag,
            stop_limit: None,
            _listeners: listeners,
            _load_limit: load_limit,
        })
    }
}

impl Drop for Attached {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn address() -> Option<String> {
    let meta = window()?.document()?.query_selector(ADDRESS).ok().flatten()?;
    let content = meta.dyn_into::<HtmlMetaElement>().ok()?.content();
    Some(content).filter(|address| !address.is_empty())
}

fn load_limit(lost: Callback<String>) -> Timeout {
    Timeout::new(LOAD_LIMIT_MS, move || {
        lost.emit(format!(
            "it did not load within {} seconds",
            LOAD_LIMIT_MS / 1_000
        ));
    })
}

fn heard(data: JsValue) -> Action {
    match serde_wasm_bindgen::from_value(data) {
        Ok(message) => Action::FromWorker(message),
        Err(error) => Action::WorkerLost(format!("one of its messages makes no sense: {error}")),
    }
}

/// A script that could not be loaded raises a plain event without a message.
fn problem(event: Option<&ErrorEvent>) -> String {
    let message = event.map(ErrorEvent::message).unwrap_or_default();
    match message.trim() {
        "" => "its files could not be loaded".to_owned(),
        message => message.to_owned(),
    }
}

fn text_of(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(|| "unknown error".to_owned(), |error| error.message().into())
}
