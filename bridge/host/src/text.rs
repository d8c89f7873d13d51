//! Error chains as one line for people.

use std::error::Error;

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
