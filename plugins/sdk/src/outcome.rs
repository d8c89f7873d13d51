//! [`Outcome`]: what a call of a handler gives, before it is encoded for the host.

use proto::value::{ConvertError, Value};

use crate::Error;

/// The value of a call, or why there is none.
pub(crate) type Outcome = Result<Value, HandlerError>;

/// Why a handler gave no value.
#[derive(Debug)]
pub enum HandlerError {
    /// It could not do what was asked.
    Failed(Error),
    /// What it returned cannot be converted to a value.
    Encode(ConvertError),
}

impl HandlerError {
    pub(crate) fn failed(error: impl Into<Error>) -> Self {
        Self::Failed(error.into())
    }
}
