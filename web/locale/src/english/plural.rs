//! `Intl.PluralRules`: one and other; as an order 1st, 2nd, 3rd and 4th.

use crate::english::locales::Requested;
use crate::english::no_method;
use crate::english::number::{DigitOptions, Value, cardinal};
use crate::english::options::Options;
use crate::{Data, Formatter, IntlError};

pub(crate) struct PluralRules {
    locale: &'static str,
    is_ordinal: bool,
    notation: &'static str,
    digits: DigitOptions,
}

impl PluralRules {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        let kind = options.word_or_first("type", &["cardinal", "ordinal"])?;
        let notation =
            options.word_or_first("notation", &["standard", "compact", "scientific", "engineering"])?;
        Ok(Self {
            locale: requested.locale,
            is_ordinal: kind == "ordinal",
            notation,
            digits: DigitOptions::new(options, 0, 3, notation == "compact")?,
        })
    }

    fn select(&self, number: &Data) -> &'static str {
        let Value::Finite(number) = Value::of(number) else {
            return "other";
        };
        let (integer, fraction) = self.digits.digits(&number);
        match self.is_ordinal {
            true if fraction.is_empty() => ordinal(&integer),
            true => "other",
            false => cardinal(&integer, &fraction),
        }
    }
}

impl Formatter for PluralRules {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        let argument = |place: usize| args.get(place).unwrap_or(&Data::Undefined);
        match method {
            "select" => Ok(Data::text(self.select(argument(0)))),
            "selectRange" => match [0, 1].map(|place| Value::of(argument(place))) {
                [Value::NaN, _] | [_, Value::NaN] => Err(IntlError::range("Invalid number value: NaN")),
                _ => Ok(Data::text("other")),
            },
            "resolvedOptions" => {
                let names: &[&str] = match self.is_ordinal {
                    true => &["few", "one", "two", "other"],
                    false => &["one", "other"],
                };
                let mut resolved = vec![
                    ("locale".to_owned(), Data::text(self.locale)),
                    (
                        "type".to_owned(),
                        Data::text(if self.is_ordinal { "ordinal" } else { "cardinal" }),
                    ),
                    ("notation".to_owned(), Data::text(self.notation)),
                ];
                self.digits.resolve(&mut resolved);
                let categories = names.iter().map(|name| Data::text(*name)).collect();
                resolved.insert(
                    resolved.len() - 4,
                    ("pluralCategories".to_owned(), Data::List(categories)),
                );
                Ok(Data::Object(resolved))
            }
            _ => Err(no_method(method)),
        }
    }
}

fn ordinal(integer: &str) -> &'static str {
    if ["11", "12", "13"]
        .iter()
        .any(|exception| integer.ends_with(exception))
    {
        return "other";
    }
    match integer.chars().next_back() {
        Some('1') => "one",
        Some('2') => "two",
        Some('3') => "few",
        _ => "other",
    }
}
