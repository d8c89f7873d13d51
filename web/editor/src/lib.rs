//! The code editor: CodeMirror, bundled by npm into `dist/editor.js`, behind a thin typed shim.
//! It edits text and marks places in it; it knows nothing of plugins, runs or storage.

mod bundle;

use std::fmt;

use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// A mounted editor; dropping it removes it from the page.
pub struct Editor {
    code: bundle::CodeEditor,
    // JavaScript calls these for as long as the editor is mounted.
    _on_change: Closure<dyn Fn()>,
    _on_run: Closure<dyn Fn()>,
}

/// A place in the text, counted from 1; columns count UTF-16 units, as JavaScript does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
    /// The line and column behind the last character, if more than one character is meant.
    pub end: Option<(u32, u32)>,
}

impl Editor {
    /// Mounts an editor into `host`, inside a shadow root. `label` is its accessible name. `on_change` is
    /// called after each change of the text, `on_run` when Ctrl+Enter or Cmd+Enter is pressed in it.
    pub fn mount(
        host: &HtmlElement,
        text: &str,
        label: &str,
        on_change: impl Fn() + 'static,
        on_run: impl Fn() + 'static,
    ) -> Self {
        let on_change: Closure<dyn Fn()> = Closure::new(on_change);
        let on_run: Closure<dyn Fn()> = Closure::new(on_run);
        Self {
            code: bundle::mount(host, text, label, &on_change, &on_run),
            _on_change: on_change,
            _on_run: on_run,
        }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> String {
        self.code.text()
    }

    /// Replaces the whole text; undo brings the old one back.
    pub fn set_text(&self, text: &str) {
        self.code.set_text(text);
    }

    /// Inserts whole lines before the first one and puts the caret behind them.
    pub fn prepend(&self, lines: &str) {
        self.code.prepend(lines);
    }

    /// Moves the keyboard focus into the editor.
    pub fn focus(&self) {
        self.code.focus();
    }

    /// Underlines one place without moving the caret: up to its end, or the word that begins there. The next problem, or an
    /// edit of its line, removes the mark.
    pub fn mark_problem(&self, place: Place) {
        let (end_line, end_column) = place.end.unwrap_or_default();
        self.code
            .mark_problem(place.line, place.column, end_line, end_column);
    }

    /// Underlines a place that a warning is about, besides others. An edit of its line removes the mark.
    pub fn mark_warning(&self, place: Place) {
        let (end_line, end_column) = place.end.unwrap_or_default();
        self.code
            .mark_warning(place.line, place.column, end_line, end_column);
    }

    /// Removes all marks.
    pub fn clear_marks(&self) {
        self.code.clear_marks();
    }

    /// Puts the caret at a place, scrolls there and moves the focus into the editor.
    pub fn reveal(&self, place: Place) {
        self.code.reveal(place.line, place.column);
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.code.destroy();
    }
}

impl fmt::Debug for Editor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Editor").finish_non_exhaustive()
    }
}
