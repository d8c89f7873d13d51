//! The one text that equal values share: JSON with keys sorted by their bytes, numbers with the fewest digits and
//! without exponent, only quotes, backslashes and control characters escaped, no spaces. `tests/go/cmd/goja-host`
//! writes the same form by itself, so that texts can be compared byte for byte.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use proto::value::Value;

/// The one key of an object that stands for a number that JSON lacks.
const NOT_JSON: &str = "$number";

/// What is still to be written, the next one last.
enum Part<'a> {
    Value(&'a Value),
    Key(&'a str),
    Text(&'static str),
}

/// Writes a value, however deep.
#[must_use]
pub fn text(value: &Value) -> String {
    let mut text = String::new();
    let mut parts = vec![Part::Value(value)];
    while let Some(part) = parts.pop() {
        match part {
            Part::Text(part) => text.push_str(part),
            Part::Key(key) => write_text(&mut text, key),
            Part::Value(Value::Null) => text.push_str("null"),
            Part::Value(Value::Bool(value)) => text.push_str(if *value { "true" } else { "false" }),
            Part::Value(Value::Number(number)) => text.push_str(&number_text(*number)),
            Part::Value(Value::String(content)) => write_text(&mut text, content),
            Part::Value(Value::List(items)) => {
                text.push('[');
                parts.push(Part::Text("]"));
                for (index, item) in items.iter().enumerate().rev() {
                    parts.push(Part::Value(item));
                    if index > 0 {
                        parts.push(Part::Text(","));
                    }
                }
            }
            Part::Value(Value::Object(fields)) => {
                text.push('{');
                parts.push(Part::Text("}"));
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by_key(|(key, _)| key.as_bytes());
                for (index, (key, field)) in fields.into_iter().enumerate().rev() {
                    parts.extend([Part::Value(field), Part::Text(":"), Part::Key(key)]);
                    if index > 0 {
                        parts.push(Part::Text(","));
                    }
                }
            }
        }
    }
    text
}

/// Reads the values of a JSON array, with [`text`]'s way to write numbers that JSON lacks.
///
/// # Errors
/// It is no JSON, or no array.
pub fn arguments(json: &str) -> Result<Vec<Value>> {
    let arguments: serde_json::Value =
        serde_json::from_str(json).with_context(|| format!("read the arguments {json}"))?;
    match value_of(arguments)? {
        Value::List(arguments) => Ok(arguments.into_vec()),
        _ => bail!("the arguments {json} are no array"),
    }
}

fn value_of(json: serde_json::Value) -> Result<Value> {
    Ok(match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(value) => value.into(),
        serde_json::Value::Number(number) => number.as_f64().context("read a number")?.into(),
        serde_json::Value::String(text) => text.into(),
        serde_json::Value::Array(items) => items.into_iter().map(value_of).collect::<Result<_>>()?,
        serde_json::Value::Object(fields) => match fields.get(NOT_JSON).and_then(|text| text.as_str()) {
            Some(number) if fields.len() == 1 => number.parse::<f64>().context("read a number")?.into(),
            _ => fields
                .into_iter()
                .map(|(key, field)| Ok((key, value_of(field)?)))
                .collect::<Result<_>>()?,
        },
    })
}

fn number_text(number: f64) -> String {
    if number.is_finite() {
        return number.to_string();
    }
    let name = match number {
        f64::INFINITY => "Infinity",
        f64::NEG_INFINITY => "-Infinity",
        _ => "NaN",
    };
    format!("{{\"{NOT_JSON}\":\"{name}\"}}")
}

fn write_text(text: &mut String, content: &str) {
    text.push('"');
    for letter in content.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\0'..' ' => {
                let _cannot_fail = write!(text, "\\u{:04x}", u32::from(letter));
            }
            _ => text.push(letter),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_text_and_it_can_be_read_again() {
        let written = r#"[null,true,0.5,-0,100000000000000000000000,{"$number":"NaN"},"é\"\\\u000a",{"":[],"a":{},"b":1}]"#;
        let value = Value::from(arguments(written).unwrap());
        assert_eq!(text(&value), written);
        let spaced = r#"[ null, true, 5e-1, -0.0, 1e23, {"$number": "-NaN"}, "\u00e9\u0022\\\n", {"b": 1, "a": {}, "": []} ]"#;
        assert_eq!(text(&Value::from(arguments(spaced).unwrap())), written);
    }
}
