//! Rust types to [`Value`] and back, through serde. A type's depth is bounded, because serde recurses; whoever needs
//! more takes a [`Value`], which passes as it is.

mod error;
mod key;
mod number;
mod read;
#[cfg(test)]
mod tests;
mod transparent;
mod write;

use std::any::Any;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Value;

pub use error::{ConvertError, Problem};

/// Reads a Rust type from a value.
///
/// An `Option` reads `null` as `None`. Integers are read from numbers without a fraction that are in their range;
/// those of more than 53 bits are not, for JavaScript has rounded them. Bytes are read from base64, which is what a
/// `Uint8Array` arrives as, or from an array of numbers.
///
/// # Errors
/// When the value is of another shape; the error names the place in it.
pub fn from_value<T: DeserializeOwned + 'static>(value: Value) -> Result<T, ConvertError> {
    same_type(value).or_else(|value| T::deserialize(read::Reader::new(value)))
}

/// Reads a Rust type from nothing: `None` for an `Option`, and no other type.
#[must_use]
pub fn from_nothing<T: DeserializeOwned>() -> Option<T> {
    T::deserialize(read::Nothing).ok()
}

/// Makes a value of a Rust type.
///
/// `None` and `()` are `null`; the fields of structs keep their order; bytes become base64. Integers beyond 2^53 are
/// errors, for JavaScript would round them. A `Result` that is the whole value is not a value but an outcome: its
/// `Ok` is the value, its `Err` the error.
///
/// # Errors
/// When something has no place in a value; the error names where it is.
pub fn to_value<T: Serialize + ?Sized>(from: &T) -> Result<Value, ConvertError> {
    from.serialize(write::Writer::new())
}

/// Makes a value of a Rust type as [`to_value`] does; what is a value already stays as it is, however deep.
///
/// # Errors
/// See [`to_value`].
pub fn into_value<T: Serialize + 'static>(from: T) -> Result<Value, ConvertError> {
    same_type(from).or_else(|from| to_value(&from))
}

/// The value itself, where both types are one.
fn same_type<A: 'static, B: 'static>(value: A) -> Result<B, A> {
    let mut value = Some(value);
    let as_other = (&mut value as &mut dyn Any).downcast_mut::<Option<B>>();
    match as_other.and_then(Option::take) {
        Some(same) => Ok(same),
        None => Err(value.expect("only a value of the same type is taken out")),
    }
}
