//! The page's wiring: actions go into the state, effects come out and are carried out here, and the state is drawn.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_render::{AnimationFrame, request_animation_frame};
use web_editor::{Editor, Place};
use web_output::Handle;
use yew::{AttrValue, Callback, Component, Context, Html};

use crate::components::Entered;
use crate::document::{self, Autosave};
use crate::require_line::{RequireLine, require_line};
use crate::session_watch::SessionWatch;
use crate::state::{Action, Credentials, Effect, Origin, State};
use crate::worker_client::WorkerClient;
use crate::{bridge_call, clock, launch, page_events, storage};

mod view;

/// The root component.
pub(crate) struct App {
    state: State,
    worker: WorkerClient,
    watch: SessionWatch,
    opening_text: AttrValue,
    opening_history: AttrValue,
    autosave: Autosave,
    editor: Option<Rc<Editor>>,
    output: OutputLinks,
    /// Output that was added but not drawn yet.
    frame: Option<AnimationFrame>,
    _listeners: Vec<EventListener>,
}

/// What the output tells the page. Made once: a part of the output that is given the same ones is not drawn again.
pub(crate) struct OutputLinks {
    pub(crate) open: Callback<(Handle, u64)>,
    pub(crate) fold: Callback<u64>,
    pub(crate) reveal: Callback<Place>,
}

/// What components and the browser tell the page.
pub(crate) enum Message {
    /// To the state.
    Act(Action),
    /// Run the text that is in the editor now.
    Run,
    /// Something was entered at the prompt.
    Entered(Entered),
    /// Try to connect, or to start the engine, again.
    Retry,
    /// The editor is there.
    EditorMounted(Rc<Editor>),
    /// The text changed.
    TextChanged,
    /// Bring a module into the script.
    Require(AttrValue),
    /// Show a place in the script.
    Reveal(Place),
    /// Draw the output that came in since the last frame.
    Draw,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let raise: Callback<Action> = context.link().callback(Message::Act);
        // The code leaves the address bar before anything else happens.
        let code = launch::take_code();
        let (state, effects) = State::new(Credentials::new(code, storage::token()));
        let mut app = Self {
            state,
            worker: WorkerClient::new(raise.clone()),
            watch: SessionWatch::new(raise.clone()),
            opening_text: document::opening_text().into(),
            opening_history: storage::prompt_history().into(),
            autosave: Autosave::default(),
            editor: None,
            output: OutputLinks {
                open: raise.reform(|(handle, from)| Action::Open { handle, from }),
                fold: raise.reform(Action::Fold),
                reveal: context.link().callback(Message::Reveal),
            },
            frame: None,
            _listeners: page_events::listen(&raise, context.link().callback(|()| Message::Run)),
        };
        app.carry_out(effects);
        app
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => self.act(context, action),
            Message::Run => match self.editor.as_ref().map(|editor| editor.text()) {
                Some(text) => self.act(context, Action::Run(Origin::Editor, text)),
                None => false,
            },
            Message::Entered(Entered { source, history }) => {
                storage::keep_prompt_history(&history);
                self.act(context, Action::Run(Origin::Prompt, source))
            }
            Message::Retry => self.act(
                context,
                Action::Retry {
                    stored_token: storage::token(),
                },
            ),
            Message::EditorMounted(editor) => {
                editor.focus();
                self.editor = Some(editor);
                false
            }
            Message::TextChanged => {
                self.with_editor(|editor| self.autosave.changed(editor));
                false
            }
            Message::Require(module) => {
                self.with_editor(|editor| require(editor, &module));
                false
            }
            Message::Reveal(place) => {
                self.with_editor(|editor| {
                    editor.mark_problem(place);
                    editor.reveal(place);
                });
                false
            }
            Message::Draw => self.frame.take().is_some(),
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::page(self, context.link())
    }
}

impl App {
    /// Answers whether to draw now. A script that prints without end is drawn once a frame.
    fn act(&mut self, context: &Context<Self>, action: Action) -> bool {
        if action == Action::PageHidden {
            self.with_editor(|editor| self.autosave.flush(editor));
        }
        let can_wait = action.only_adds_output();
        let effects = self.state.apply(action, clock::now());
        self.carry_out(effects);
        if can_wait {
            let link = context.link().clone();
            self.frame
                .get_or_insert_with(|| request_animation_frame(move |_| link.send_message(Message::Draw)));
            return false;
        }
        self.frame = None;
        true
    }

    fn with_editor(&self, act: impl FnOnce(&Rc<Editor>)) {
        if let Some(editor) = &self.editor {
            act(editor);
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::StartWorker => self.worker.start(),
                Effect::DropWorker => self.worker.drop_worker(),
                Effect::Post(message) => self.worker.post(&message),
                Effect::Stop { run, limit_ms } => self.worker.stop(run, limit_ms),
                Effect::Farewell(call) => bridge_call::farewell(&call),
                Effect::Beat { session, after_ms } => self.watch.beat(session, after_ms),
                Effect::ReconnectAfter(pause_ms) => self.watch.reconnect_after(pause_ms),
                Effect::StopWatching => self.watch.stop(),
                Effect::StoreToken(token) => storage::keep_token(&token),
                Effect::ForgetToken => storage::forget_token(),
                Effect::MarkProblem(place) => {
                    self.with_editor(|editor| editor.mark_problem(place));
                }
                Effect::MarkWarning(place) => {
                    self.with_editor(|editor| editor.mark_warning(place));
                }
                Effect::ClearMarks => self.with_editor(|editor| editor.clear_marks()),
            }
        }
    }
}

fn require(editor: &Editor, module: &str) {
    match require_line(module, &editor.text()) {
        RequireLine::There(place) => editor.reveal(place),
        RequireLine::Missing(line) => {
            editor.prepend(&line);
            editor.focus();
        }
    }
}
