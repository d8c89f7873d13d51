//! [`ConvertError`]: why a value and a Rust type do not fit, in the words of JavaScript's types.

use std::fmt;

use serde::de::{self, Expected, Unexpected};
use serde::ser;
use thiserror::Error;

use super::number;
use crate::value::{Place, Value};

/// What does not fit, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConvertError {
    /// Where in the value it is.
    pub place: Place,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// It is something else.
    #[error("expected {expected}, got {got}")]
    Unexpected {
        /// What was asked for.
        expected: String,
        /// What is there.
        got: String,
    },
    /// It is the error of a `Result`, in its own words.
    #[error("{0}")]
    Failed(String),
    /// Anything else, in the words of the type that was asked for.
    #[error("{0}")]
    Other(String),
}

impl ConvertError {
    pub(super) fn unexpected(expected: impl Into<String>, got: impl Into<String>) -> Self {
        Self::from(Problem::Unexpected {
            expected: expected.into(),
            got: got.into(),
        })
    }

    pub(super) fn wrong_type(expected: &str, got: &Value) -> Self {
        Self::unexpected(expected, got.type_name())
    }

    pub(super) fn other(text: impl Into<String>) -> Self {
        Self::from(Problem::Other(text.into()))
    }

    pub(super) fn in_field(self, key: &str) -> Self {
        Self {
            place: self.place.in_field(key),
            ..self
        }
    }

    pub(super) fn in_item(self, index: usize) -> Self {
        Self {
            place: self.place.in_item(index),
            ..self
        }
    }
}

impl From<Problem> for ConvertError {
    fn from(problem: Problem) -> Self {
        Self {
            place: Place::default(),
            problem,
        }
    }
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_whole() {
            write!(f, "{}: ", self.place)?;
        }
        self.problem.fmt(f)
    }
}

impl std::error::Error for ConvertError {}

impl de::Error for ConvertError {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Self::other(text.to_string())
    }

    fn invalid_type(got: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let got = match got {
            Unexpected::Bool(_) => "boolean",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) => "number",
            // An integer may have been expected, so that the number itself tells.
            Unexpected::Float(number) => {
                return Self::unexpected(asked_for(expected), format!("number {}", number::shown(number)));
            }
            Unexpected::Char(_) | Unexpected::Str(_) | Unexpected::Bytes(_) => "string",
            Unexpected::Unit | Unexpected::Option => "null",
            Unexpected::Seq => "array",
            Unexpected::Map => "object",
            other => return Self::unexpected(asked_for(expected), other.to_string()),
        };
        Self::unexpected(asked_for(expected), got)
    }

    fn invalid_value(got: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let got = match got {
            Unexpected::Float(number) => number::shown(number),
            Unexpected::Signed(number) => number.to_string(),
            Unexpected::Unsigned(number) => number.to_string(),
            Unexpected::Str(text) => format!("{text:?}"),
            other => other.to_string(),
        };
        Self::unexpected(asked_for(expected), got)
    }
}

impl ser::Error for ConvertError {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Self::other(text.to_string())
    }
}

/// What serde expected, without Rust's names of numbers: in flattened structs, and in enums whose tag is a field, it
/// looks for numbers itself.
fn asked_for(expected: &dyn Expected) -> String {
    let text = expected.to_string();
    match number::range(&text) {
        Some((min, max)) => format!("an integer from {min} to {max}"),
        None if matches!(text.as_str(), "f32" | "f64") => "number".to_owned(),
        None => text,
    }
}
