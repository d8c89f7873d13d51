//! One JSON record of hclog, the logger of most Go plugins and of go-plugin itself. A record whose parts have
//! unexpected types is still a record; what is not one at all is left to the caller.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{LogEvent, LogLevel};
use crate::text::printable;

/// Fields whose value is a secret by their name, in lower case and without separators.
const SECRETS: [&str; 10] = [
    "accesstoken",
    "apikey",
    "authorization",
    "clientsecret",
    "password",
    "passwd",
    "privatekey",
    "refreshtoken",
    "secret",
    "token",
];

/// The record in the line. `None` when the line is no JSON object, or one without a level that hclog knows: that
/// comes from another program, and is best shown as it stands.
pub(super) fn parse(line: &[u8]) -> Option<LogEvent> {
    if line.trim_ascii_start().first() != Some(&b'{') {
        return None;
    }
    let mut record: Map<String, Value> = serde_json::from_slice(line).ok()?;
    let level = level(record.get("@level")?.as_str()?)?;
    record.remove("@level");
    // The reader has a clock of its own.
    record.remove("@timestamp");
    let message = record.remove("@message").map(text).unwrap_or_default();
    let module = record.remove("@module").map(text);
    let fields: BTreeMap<_, _> = record
        .into_iter()
        .map(|(name, value)| {
            let value = if is_secret(&name) {
                "[redacted]".to_owned()
            } else {
                text(value)
            };
            (printable(&name), value)
        })
        .collect();
    Some(LogEvent {
        level,
        message,
        module,
        fields,
    })
}

fn level(name: &str) -> Option<LogLevel> {
    Some(match name.trim().to_ascii_lowercase().as_str() {
        "trace" => LogLevel::Trace,
        "debug" => LogLevel::Debug,
        "info" => LogLevel::Info,
        "warn" => LogLevel::Warn,
        "error" => LogLevel::Error,
        _ => return None,
    })
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => printable(&text),
        other => printable(&other.to_string()),
    }
}

fn is_secret(name: &str) -> bool {
    let plain: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    SECRETS.contains(&plain.as_str())
}
