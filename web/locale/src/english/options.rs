//! [`Options`]: reads the options of a formatter, and refuses what the standard refuses.

use crate::{Data, IntlError};

/// The options object of a constructor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options<'a>(&'a Data);

impl<'a> Options<'a> {
    pub(crate) fn new(options: &'a Data) -> Self {
        Self(options)
    }

    /// One of several words; `None` if it is not given.
    ///
    /// # Errors
    /// A `RangeError` if it is another word.
    pub(crate) fn word(
        &self,
        name: &str,
        allowed: &[&'static str],
    ) -> Result<Option<&'static str>, IntlError> {
        let value = self.0.get(name);
        if value.is_undefined() {
            return Ok(None);
        }
        let text = text_of(value);
        let found = allowed.iter().find(|word| **word == text);
        match found {
            Some(word) => Ok(Some(word)),
            None => Err(IntlError::range(format!(
                "Value {text} out of range for Intl options property {name}"
            ))),
        }
    }

    /// One of several words, the first of them if it is not given.
    ///
    /// # Errors
    /// A `RangeError` if it is another word.
    pub(crate) fn word_or_first(
        &self,
        name: &str,
        allowed: &[&'static str],
    ) -> Result<&'static str, IntlError> {
        Ok(self.word(name, allowed)?.unwrap_or(allowed[0]))
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let value = self.0.get(name);
        (!value.is_undefined()).then(|| text_of(value))
    }

    pub(crate) fn boolean(&self, name: &str) -> Option<bool> {
        let value = self.0.get(name);
        (!value.is_undefined()).then(|| is_true(value))
    }

    /// A whole number; `None` if it is not given.
    ///
    /// # Errors
    /// A `RangeError` if it is outside of the bounds.
    pub(crate) fn number(&self, name: &str, least: usize, most: usize) -> Result<Option<usize>, IntlError> {
        let value = self.0.get(name);
        if value.is_undefined() {
            return Ok(None);
        }
        let number = number_of(value);
        match (least as f64..=most as f64).contains(&number) {
            true => Ok(Some(number.floor() as usize)),
            false => Err(IntlError::range(format!("{name} value is out of range."))),
        }
    }

    /// The value as it is.
    pub(crate) fn value(&self, name: &str) -> &'a Data {
        self.0.get(name)
    }
}

/// The text of a value, as `String` makes it.
pub(crate) fn text_of(value: &Data) -> String {
    match value {
        Data::Undefined => "undefined".to_owned(),
        Data::Bool(value) => value.to_string(),
        Data::Number(number) => number.to_string(),
        Data::BigInt(text) | Data::Text(text) => text.clone(),
        Data::List(items) => items.iter().map(text_of).collect::<Vec<_>>().join(","),
        Data::Object(_) => "[object Object]".to_owned(),
    }
}

/// The number of a value, as `Number` makes it.
pub(crate) fn number_of(value: &Data) -> f64 {
    match value {
        Data::Bool(value) => f64::from(u8::from(*value)),
        Data::Number(number) => *number,
        Data::BigInt(text) | Data::Text(text) => match text.trim() {
            "" => 0.0,
            text => text.parse().unwrap_or(f64::NAN),
        },
        Data::Undefined | Data::List(_) | Data::Object(_) => f64::NAN,
    }
}

fn is_true(value: &Data) -> bool {
    match value {
        Data::Undefined => false,
        Data::Bool(value) => *value,
        Data::Number(number) => *number != 0.0 && !number.is_nan(),
        Data::BigInt(text) => text != "0",
        Data::Text(text) => !text.is_empty(),
        Data::List(_) | Data::Object(_) => true,
    }
}
