//! [`Call`]: what a handler is given. Its helpers read arguments by position, and say which one is wrong.

use proto::value::{ConvertError, List, Object, Problem, Value, from_nothing, from_value};
use serde::de::DeserializeOwned;
use thiserror::Error;

/// One call from JavaScript. Positions count from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Call {
    arguments: Vec<Value>,
}

impl Call {
    /// A call with these arguments, for tests of a handler.
    ///
    /// ```
    /// use pontoon_sdk::{Call, Value};
    ///
    /// fn greet(call: &Call) -> String {
    ///     format!("hello, {}", call.string_default(0, "world"))
    /// }
    ///
    /// assert_eq!(greet(&Call::new([])), "hello, world");
    /// assert_eq!(greet(&Call::new([Value::from("Ada")])), "hello, Ada");
    /// ```
    #[must_use]
    pub fn new(arguments: impl IntoIterator<Item = Value>) -> Self {
        Self {
            arguments: arguments.into_iter().collect(),
        }
    }

    /// How many arguments there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.arguments.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.arguments.is_empty()
    }

    /// All arguments.
    #[must_use]
    pub fn arguments(&self) -> &[Value] {
        &self.arguments
    }

    /// Moves the arguments out.
    #[must_use]
    pub fn into_arguments(self) -> Vec<Value> {
        self.arguments
    }

    /// The argument as a Rust type, read as [`crate::value::from_value`] says. An `Option` may be missing.
    ///
    /// ```
    /// use pontoon_sdk::{Call, Result};
    ///
    /// fn place(call: &Call) -> Result<String> {
    ///     let (x, y): (f64, f64) = call.read(0)?;
    ///     let label: Option<String> = call.read(1)?;
    ///     Ok(format!("{} at {x}, {y}", label.as_deref().unwrap_or("a point")))
    /// }
    /// ```
    ///
    /// # Errors
    /// When there are fewer arguments, or this one is of another shape.
    pub fn read<T: DeserializeOwned + 'static>(&self, index: usize) -> Result<T, ArgumentError> {
        match self.value(index) {
            Ok(value) => from_value(value.clone()).map_err(|error| ArgumentError::unreadable(index, error)),
            Err(missing) => from_nothing().ok_or(missing),
        }
    }

    /// The argument, whatever it is.
    ///
    /// # Errors
    /// When there are fewer arguments.
    pub fn value(&self, index: usize) -> Result<&Value, ArgumentError> {
        self.arguments.get(index).ok_or(ArgumentError::OutOfRange {
            index,
            have: self.arguments.len(),
        })
    }

    /// The argument, when it is a string.
    ///
    /// # Errors
    /// When there are fewer arguments, or this one is no string.
    pub fn string(&self, index: usize) -> Result<&str, ArgumentError> {
        match self.value(index)? {
            Value::String(text) => Ok(text),
            other => Err(ArgumentError::wrong_type(index, "string", other)),
        }
    }

    /// The argument, when it is a string that is not empty; the default in every other case.
    #[must_use]
    pub fn string_default<'a>(&'a self, index: usize, default: &'a str) -> &'a str {
        match self.string(index) {
            Ok("") | Err(_) => default,
            Ok(text) => text,
        }
    }

    /// The argument, when it is a number.
    ///
    /// # Errors
    /// When there are fewer arguments, or this one is no number.
    pub fn number(&self, index: usize) -> Result<f64, ArgumentError> {
        match self.value(index)? {
            Value::Number(number) => Ok(*number),
            other => Err(ArgumentError::wrong_type(index, "number", other)),
        }
    }

    /// The argument, when it is `true` or `false`.
    ///
    /// # Errors
    /// When there are fewer arguments, or this one is no boolean.
    pub fn bool(&self, index: usize) -> Result<bool, ArgumentError> {
        match self.value(index)? {
            Value::Bool(value) => Ok(*value),
            other => Err(ArgumentError::wrong_type(index, "boolean", other)),
        }
    }

    /// The argument, when it is an object.
    ///
    /// # Errors
    /// When there are fewer arguments, or this one is no object.
    pub fn object(&self, index: usize) -> Result<&Object, ArgumentError> {
        match self.value(index)? {
            Value::Object(fields) => Ok(fields),
            other => Err(ArgumentError::wrong_type(index, "object", other)),
        }
    }

    /// The argument, when it is an array.
    ///
    /// # Errors
    /// When there are fewer arguments, or this one is no array.
    pub fn array(&self, index: usize) -> Result<&List, ArgumentError> {
        match self.value(index)? {
            Value::List(items) => Ok(items),
            other => Err(ArgumentError::wrong_type(index, "array", other)),
        }
    }
}

/// An argument that is missing or of another type. The texts are those of go-go-goja's SDK, with the types named
/// as JavaScript users name them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ArgumentError {
    /// There are fewer arguments.
    #[error("sdk call argument {index} out of range (have {have})")]
    OutOfRange {
        /// The position asked for.
        index: usize,
        /// How many there are.
        have: usize,
    },
    /// The argument is something else.
    #[error("sdk call argument {index} expected {expected}, got {got}")]
    WrongType {
        /// Its position.
        index: usize,
        /// The type asked for.
        expected: String,
        /// The type that it has.
        got: String,
    },
    /// Something in the argument, or about it, is not what was asked for.
    #[error("sdk call argument {index}: {error}")]
    Unreadable {
        /// Its position.
        index: usize,
        /// What is wrong, and where in the argument.
        error: ConvertError,
    },
}

impl ArgumentError {
    /// An argument that could not be read as a Rust type.
    pub(crate) fn unreadable(index: usize, error: ConvertError) -> Self {
        match error.problem {
            Problem::Unexpected { expected, got } if error.place.is_whole() => {
                Self::WrongType { index, expected, got }
            }
            _ => Self::Unreadable { index, error },
        }
    }

    fn wrong_type(index: usize, expected: &str, got: &Value) -> Self {
        Self::WrongType {
            index,
            expected: expected.to_owned(),
            got: got.type_name().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call() -> Call {
        Call::new([
            Value::from("text"),
            Value::from(""),
            Value::from(1.5),
            Value::from(true),
            Value::from(vec![Value::Null]),
            [("key".to_owned(), Value::Null)].into_iter().collect(),
            Value::Null,
        ])
    }

    #[test]
    fn arguments_of_the_asked_type_are_read() {
        let call = call();
        assert_eq!(call.len(), 7);
        assert_eq!(call.string(0), Ok("text"));
        assert_eq!(call.string(1), Ok(""));
        assert_eq!(call.number(2), Ok(1.5));
        assert_eq!(call.bool(3), Ok(true));
        assert_eq!(call.array(4).map(|items| items.len()), Ok(1));
        assert_eq!(call.object(5).map(|fields| fields.contains_key("key")), Ok(true));
        assert_eq!(call.value(6), Ok(&Value::Null));
    }

    #[test]
    fn the_default_stands_in_for_everything_that_is_no_text() {
        let call = call();
        assert_eq!(call.string_default(0, "default"), "text");
        for index in 1..9 {
            assert_eq!(
                call.string_default(index, "default"),
                "default",
                "argument {index}"
            );
        }
    }

    #[test]
    fn errors_name_the_position_and_both_types() {
        let call = call();
        let texts: Vec<String> = [
            call.string(2).err(),
            call.number(5).err(),
            call.number(0).err(),
            call.bool(4).err(),
            call.array(3).err(),
            call.object(6).err(),
            call.value(7).err(),
            Call::default().number(0).err(),
        ]
        .map(|error| error.unwrap().to_string())
        .to_vec();
        insta::assert_snapshot!(texts.join("\n"), @"
        sdk call argument 2 expected string, got number
        sdk call argument 5 expected number, got object
        sdk call argument 0 expected number, got string
        sdk call argument 4 expected boolean, got array
        sdk call argument 3 expected array, got boolean
        sdk call argument 6 expected object, got null
        sdk call argument 7 out of range (have 7)
        sdk call argument 0 out of range (have 0)
        ");
    }
}
