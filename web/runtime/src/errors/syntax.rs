//! A source that does not parse, as a [`ScriptError`].

use web_output::{Location, Position, ScriptError};
use web_source::{Lines, SyntaxError};

use crate::trace::code_frame;

/// Names the file, and shows the line.
pub(crate) fn from_syntax(error: SyntaxError, file: &str, source: &str) -> Box<ScriptError> {
    let file = file.to_owned();
    let location = match error.position {
        Some(position) => Location::At {
            start: Position {
                file,
                line: position.line,
                column: position.column,
            },
            end: None,
        },
        None => Location::In { file },
    };
    Box::new(ScriptError {
        name: "SyntaxError".to_owned(),
        message: error.message,
        code: code_frame(&Lines::of(source), &location),
        location: Some(location),
        ..ScriptError::default()
    })
}

/// One line for a document that another one asked for: the place, and what is wrong there.
pub(crate) fn syntax_line(error: SyntaxError, file: &str, source: &str) -> String {
    let error = from_syntax(error, file, source);
    match &error.location {
        Some(location) => format!("{location}: {}", error.message),
        None => error.message.clone(),
    }
}
