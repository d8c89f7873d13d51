//! The one clock of the connection: either the next heartbeat or the next attempt to connect is waiting, never both.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_messages::Connected;
use yew::Callback;

use crate::bridge_call;
use crate::state::Action;

/// Waits, and raises actions.
pub(crate) struct SessionWatch {
    raise: Callback<Action>,
    waiting: Option<Timeout>,
}

impl SessionWatch {
    /// Nothing is waiting yet.
    pub(crate) fn new(raise: Callback<Action>) -> Self {
        Self { raise, waiting: None }
    }

    /// Sends one heartbeat after a pause and raises how it went.
    pub(crate) fn beat(&mut self, session: Rc<Connected>, after_ms: u32) {
        let raise = self.raise.clone();
        self.waiting = Some(Timeout::new(after_ms, move || {
            wasm_bindgen_futures::spawn_local(async move {
                let outcome = bridge_call::beat(&session.heartbeat).await;
                raise.emit(Action::Beat {
                    session_id: session.session_id.clone(),
                    outcome,
                });
            });
        }));
    }

    /// Raises [`Action::ReconnectDue`] after a pause.
    pub(crate) fn reconnect_after(&mut self, pause_ms: u32) {
        let raise = self.raise.clone();
        self.waiting = Some(Timeout::new(pause_ms, move || raise.emit(Action::ReconnectDue)));
    }

    /// Forgets what is waiting.
    pub(crate) fn stop(&mut self) {
        self.waiting = None;
    }
}
