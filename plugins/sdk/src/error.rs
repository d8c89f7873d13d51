//! [`Error`]: what a handler answers when it cannot do what was asked. The caller sees its text, and nothing else.

use std::error::Error as StdError;
use std::fmt;

/// What handlers return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failed call, as text for the JavaScript user who made it. Every [`std::error::Error`] becomes one with `?`;
/// its causes follow it, after colons.
pub struct Error(String);

impl Error {
    /// An error of your own words.
    ///
    /// ```
    /// use pontoon_sdk::{Call, Error, Result};
    ///
    /// fn square_root(call: &Call) -> Result<f64> {
    ///     let number = call.number(0)?;
    ///     if number < 0.0 {
    ///         return Err(Error::new(format!("number must not be negative, got {number}")));
    ///     }
    ///     Ok(number.sqrt())
    /// }
    /// ```
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// The text that the caller sees.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0
    }
}

// `Error` itself is no `std::error::Error`: only so can this implementation stand beside `From<T> for T`.
impl<E: StdError> From<E> for Error {
    fn from(error: E) -> Self {
        Self(chain(&error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shown as text: this is what a test that unwraps prints.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The error and its causes, after colons.
pub(crate) fn chain(error: &dyn StdError) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
