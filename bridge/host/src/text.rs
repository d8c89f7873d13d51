//! Error chains as one line for people, and texts of plugins cut to a bound.

use std::error::Error;

use proto::limits::MAX_ERROR_TEXT;

/// An error and its causes, joined by `: `, as go-go-goja prints its wrapped errors.
#[must_use]
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let link = error.to_string();
        // Some wrappers have no words of their own and show their cause's.
        if !text.ends_with(&link) {
            text.push_str(": ");
            text.push_str(&link);
        }
        cause = error.source();
    }
    text
}

/// A plugin's error text, cut where it is longer than anybody reads.
pub(crate) fn bounded(text: &str) -> String {
    if text.len() <= MAX_ERROR_TEXT {
        return text.to_owned();
    }
    let beginning = &text[..text.floor_char_boundary(MAX_ERROR_TEXT)];
    format!("{beginning}… ({} bytes in all)", text.len())
}
