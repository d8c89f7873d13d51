//! [`Value`]: what JavaScript and plugins exchange, JSON's values with all of IEEE 754 and ordered keys.
//! [`EncodedValue`] is the same in its wire form, `google.protobuf.Value`, which the bridge passes on unread.
//!
//! prost's own decoder stops at 50 nested lists and loses the order of keys; this one walks without recursion
//! up to [`crate::limits::MAX_DEPTH`] and keeps it.

mod decode;
mod encode;
mod encoded;
mod nested;
mod place;
mod reader;
#[cfg(test)]
mod tests;
#[cfg(feature = "serde")]
mod typed;
mod walk;

use thiserror::Error;

pub use encoded::EncodedValue;
pub use nested::{List, Object};
pub use place::Place;
pub(crate) use place::is_identifier;
#[cfg(feature = "serde")]
pub use typed::{ConvertError, Problem, from_nothing, from_value, into_value, to_value};

use crate::limits::{MAX_DEPTH, MAX_NODES};

/// One JSON-like value.
///
/// `Debug` recurses; cloning, comparing, dropping, encoding and decoding do not.
#[derive(Debug, Default)]
pub enum Value {
    /// `null`; also what `undefined` and array holes become.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any double: NaN, the infinities and -0 included.
    Number(f64),
    /// Text in UTF-8.
    String(String),
    /// An array.
    List(List),
    /// A plain object; its keys keep their order.
    Object(Object),
}

impl Value {
    /// The type's name as JavaScript users say it: null, boolean, number, string, array or object.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::List(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<Self>> for Value {
    fn from(items: Vec<Self>) -> Self {
        Self::List(items.into())
    }
}

impl FromIterator<Self> for Value {
    fn from_iter<I: IntoIterator<Item = Self>>(items: I) -> Self {
        Self::List(items.into_iter().collect())
    }
}

impl FromIterator<(String, Self)> for Value {
    fn from_iter<I: IntoIterator<Item = (String, Self)>>(fields: I) -> Self {
        Self::Object(fields.into_iter().collect())
    }
}

/// Why a value cannot cross the wire.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ValueError {
    /// The bytes are no `google.protobuf.Value`.
    #[error("malformed value: {0}")]
    Malformed(&'static str),
    /// A string or key is not UTF-8. The text is protobuf-go's.
    #[error("string field contains invalid UTF-8")]
    InvalidUtf8,
    /// More than [`MAX_DEPTH`] nested lists and objects.
    #[error("value is nested more than {MAX_DEPTH} levels deep")]
    TooDeep,
    /// More than [`MAX_NODES`] values.
    #[error("value holds more than {MAX_NODES} values")]
    TooManyNodes,
}
