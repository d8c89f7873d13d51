//! One script that passes every row to the plugins, and what it prints.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::javascript::{Passed, Row};

const HEAD: &str = r#"
const go = require("plugin:go:values")
const rust = require("plugin:misbehaving")

function nest(depth) {
  let value = []
  while (--depth > 0) value = [value]
  return value
}

function nestObjects(depth) {
  let value = {}
  while (--depth > 0) value = { k: value }
  return value
}

function depthOf(value) {
  let depth = 0
  for (; typeof value === "object" && value !== null; depth++) value = Object.values(value)[0]
  return depth
}

// What is not ASCII is escaped, so that it is the same in every font and encoding.
function quoted(text) {
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  return JSON.stringify(text).replace(/[^ -~]/g, escape)
}

function show(value) {
  if (typeof value === "string") return value.length > 100 ? `a string of ${value.length}` : quoted(value)
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value)
  if (depthOf(value) > 20) return `${depthOf(value)} in each other`
  if (Array.isArray(value)) return value.length > 20 ? `an array of ${value.length}` : `[${value.map(show).join(", ")}]`
  if (Object.getPrototypeOf(value) !== Object.prototype) return "an object with another prototype"
  return `{${Object.keys(value).sort().map((key) => `${quoted(key)}: ${show(value[key])}`).join(", ")}}`
}

function told(run) {
  try {
    return show(run())
  } catch (error) {
    // The functions of the two plugins have different names.
    return `${error.name}: ${error.message.replace(/^(echo|call)\(\): /, "")}`
  }
}

let number = 0
function toBoth(make) {
  console.log(JSON.stringify([number++, told(() => go.echo(make())), told(() => rust.call(make()))]))
}

function fromGo(run) {
  console.log(JSON.stringify([number++, told(run)]))
}
"#;

/// What the plugins brought back, the one in Go first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Told(Vec<String>);

impl Told {
    /// What the row says.
    pub(crate) fn expected(row: &Row) -> Self {
        let from_rust = match row.from_rust {
            "" => row.outcome,
            differs => differs,
        };
        let plugins = match row.passed {
            Passed::ToBoth => &[row.outcome, from_rust][..],
            Passed::FromGo => &[row.outcome],
        };
        Self(plugins.iter().map(|&outcome| outcome.to_owned()).collect())
    }
}

/// The script for the rows.
pub(crate) fn of(rows: &[Row]) -> String {
    let calls: String = rows
        .iter()
        .map(|row| {
            let function = match row.passed {
                Passed::ToBoth => "toBoth",
                Passed::FromGo => "fromGo",
            };
            format!("{function}(() => ({}))\n", row.expression)
        })
        .collect();
    format!("{HEAD}{calls}")
}

/// What the script printed, row by row.
///
/// # Errors
/// It did not print a line for each.
pub(crate) fn read(rows: &[Row], lines: &[String]) -> Result<Vec<Told>> {
    (0..rows.len())
        .map(|number| {
            let line = lines.iter().find_map(|line| {
                let mut told: Vec<Value> = serde_json::from_str(line).ok()?;
                (told.first() == Some(&json!(number))).then(|| told.split_off(1))
            });
            let told = line.with_context(|| format!("the script printed nothing about row {number}"))?;
            let texts = told
                .iter()
                .filter_map(|text| Some(with_plain_spaces(text.as_str()?)));
            Ok(Told(texts.collect()))
        })
        .collect()
}

/// Some builds of protobuf-go put a wide space into their errors, so that nobody relies on the text.
pub(crate) fn with_plain_spaces(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
