//! What an error is about: the expression in the user's source where it was thrown, and words that name it. The engine
//! knows neither as people expect.

use boa_engine::Context;
use web_output::{Frame, Location, Position};
use web_source::{EngineError, LineColumn, Rewritten, Spot, without_marks};

use crate::trace::frames::Innermost;
use crate::trace::known_values::KnownValues;
use crate::trace::sources::Sources;
use crate::trace::suggestion::suggestion;

/// An error as people read it.
#[derive(Debug)]
pub(crate) struct Explained {
    pub(crate) message: String,
    /// Innermost first.
    pub(crate) frames: Vec<Frame>,
}

/// Explains an error with this message and these frames, as the engine prints them. `constructors` are classes of the user
/// that made the error: it comes from where they were called.
pub(crate) fn explain(
    message: &str,
    printed: &str,
    constructors: &[String],
    context: &mut Context,
) -> Explained {
    let Some(sources) = Sources::of(context) else {
        return Explained {
            message: without_marks(message),
            frames: Vec::new(),
        };
    };
    let (mut frames, innermost) = sources.read_from(printed, constructors);
    let found = innermost.and_then(|innermost| locate(message, &innermost, &sources, context));
    if let Some((location, _)) = &found
        && let Some(innermost) = frames.iter_mut().find(|frame| frame.location.is_some())
    {
        innermost.location = Some(location.clone());
    }
    let better = found.and_then(|(_, message)| message);
    Explained {
        message: better.unwrap_or_else(|| without_marks(message)),
        frames,
    }
}

/// The place, and better words if there are any.
fn locate(
    message: &str,
    innermost: &Innermost,
    sources: &Sources,
    context: &mut Context,
) -> Option<(Location, Option<String>)> {
    let Some(parsed) = sources.parsed(&innermost.file) else {
        return Some((unread(innermost, sources)?, None));
    };
    let error = EngineError {
        // What a function of the runtime threw says nothing about the expression that called it.
        message: if innermost.is_thrower { message } else { "" },
        position: innermost.position,
        function: Some(&innermost.function),
    };
    let found = parsed.locate(&error, &KnownValues::new(context));
    let location = sources.with(&innermost.file, |source| {
        in_source(&found.spot, &innermost.file, source)
    })??;
    let message = found.message.filter(|_| innermost.is_thrower).map(|message| {
        let message = without_marks(&message);
        match found.missing.and_then(|missing| suggestion(&missing, context)) {
            Some(near) => format!("{message}. Did you mean '{near}'?"),
            None => message,
        }
    });
    Some((location, message))
}

/// What the engine says, which may be somewhat off.
fn unread(innermost: &Innermost, sources: &Sources) -> Option<Location> {
    let (line, column) = innermost.position?;
    let line = sources.with(&innermost.file, |source| {
        source.original_position(line, column).line
    })?;
    Some(Location::Near {
        file: innermost.file.clone(),
        line,
    })
}

/// A spot in the text that the engine reads, as a location in the user's own.
fn in_source(spot: &Spot, file: &str, source: &Rewritten) -> Option<Location> {
    let original = source.original();
    let file = file.to_owned();
    let at = |start: usize, end: usize| {
        let LineColumn { line, column } = original.position(start);
        let end = original.position(end);
        Location::At {
            start: Position {
                file: file.clone(),
                line,
                column,
            },
            end: Some(web_output::LineColumn {
                line: end.line,
                column: end.column,
            }),
        }
    };
    match spot {
        Spot::Expression(range) => {
            let (start, end) = (
                source.original_offset(range.start),
                source.original_offset(range.end),
            );
            (start < end).then(|| at(start, end))
        }
        Spot::Line(line) => {
            let line = source.original_position(*line, 1).line;
            let (start, text) = (original.offset(line, 1), original.line(line));
            let indent = text.len() - text.trim_start().len();
            Some(at(start + indent, start + text.trim_end().len()))
        }
        Spot::Near(line) => Some(Location::Near {
            line: source.original_position(*line, 1).line,
            file,
        }),
        Spot::Unknown => None,
    }
}
