//! Errors as the engine reports them, and what is found. `web/runtime` holds that the engine reports them so.

use super::{EngineError, Location, NoValues, ParsedSource, Spot};
use crate::lines::Lines;

/// A source; `@ line:column in function: message` as the engine says; `>` and what is underlined; `=` and the message, if
/// it is another.
const CASES: &str = include_str!("cases.txt");

#[test]
fn errors_are_blamed_on_the_expression_that_failed() {
    let mut wrong = Vec::new();
    for case in CASES.split("\n----\n") {
        let (source, rest) = case.trim().split_once("\n@ ").unwrap();
        let (reported, expected) = rest.split_once('\n').unwrap();
        let (place, message) = reported.split_once(": ").unwrap();
        let (place, function) = place.split_once(" in ").unwrap_or((place, ""));
        let (line, column) = place.split_once(':').unwrap();
        let source = source.replace("\\r", "\r");
        let parsed = ParsedSource::script(Lines::of(&source)).unwrap();
        let error = EngineError {
            message,
            position: line.parse().ok().zip(column.parse().ok()),
            function: Some(function),
        };
        let found = shown(&parsed.locate(&error, &NoValues), &source);
        if found != expected {
            wrong.push(format!("{case}\nbut found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn shown(location: &Location, source: &str) -> String {
    let spot = match &location.spot {
        Spot::Expression(range) => source[range.clone()].to_owned(),
        Spot::Line(line) => format!("line {line}"),
        Spot::Near(line) => format!("near {line}"),
        Spot::Unknown => "unknown".to_owned(),
    };
    match &location.message {
        Some(message) => format!("> {spot}\n= {message}"),
        None => format!("> {spot}"),
    }
}
