//! Why an argument does not cross, as the exception that the script catches.

use boa_engine::{JsError, JsNativeError};
use proto::value::ValueError;

use super::place::Place;
use super::refusal::Refusal;

/// Why an argument does not cross.
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
    /// The exception; `argument` counts from 0.
    pub(super) fn into_error(self, argument: usize) -> JsError {
        let at = |place: &Place| match place.0.as_slice() {
            [] => format!("convert argument {argument}"),
            _ => format!("convert argument {argument}: {place}"),
        };
        match self {
            Self::Refused(place, Refusal { what, way_out }) => JsNativeError::typ()
                .with_message(format!(
                    "{}: {what} cannot cross to a plugin; {way_out}",
                    at(&place)
                ))
                .into(),
            Self::Cycle(place, back) => {
                let target = match back.0.as_slice() {
                    [] => "the argument itself".to_owned(),
                    _ => back.to_string(),
                };
                JsNativeError::typ()
                    .with_message(format!(
                        "{}: a cycle back to {target} cannot cross to a plugin; pass a copy without it",
                        at(&place)
                    ))
                    .into()
            }
            Self::Limit(limit) => JsNativeError::range()
                .with_message(format!("convert argument {argument}: {limit}"))
                .into(),
            Self::Thrown(error) => error,
        }
    }
}
