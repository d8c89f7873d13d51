//! What the browser tells the whole page: the shortcut of Run, leaving and coming back, and news of other tabs.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{KeyboardEvent, PageTransitionEvent, StorageEvent, VisibilityState, window};
use yew::Callback;

use crate::state::Action;
use crate::storage;

/// Listens until dropped. `on_run` is called for Ctrl+Enter or Cmd+Enter outside the editor; the editor handles
/// its own.
pub(crate) fn listen(raise: &Callback<Action>, on_run: Callback<()>) -> Vec<EventListener> {
    let Some(window) = window() else {
        return Vec::new();
    };
    let mut listeners = vec![
        EventListener::new_with_options(
            &window,
            "keydown",
            EventListenerOptions::enable_prevent_default(),
            {
                move |event| {
                    if !event.default_prevented() && event.dyn_ref().is_some_and(asks_to_run) {
                        event.prevent_default();
                        on_run.emit(());
                    }
                }
            },
        ),
        EventListener::new(&window, "pagehide", {
            let raise = raise.clone();
            move |_| raise.emit(Action::PageHidden)
        }),
        EventListener::new(&window, "pageshow", {
            let raise = raise.clone();
            move |event| {
                if event
                    .dyn_ref::<PageTransitionEvent>()
                    .is_some_and(PageTransitionEvent::persisted)
                {
                    raise.emit(Action::PageShown { restored: true });
                }
            }
        }),
        EventListener::new(&window, "storage", {
            let raise = raise.clone();
            move |event| {
                if let Some(token) = event.dyn_ref().and_then(new_token) {
                    raise.emit(Action::TokenAppeared(token));
                }
            }
        }),
    ];
    if let Some(document) = window.document() {
        let (raise, page) = (raise.clone(), document.clone());
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            if page.visibility_state() == VisibilityState::Visible {
                raise.emit(Action::PageShown { restored: false });
            }
        }));
    }
    listeners
}

fn asks_to_run(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing()
}

fn new_token(event: &StorageEvent) -> Option<String> {
    event
        .new_value()
        .filter(|_| storage::is_token_key(event.key().as_deref()))
}
