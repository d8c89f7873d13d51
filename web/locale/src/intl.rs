//! [`Intl`] and [`Formatter`]: the host's side of `Intl`. Names, arguments and answers are those of JavaScript.

use std::fmt;

use thiserror::Error;

use crate::Data;

/// Formats values for people.
pub trait Intl {
    /// Makes a formatter, as the constructor of the service does.
    ///
    /// # Errors
    /// What the constructor throws.
    fn create(
        &self,
        service: Service,
        locales: &Data,
        options: &Data,
    ) -> Result<Box<dyn Formatter>, IntlError>;

    /// Calls a function of `Intl` itself, such as `getCanonicalLocales`, or `supportedLocalesOf` of a service.
    ///
    /// # Errors
    /// What the function throws.
    fn call(&self, service: Option<Service>, function: &str, args: &[Data]) -> Result<Data, IntlError>;
}

/// An object of one of the services.
pub trait Formatter {
    /// Calls a method.
    ///
    /// # Errors
    /// What the method throws.
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError>;
}

/// A constructor in `Intl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// Compares texts.
    Collator,
    /// Writes dates and times.
    DateTimeFormat,
    /// Joins texts to a list.
    ListFormat,
    /// Writes numbers.
    NumberFormat,
    /// Tells which plural a number takes.
    PluralRules,
    /// Writes spans of time from now.
    RelativeTimeFormat,
    /// Splits texts into characters, words and sentences.
    Segmenter,
}

impl Service {
    /// The name of the constructor.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Collator => "Collator",
            Self::DateTimeFormat => "DateTimeFormat",
            Self::ListFormat => "ListFormat",
            Self::NumberFormat => "NumberFormat",
            Self::PluralRules => "PluralRules",
            Self::RelativeTimeFormat => "RelativeTimeFormat",
            Self::Segmenter => "Segmenter",
        }
    }
}

/// An error that a script is to be thrown.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct IntlError {
    /// Which one.
    pub kind: ErrorKind,
    /// What is wrong, as JavaScript says it.
    pub message: String,
}

/// The class of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// A value is not one of those that are allowed.
    Range,
    /// A value is of the wrong type.
    Type,
}

impl IntlError {
    /// A `RangeError`.
    pub fn range(message: impl Into<String>) -> Self {
        Self {
            kind: ErrorKind::Range,
            message: message.into(),
        }
    }

    /// A `TypeError`.
    pub fn typ(message: impl Into<String>) -> Self {
        Self {
            kind: ErrorKind::Type,
            message: message.into(),
        }
    }
}

impl fmt::Debug for dyn Formatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Formatter")
    }
}
