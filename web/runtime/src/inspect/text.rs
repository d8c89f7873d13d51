//! A string as a preview. Half a surrogate pair is no character, and is shown as code would write it.

use boa_engine::JsString;
use boa_engine::property::PropertyKey;
use web_output::Preview;
use web_source::is_identifier;

use crate::values::property::plain_name;

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

/// The key as code writes it; in brackets if the property is not enumerable.
pub(super) fn shown_key(key: &PropertyKey, is_enumerable: bool) -> String {
    let name = plain_name(key);
    match key {
        PropertyKey::Symbol(_) => name,
        PropertyKey::String(key) if is_enumerable && !is_identifier(&name) => {
            beginning(key, usize::MAX).to_string()
        }
        _ if is_enumerable => name,
        _ => format!("[{name}]"),
    }
}
