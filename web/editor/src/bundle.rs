//! The names that `src/editor.js` exports. Nothing else in Rust sees them.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/dist/editor.js")]
extern "C" {
    pub(crate) type CodeEditor;

    pub(crate) fn mount(
        host: &HtmlElement,
        text: &str,
        label: &str,
        on_change: &Closure<dyn Fn()>,
        on_run: &Closure<dyn Fn()>,
    ) -> CodeEditor;

    #[wasm_bindgen(method)]
    pub(crate) fn text(this: &CodeEditor) -> String;

    #[wasm_bindgen(method, js_name = setText)]
    pub(crate) fn set_text(this: &CodeEditor, text: &str);

    #[wasm_bindgen(method)]
    pub(crate) fn prepend(this: &CodeEditor, text: &str);

    #[wasm_bindgen(method)]
    pub(crate) fn focus(this: &CodeEditor);

    #[wasm_bindgen(method, js_name = markProblem)]
    pub(crate) fn mark_problem(this: &CodeEditor, line: u32, column: u32, end_line: u32, end_column: u32);

    #[wasm_bindgen(method, js_name = markWarning)]
    pub(crate) fn mark_warning(this: &CodeEditor, line: u32, column: u32, end_line: u32, end_column: u32);

    #[wasm_bindgen(method, js_name = clearMarks)]
    pub(crate) fn clear_marks(this: &CodeEditor);

    #[wasm_bindgen(method)]
    pub(crate) fn reveal(this: &CodeEditor, line: u32, column: u32);

    #[wasm_bindgen(method)]
    pub(crate) fn destroy(this: &CodeEditor);
}
