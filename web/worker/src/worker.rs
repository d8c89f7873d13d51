//! The message loop: one message at a time, each answered before the next is read.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_messages::{Credential, FromWorker, Outcome, RunError, RunId, ToWorker};
use web_runtime::{Catalog, NoTransport, Runtime, ScriptError};
use web_sys::MessageEvent;

use crate::connect::{self, Session};
use crate::console_sink::PageConsole;
use crate::excerpt::excerpt;
use crate::page;
use crate::transport::BridgeTransport;

/// Reads messages from now on, and tells the page.
pub(crate) fn start() {
    let worker = RefCell::new(Worker::new());
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = serde_wasm_bindgen::from_value(event.data())
            .expect("page and worker are built from the same types");
        worker.borrow_mut().handle(message);
    });
    page::scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    page::post(&FromWorker::Ready);
}

struct Worker {
    console: Rc<PageConsole>,
    runtime: Runtime,
}

impl Worker {
    fn new() -> Self {
        let console = Rc::new(PageConsole::default());
        let catalog = Catalog::absent("the page has not asked for one yet");
        Self {
            runtime: Runtime::new(catalog, Rc::new(NoTransport), console.clone()),
            console,
        }
    }

    fn handle(&mut self, message: ToWorker) {
        match message {
            ToWorker::Connect(credential) => self.connect(credential),
            ToWorker::Run { run, source } => self.run(run, &source),
        }
    }

    fn connect(&mut self, credential: Option<Credential>) {
        match connect::open(credential) {
            Ok((connected, session)) => {
                self.use_session(session);
                page::post(&FromWorker::Connected(Box::new(connected)));
            }
            Err(refusal) => {
                let catalog = Catalog::absent(connect::reason_for_scripts(&refusal));
                self.runtime = Runtime::new(catalog, Rc::new(NoTransport), self.console.clone());
                page::post(&FromWorker::Refused(Box::new(refusal)));
            }
        }
    }

    fn use_session(&mut self, session: Session) {
        let catalog = Catalog::new(session.manifests);
        let transport = BridgeTransport::new(&session.token, session.id, self.console.clone());
        self.runtime = Runtime::new(catalog, Rc::new(transport), self.console.clone());
    }

    fn run(&mut self, run: RunId, source: &str) {
        self.console.begin(run);
        let started = page::now();
        let outcome = match self.runtime.run(source) {
            Ok(value) => Outcome::Value(value.map(excerpt)),
            Err(error) => Outcome::Threw(run_error(error)),
        };
        let elapsed_ms = page::now() - started;
        self.console.flush();
        page::post(&FromWorker::Finished {
            run,
            outcome,
            elapsed_ms,
        });
    }
}

fn run_error(error: ScriptError) -> RunError {
    RunError {
        name: error.name,
        message: excerpt(error.message),
        position: error.position.map(|position| (position.line, position.column)),
        frames: error.frames,
        stderr: error.stderr,
    }
}
