//! The message loop: requests are carried out one after another; a stop is heard in between.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Int32Array, SharedArrayBuffer};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_messages::{Credential, Document, FromWorker, Globals, RunId, ToWorker};
use web_output::{Handle, Opened};
use web_runtime::{Catalog, NoTransport, Outcome, Profile, Realm, Surroundings};
use web_sys::MessageEvent;

use crate::connect::{self, Session};
use crate::console_sink::PageConsole;
use crate::documents::PageDocuments;
use crate::heap::HEAP;
use crate::intl::BrowserIntl;
use crate::pace::WorkerPace;
use crate::present_session::PresentSession;
use crate::transport::BridgeTransport;
use crate::{outcome, page};

/// Reads messages from now on, and tells the page.
pub(crate) fn start() {
    let worker = Rc::new(Worker::new());
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| worker.hear(event.data()));
    page::scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    page::post(&FromWorker::Ready);
}

struct Worker {
    console: PageConsole,
    pace: Rc<WorkerPace>,
    session: PresentSession,
    surroundings: RefCell<Surroundings>,
    /// What the last run left.
    realm: RefCell<Option<Realm>>,
    waiting: RefCell<VecDeque<Request>>,
    is_busy: Cell<bool>,
}

/// What is carried out one after another.
enum Request {
    Connect(Option<Credential>),
    Documents(Vec<Document>),
    Run {
        run: RunId,
        file: String,
        source: String,
        globals: Globals,
    },
    Open {
        handle: Handle,
        from: u64,
    },
}

impl Worker {
    fn new() -> Self {
        let console = PageConsole::default();
        let pace = Rc::new(WorkerPace::default());
        let catalog = Catalog::absent("the page has not asked for one yet");
        let session = PresentSession::absent();
        let surroundings = Surroundings {
            pace: pace.clone(),
            heap: Some(&HEAP),
            intl: Some(Rc::new(BrowserIntl)),
            ..Surroundings::new(catalog, Rc::new(session.clone()), Rc::new(console.clone()))
        };
        Self {
            console,
            pace,
            session,
            surroundings: RefCell::new(surroundings),
            realm: RefCell::default(),
            waiting: RefCell::default(),
            is_busy: Cell::new(false),
        }
    }

    /// Reads a message: memory to share, or one of [`ToWorker`].
    fn hear(self: &Rc<Self>, data: JsValue) {
        if let Some(memory) = data.dyn_ref::<SharedArrayBuffer>() {
            return self.pace.use_flag(Int32Array::new(memory));
        }
        let message =
            serde_wasm_bindgen::from_value(data).expect("page and worker are built from the same types");
        let request = match message {
            ToWorker::Stop { run } => return self.pace.stop(run),
            ToWorker::Connect(credential) => Request::Connect(credential),
            ToWorker::Documents(documents) => Request::Documents(documents),
            ToWorker::Open { handle, from } => Request::Open { handle, from },
            ToWorker::Run {
                run,
                file,
                source,
                globals,
            } => Request::Run {
                run,
                file,
                source,
                globals,
            },
        };
        self.waiting.borrow_mut().push_back(request);
        if !self.is_busy.replace(true) {
            spawn_local(Rc::clone(self).carry_out());
        }
    }

    async fn carry_out(self: Rc<Self>) {
        loop {
            let request = self.waiting.borrow_mut().pop_front();
            match request {
                Some(Request::Connect(credential)) => self.connect(credential),
                Some(Request::Documents(documents)) => {
                    self.surroundings.borrow_mut().documents = Rc::new(PageDocuments::new(documents));
                }
                Some(Request::Run {
                    run,
                    file,
                    source,
                    globals,
                }) => self.run(run, &file, &source, globals).await,
                Some(Request::Open { handle, from }) => self.open(handle, from),
                None => break,
            }
        }
        self.is_busy.set(false);
    }

    fn connect(&self, credential: Option<Credential>) {
        match connect::open(credential) {
            Ok((connected, session)) => {
                self.use_session(session);
                page::post(&FromWorker::Connected(Box::new(connected)));
            }
            Err(refusal) => {
                let catalog = Catalog::absent(connect::reason_for_scripts(&refusal));
                self.session.set(NoTransport);
                self.surroundings.borrow_mut().catalog = Rc::new(catalog);
                page::post(&FromWorker::Refused(Box::new(refusal)));
            }
        }
    }

    fn open(&self, handle: Handle, from: u64) {
        let mut realm = self.realm.borrow_mut();
        let opened = realm
            .as_mut()
            .map_or(Opened::Gone, |realm| realm.open(handle, from));
        page::post(&FromWorker::Opened { handle, from, opened });
    }

    fn use_session(&self, session: Session) {
        let transport = BridgeTransport::new(&session.token, session.id, self.console.clone());
        self.session.set(transport);
        self.surroundings.borrow_mut().catalog = Rc::new(Catalog::new(session.modules));
    }

    async fn run(&self, run: RunId, file: &str, source: &str, globals: Globals) {
        self.console.begin(run);
        self.pace.begin(run);
        let started = page::now();
        let kept = self.realm.take().filter(|_| globals == Globals::Kept);
        let surroundings = self.surroundings.borrow().clone();
        let (realm, outcome) = run_in(kept, surroundings, file, source).await;
        self.realm.replace(realm);
        let elapsed_ms = page::now() - started;
        self.console.flush();
        page::post(&FromWorker::Finished {
            run,
            outcome: outcome::to_page(outcome),
            elapsed_ms,
        });
    }
}

/// Runs a source until nothing is left to do, timers and calls under way among it. An error is told even if that was
/// stopped.
async fn run_in(
    kept: Option<Realm>,
    surroundings: Surroundings,
    file: &str,
    source: &str,
) -> (Option<Realm>, Outcome) {
    let made = kept.map_or_else(|| Realm::new(Profile::Interactive, surroundings), Ok);
    let mut realm = match made {
        Ok(realm) => realm,
        Err(error) => return (None, Outcome::Threw(error)),
    };
    let outcome = realm.run(file, source).await;
    let is_stopped = matches!(outcome, Outcome::Stopped(_)) || !realm.settle().await;
    let outcome = match outcome {
        Outcome::Value(_) if is_stopped => Outcome::Stopped(None),
        outcome => outcome,
    };
    (Some(realm), outcome)
}
