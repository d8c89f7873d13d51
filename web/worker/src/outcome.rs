//! How a run ended, in the page's words.

use web_messages::{Outcome as PageOutcome, RunError};
use web_runtime::{Outcome, ScriptError, frame_lines};

use crate::excerpt::excerpt;

/// The end of a run of `file`.
pub(crate) fn to_page(outcome: Outcome, file: &str) -> PageOutcome {
    match outcome {
        Outcome::Value(value) => PageOutcome::Value(value),
        Outcome::Threw(error) => PageOutcome::Threw(run_error(*error, file)),
        Outcome::Stopped(place) => PageOutcome::Stopped {
            line: place
                .filter(|place| place.file == file)
                .and_then(|place| place.position)
                .map(|position| position.line),
        },
    }
}

fn run_error(error: ScriptError, file: &str) -> RunError {
    RunError {
        position: error
            .position_in(file)
            .map(|position| (position.line, position.column)),
        frames: frame_lines(&error.frames),
        causes: causes(&error),
        name: error.name,
        message: excerpt(error.message),
        stderr: error.stderr,
    }
}

/// What led to an error, and the errors in it.
fn causes(error: &ScriptError) -> Vec<String> {
    let mut causes = Vec::new();
    let mut next = error.cause.as_deref();
    while let Some(cause) = next {
        causes.push(excerpt(format!("Caused by {}", with_place(cause))));
        next = cause.cause.as_deref();
    }
    causes.extend(error.parts.iter().map(|part| excerpt(with_place(part))));
    causes
}

fn with_place(error: &ScriptError) -> String {
    match &error.place {
        Some(place) => format!("{error} ({place})"),
        None => error.to_string(),
    }
}
