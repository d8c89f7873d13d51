//! [`Failure`]: why an argument cannot be passed to a plugin, as the exception that the script catches.

use boa_engine::{JsError, JsNativeError};
use proto::value::ValueError;

use super::place::Place;
use super::refusal::Refusal;

/// Why an argument cannot be passed.
pub(super) enum Failure {
    Refused(Place, Refusal),
    /// The place of the cycle, and the place that it leads back to.
    Cycle(Place, Place),
    Limit(ValueError),
    Thrown(JsError),
}

impl From<JsError> for Failure {
    fn from(error: JsError) -> Self {
        Self::Thrown(error)
    }
}

impl Failure {
    /// The exception. `function` is the one that was called; `position` counts its arguments from 0.
    pub(super) fn into_error(self, function: &str, position: usize) -> JsError {
        let argument = format!("{function}(): argument {}", position + 1);
        let at = |place: &Place| match place.0.as_slice() {
            [] => argument.clone(),
            _ => format!("{argument}: {place}"),
        };
        match self {
            Self::Refused(place, Refusal { what, way_out }) => JsNativeError::typ()
                .with_message(format!("{} is {what}; {way_out}", at(&place)))
                .into(),
            Self::Cycle(place, back) => {
                let target = match back.0.as_slice() {
                    [] => "the argument itself".to_owned(),
                    _ => back.to_string(),
                };
                JsNativeError::typ()
                    .with_message(format!(
                        "{} refers back to {target}; pass a copy without the cycle",
                        at(&place)
                    ))
                    .into()
            }
            Self::Limit(limit) => JsNativeError::range()
                .with_message(format!("{argument}: {limit}"))
                .into(),
            Self::Thrown(error) => error,
        }
    }
}
