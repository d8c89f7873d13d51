//! [`Report`]: the matrix as a table for people, a line for each call and a column for each cell, with every
//! difference in full below.
#![expect(clippy::print_stdout, reason = "the table is what this test is run for")]

use std::fmt::Write as _;

use serde_json::Value;

use super::cell::{Cell, Outcomes};
use super::table::{Call, Compared, MODULES};

const WIDTH: usize = 48;

/// One line of the table.
#[derive(Debug)]
struct Line {
    name: String,
    expected: String,
    compared: Compared,
    /// In the order in which the cells were added.
    alike: Vec<bool>,
}

/// What was compared so far.
#[derive(Debug)]
pub(crate) struct Report {
    lines: Vec<Line>,
    cells: Vec<Cell>,
    differences: Vec<String>,
}

impl Report {
    /// A table without columns.
    pub(crate) fn new(calls: &[Call]) -> Self {
        let manifests = MODULES
            .iter()
            .map(|(module, manifest)| (format!("{module}: manifest"), *manifest, Compared::Exactly));
        let calls = calls.iter().map(|call| {
            let arguments = call
                .args
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'));
            let arguments = arguments.unwrap_or(call.args);
            let name = format!("{}: {}({arguments})", call.module, call.path);
            (name, call.outcome, call.compared)
        });
        let lines = manifests.chain(calls).map(|(name, expected, compared)| Line {
            name,
            expected: expected.to_owned(),
            compared,
            alike: Vec::new(),
        });
        Self {
            lines: lines.collect(),
            cells: Vec::new(),
            differences: Vec::new(),
        }
    }

    /// Adds a column.
    pub(crate) fn add(&mut self, cell: Cell, outcomes: Outcomes) {
        let outcomes: Vec<_> = outcomes.manifests.into_iter().chain(outcomes.answers).collect();
        assert_eq!(outcomes.len(), self.lines.len(), "{cell}");
        for (line, outcome) in self.lines.iter_mut().zip(outcomes) {
            let reduced = reduce(line.compared, &outcome);
            let alike = reduced == line.expected;
            if !alike {
                self.differences.push(format!(
                    "{}\n  in {cell}\n  expected {}\n  answered {reduced}",
                    line.name, line.expected
                ));
            }
            line.alike.push(alike);
        }
        self.cells.push(cell);
    }

    /// Whether all cells answered as expected.
    pub(crate) fn is_clean(&self) -> bool {
        self.differences.is_empty()
    }

    /// Prints the table.
    pub(crate) fn print(&self) {
        let mut text = String::new();
        for (index, cell) in self.cells.iter().enumerate() {
            text.push_str(&format!("  {}: {cell}\n", index + 1));
        }
        let numbers: Vec<_> = (1..=self.cells.len())
            .map(|number| format!("{number:>4}"))
            .collect();
        text.push_str(&format!("\n{:WIDTH$} {}\n", "", numbers.concat()));
        for line in &self.lines {
            let marks: Vec<_> = line
                .alike
                .iter()
                .map(|alike| if *alike { "  ok" } else { " NOT" })
                .collect();
            let _cannot_fail = writeln!(
                text,
                "{:WIDTH$} {}  {}{}",
                short(&line.name, WIDTH),
                marks.concat(),
                short(&line.expected, WIDTH),
                match line.compared {
                    Compared::Exactly => "",
                    Compared::Shape | Compared::LocalShape => " (its shape)",
                }
            );
        }
        let cells = self.lines.len() * self.cells.len();
        let _cannot_fail = writeln!(
            text,
            "\n{} lines in {} cells: {} alike, {} different",
            self.lines.len(),
            self.cells.len(),
            cells - self.differences.len(),
            self.differences.len()
        );
        for difference in &self.differences {
            let _cannot_fail = writeln!(text, "\n{difference}");
        }
        println!("{text}");
    }
}

/// What of an outcome is compared.
fn reduce(compared: Compared, outcome: &str) -> String {
    let any_offset = match compared {
        Compared::Exactly => return outcome.to_owned(),
        Compared::Shape => false,
        Compared::LocalShape => true,
    };
    match serde_json::from_str(outcome) {
        Ok(value) => shape(&value, any_offset).to_string(),
        Err(_) => outcome.to_owned(),
    }
}

/// serde_json keeps the keys of its objects sorted.
fn shape(value: &Value, any_offset: bool) -> Value {
    const OF_A_LANGUAGE: [&str; 6] = ["goVersion", "goos", "goarch", "rustVersion", "os", "arch"];
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| !OF_A_LANGUAGE.contains(&key.as_str()))
            .map(|(key, field)| (key.clone(), shape(field, any_offset)))
            .collect(),
        Value::Array(items) => items.iter().map(|item| shape(item, any_offset)).collect(),
        Value::String(text) => Value::from(shape_of_text(text, any_offset)),
        Value::Number(_) => Value::from("number"),
        Value::Bool(_) => Value::from("boolean"),
        Value::Null => Value::Null,
    }
}

/// Dates and times are written in digits and marks; what holds other letters is any string.
fn shape_of_text(text: &str, any_offset: bool) -> String {
    let is_time = |letter: char| letter.is_ascii_digit() || "-:+TZ".contains(letter);
    if !text.starts_with(|letter: char| letter.is_ascii_digit()) || !text.chars().all(is_time) {
        return "string".to_owned();
    }
    let time = text.replace(|letter: char| letter.is_ascii_digit(), "9");
    match time
        .strip_suffix("+99:99")
        .or_else(|| time.strip_suffix("-99:99"))
    {
        Some(time) if any_offset => format!("{time}Z"),
        _ => time,
    }
}

fn short(text: &str, length: usize) -> String {
    let text = text.replace('\n', "\\n");
    if text.chars().count() <= length {
        return text;
    }
    let start: String = text.chars().take(length - 1).collect();
    format!("{start}…")
}
