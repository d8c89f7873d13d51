//! How a run ended, as a message to the page.

use web_messages::Outcome as PageOutcome;
use web_runtime::Outcome;

use crate::excerpt::excerpt;

/// The end of a run.
pub(crate) fn to_page(outcome: Outcome) -> PageOutcome {
    match outcome {
        Outcome::Value(value) => PageOutcome::Value(value),
        Outcome::Threw(error) => PageOutcome::Threw(Box::new(error.map_messages(&excerpt))),
        Outcome::Stopped(location) => PageOutcome::Stopped { location },
    }
}
