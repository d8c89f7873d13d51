//! The script in the editor: where it comes from at start, and keeping it while it is edited.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_editor::Editor;

use crate::storage;

/// What a first visit shows.
const QUICK_START: &str = include_str!("../assets/quick-start.js");
const SAVE_AFTER_MS: u32 = 400;

/// The text to start with.
pub(crate) fn opening_text() -> String {
    storage::text().unwrap_or_else(|| QUICK_START.to_owned())
}

/// Saves the text a moment after a change, and at once when the page goes away.
#[derive(Default)]
pub(crate) struct Autosave {
    unsaved: Rc<Cell<bool>>,
}

impl Autosave {
    /// The text changed. Changes that follow within the moment are saved with it.
    pub(crate) fn changed(&self, editor: &Rc<Editor>) {
        if !self.unsaved.replace(true) {
            let (unsaved, editor) = (Rc::clone(&self.unsaved), Rc::clone(editor));
            Timeout::new(SAVE_AFTER_MS, move || save(&unsaved, &editor)).forget();
        }
    }

    /// Saves now what was not saved yet.
    pub(crate) fn flush(&self, editor: &Editor) {
        save(&self.unsaved, editor);
    }
}

fn save(unsaved: &Cell<bool>, editor: &Editor) {
    if unsaved.take() {
        storage::keep_text(&editor.text());
    }
}
