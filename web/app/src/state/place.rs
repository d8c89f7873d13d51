//! Which places of errors are places in the editor.

use web_editor::Place;
use web_output::Location;

/// What errors call the text in the editor.
pub(super) const SCRIPT: &str = "script.js";

/// The place, if it is in the script in the editor. One that is only known nearly is a whole line.
pub(crate) fn place_in_editor(location: &Location) -> Option<Place> {
    let (line, column, end) = match location {
        Location::At { start, end } => (start.line, start.column, *end),
        Location::Near { line, .. } => (*line, 1, None),
        Location::In { .. } => return None,
    };
    (location.file() == SCRIPT).then(|| Place {
        line,
        column,
        end: end.map(|end| (end.line, end.column)),
    })
}
