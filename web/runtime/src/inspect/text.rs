//! A string as a preview. Half a surrogate pair is no character, and is shown as code would write it.

use boa_engine::JsString;
use web_output::Preview;

/// The first characters of a string.
pub(super) fn beginning(text: &JsString, limit: usize) -> Preview {
    let mut shown = String::new();
    let mut escapes = Vec::new();
    let mut characters = char::decode_utf16(text.iter());
    for next in characters.by_ref().take(limit) {
        match next {
            Ok(next) => shown.push(next),
            Err(lone) => {
                escapes.push(shown.len());
                shown.push_str(&format!("\\u{:X}", lone.unpaired_surrogate()));
            }
        }
    }
    Preview::Text {
        text: shown,
        escapes,
        hidden: characters.count() as u64,
    }
}
