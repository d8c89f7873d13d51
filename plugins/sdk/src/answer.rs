//! [`Answer`]: what handlers may return.

use proto::value::{ConvertError, Problem, Value, into_value};
use serde::Serialize;

use crate::Error;
use crate::outcome::HandlerError;

/// What a handler returns: anything that serde serialises, or a [`Result`] of it whose error becomes an [`Error`].
/// See [`crate::value::to_value`] for what becomes of types; a [`Value`] is sent as it is.
///
/// An error is an [`Error`], any [`std::error::Error`], or simply a `String`. Of an error type that serde serialises as
/// well, say which you mean: `result.map_err(Error::from)`.
///
/// This trait is implemented for all such types; it is not for you to implement.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no answer of a handler",
    label = "does not implement `serde::Serialize`, and is no `Result` of such a type",
    note = "add `#[derive(serde::Serialize)]` to your own types; make errors `pontoon_sdk::Error`s with `?`"
)]
pub trait Answer<Kind>: Send + 'static {
    #[doc(hidden)]
    fn into_outcome(self) -> Result<Value, HandlerError>;
}

/// The kind of answers that are values.
#[derive(Debug)]
pub struct Plain;

/// The kind of answers that may be errors.
#[derive(Debug)]
pub struct Fallible;

impl<T> Answer<Plain> for T
where
    T: Serialize + Send + 'static,
{
    fn into_outcome(self) -> Result<Value, HandlerError> {
        into_value(self).map_err(|error| match error {
            ConvertError {
                problem: Problem::Failed(text),
                ..
            } => HandlerError::Failed(Error::new(text)),
            error => HandlerError::Encode(error),
        })
    }
}

impl<T, E> Answer<Fallible> for Result<T, E>
where
    T: Serialize + Send + 'static,
    E: Into<Error> + Send + 'static,
{
    fn into_outcome(self) -> Result<Value, HandlerError> {
        match self {
            Ok(answer) => answer.into_outcome(),
            Err(error) => Err(HandlerError::Failed(error.into())),
        }
    }
}
