//! Opens a session, keeps it, and connects again when the connection breaks.

use std::rc::Rc;

use web_messages::{Connected, Refusal, RefusalKind, ToWorker};

use crate::state::credentials::Rejection;
use crate::state::{BeatOutcome, Bridge, Effect, Engine, State};

const FIRST_PAUSE_MS: u32 = 1_000;
const LONGEST_PAUSE_MS: u32 = 10_000;

impl State {
    pub(super) fn connected(&mut self, connected: Connected) -> Vec<Effect> {
        let session = Rc::new(connected);
        self.credentials.issued(session.token.clone());
        self.session = Some(Rc::clone(&session));
        self.bridge = Bridge::Connected;
        let after_ms = session.heartbeat_every_ms;
        vec![
            Effect::StoreToken(session.token.clone()),
            Effect::Beat { session, after_ms },
        ]
    }

    pub(super) fn refused(&mut self, mut refusal: Refusal) -> Vec<Effect> {
        self.session = None;
        let mut effects = vec![Effect::StopWatching];
        if let Some(token) = refusal.token.take() {
            self.credentials.issued(token.clone());
            effects.push(Effect::StoreToken(token));
        }
        match refusal.kind {
            RefusalKind::CredentialRefused => match self.credentials.rejected() {
                Rejection::TryNext => {
                    effects.extend(self.connect());
                    return effects;
                }
                Rejection::NothingLeft => effects.push(Effect::ForgetToken),
            },
            RefusalKind::Unreachable => {
                effects.push(Effect::ReconnectAfter(self.unreachable(false)));
                return effects;
            }
            RefusalKind::NoCredential | RefusalKind::CatalogInvalid | RefusalKind::Other => {}
        }
        self.bridge = Bridge::Refused(Rc::new(refusal));
        effects
    }

    pub(super) fn beat(&mut self, session_id: &str, outcome: BeatOutcome) -> Vec<Effect> {
        let Some(session) = self.watched_session(session_id) else {
            return Vec::new();
        };
        match outcome {
            BeatOutcome::Alive => {
                self.bridge = Bridge::Connected;
                let after_ms = session.heartbeat_every_ms;
                vec![Effect::Beat { session, after_ms }]
            }
            BeatOutcome::NoAnswer => {
                let after_ms = self.unreachable(true);
                vec![Effect::Beat { session, after_ms }]
            }
            BeatOutcome::SessionGone => {
                self.transcript.notice(
                    "The bridge ended the session; a new one is being opened. Plugin state is gone."
                        .to_owned(),
                );
                self.session = None;
                self.connect()
            }
        }
    }

    pub(super) fn reconnect_due(&mut self) -> Vec<Effect> {
        match (&self.engine, &self.bridge) {
            (
                Engine::Ready,
                Bridge::Unreachable {
                    session_open: false, ..
                },
            ) => vec![Effect::Post(ToWorker::Connect(self.credentials.next()))],
            _ => Vec::new(),
        }
    }

    /// Try again was pressed.
    pub(super) fn reconnect(&mut self) -> Vec<Effect> {
        match (&self.bridge, &self.session) {
            (
                Bridge::Unreachable {
                    session_open: true, ..
                },
                Some(session),
            ) => {
                vec![Effect::Beat {
                    session: Rc::clone(session),
                    after_ms: 0,
                }]
            }
            _ => self.connect(),
        }
    }

    pub(super) fn token_appeared(&mut self, token: String) -> Vec<Effect> {
        self.credentials.issued(token);
        match (&self.engine, &self.bridge) {
            (Engine::Ready, Bridge::Refused(refusal)) if asks_for_credential(refusal.kind) => self.connect(),
            _ => Vec::new(),
        }
    }

    /// Timers stand still in a hidden tab, so the session is looked after as soon as somebody looks.
    pub(super) fn page_shown(&mut self, restored: bool) -> Vec<Effect> {
        if restored {
            // The session was closed when the page went away.
            self.session = None;
            return match self.engine {
                Engine::Ready => self.connect(),
                _ => Vec::new(),
            };
        }
        match (&self.bridge, &self.session) {
            (
                Bridge::Connected
                | Bridge::Unreachable {
                    session_open: true, ..
                },
                Some(session),
            ) => {
                vec![Effect::Beat {
                    session: Rc::clone(session),
                    after_ms: 0,
                }]
            }
            _ => Vec::new(),
        }
    }

    /// Counts a failure and answers how long to wait before the next attempt.
    fn unreachable(&mut self, session_open: bool) -> u32 {
        let before = match self.bridge {
            Bridge::Unreachable { failures, .. } => failures,
            _ => 0,
        };
        self.bridge = Bridge::Unreachable {
            failures: before + 1,
            session_open,
        };
        FIRST_PAUSE_MS
            .saturating_mul(1 << before.min(8))
            .min(LONGEST_PAUSE_MS)
    }

    fn watched_session(&self, session_id: &str) -> Option<Rc<Connected>> {
        let watched = matches!(
            self.bridge,
            Bridge::Connected
                | Bridge::Unreachable {
                    session_open: true,
                    ..
                }
        );
        self.session
            .clone()
            .filter(|session| watched && session.session_id == session_id)
    }
}

/// Whether a token is all that is missing.
fn asks_for_credential(kind: RefusalKind) -> bool {
    matches!(kind, RefusalKind::NoCredential | RefusalKind::CredentialRefused)
}
