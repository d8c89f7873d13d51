//! How much a manifest may hold, and which names are fit for a JavaScript module. go-go-goja has no such rules; a
//! manifest is kept for every session and sent to every page, and its names are shown to people.

use super::ManifestError;
use crate::limits::{MAX_DOC, MAX_EXPORTS, MAX_LABELS, MAX_NAME};

/// A property of this name would be the prototype of the object that it is set on.
const PROTOTYPE: &str = "__proto__";

/// Checks a name's length; do it before an error shows the name.
pub(super) fn name_length(place: impl FnOnce() -> String, name: &str) -> Result<(), ManifestError> {
    at_most(place, name.len(), "bytes", MAX_NAME)
}

/// Checks the characters of a name.
pub(super) fn name(place: impl FnOnce() -> String, name: &str) -> Result<(), ManifestError> {
    let reason = if name.chars().any(char::is_control) {
        "holds a control character"
    } else if name.trim() == PROTOTYPE {
        "is reserved in JavaScript"
    } else {
        return Ok(());
    };
    Err(ManifestError::UnfitName {
        place: place(),
        name: name.to_owned(),
        reason,
    })
}

/// Checks the length of a text for people.
pub(super) fn doc(place: impl FnOnce() -> String, text: &str) -> Result<(), ManifestError> {
    at_most(place, text.len(), "bytes", MAX_DOC)
}

/// Checks a count of exports or methods.
pub(super) fn count(
    place: impl FnOnce() -> String,
    found: usize,
    unit: &'static str,
) -> Result<(), ManifestError> {
    at_most(place, found, unit, MAX_EXPORTS)
}

/// Checks capabilities or tags.
pub(super) fn labels(place: impl Fn() -> String, labels: &[String]) -> Result<(), ManifestError> {
    at_most(&place, labels.len(), "labels", MAX_LABELS)?;
    labels.iter().try_for_each(|label| {
        let one = || format!("a label in the {}", place());
        at_most(one, label.len(), "bytes", MAX_NAME)
    })
}

fn at_most(
    place: impl FnOnce() -> String,
    found: usize,
    unit: &'static str,
    limit: usize,
) -> Result<(), ManifestError> {
    if found <= limit {
        return Ok(());
    }
    Err(ManifestError::TooLarge {
        place: place(),
        found,
        unit,
        limit,
    })
}
