//! The browser's two stores. Either may be blocked or full: then nothing is kept, and the page works on.

use web_sys::{Storage, window};

const TOKEN: &str = "pontoon.token";
const TEXT: &str = "pontoon.text";
const PROMPT: &str = "pontoon.prompt";

/// The token of the running bridge, for the next tab or visit.
pub(crate) fn token() -> Option<String> {
    read(local(), TOKEN)
}

/// Keeps a token.
pub(crate) fn keep_token(token: &str) {
    write(local(), TOKEN, token);
}

/// Drops the token.
pub(crate) fn forget_token() {
    if let Some(store) = local() {
        let _ = store.remove_item(TOKEN);
    }
}

/// Whether a storage event of another tab is about the token.
pub(crate) fn is_token_key(key: Option<&str>) -> bool {
    key == Some(TOKEN)
}

/// The text that was edited last: in this tab, else in any.
pub(crate) fn text() -> Option<String> {
    read(session(), TEXT).or_else(|| read(local(), TEXT))
}

/// Keeps the text. The tab's own copy is never written by another tab; the one for new tabs is the latest.
pub(crate) fn keep_text(text: &str) {
    write(session(), TEXT, text);
    write(local(), TEXT, text);
}

/// What was entered at the prompt before, in any tab.
pub(crate) fn prompt_history() -> String {
    read(local(), PROMPT).unwrap_or_default()
}

/// Keeps what was entered at the prompt.
pub(crate) fn keep_prompt_history(history: &str) {
    write(local(), PROMPT, history);
}

fn local() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

fn read(store: Option<Storage>, key: &str) -> Option<String> {
    store?.get_item(key).ok().flatten()
}

fn write(store: Option<Storage>, key: &str, value: &str) {
    if let Some(store) = store {
        let _ = store.set_item(key, value);
    }
}
