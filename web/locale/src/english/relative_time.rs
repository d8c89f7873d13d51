//! `Intl.RelativeTimeFormat`: in 2 days, yesterday, 3 mo. ago.

use crate::english::locales::Requested;
use crate::english::no_method;
use crate::english::number::{NumberFormat, Value};
use crate::english::options::{Options, number_of, text_of};
use crate::english::parts::Parts;
use crate::{Data, Formatter, IntlError};

/// Unit, short name and its plural, narrow name, and how it is called now, before and after.
type Unit = (
    &'static str,
    [&'static str; 2],
    &'static str,
    [Option<&'static str>; 3],
);

const UNITS: [Unit; 8] = [
    ("second", ["sec.", "sec."], "s", [Some("now"), None, None]),
    ("minute", ["min.", "min."], "m", [Some("this minute"), None, None]),
    ("hour", ["hr.", "hr."], "h", [Some("this hour"), None, None]),
    (
        "day",
        ["day", "days"],
        "d",
        [Some("today"), Some("yesterday"), Some("tomorrow")],
    ),
    (
        "week",
        ["wk.", "wk."],
        "w",
        [Some("this wk."), Some("last wk."), Some("next wk.")],
    ),
    (
        "month",
        ["mo.", "mo."],
        "mo",
        [Some("this mo."), Some("last mo."), Some("next mo.")],
    ),
    (
        "quarter",
        ["qtr.", "qtrs."],
        "q",
        [Some("this qtr."), Some("last qtr."), Some("next qtr.")],
    ),
    (
        "year",
        ["yr.", "yr."],
        "y",
        [Some("this yr."), Some("last yr."), Some("next yr.")],
    ),
];

pub(crate) struct RelativeTimeFormat {
    locale: &'static str,
    style: &'static str,
    is_auto: bool,
    numbers: NumberFormat,
}

impl RelativeTimeFormat {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        Ok(Self {
            locale: requested.locale,
            style: options.word_or_first("style", &["long", "short", "narrow"])?,
            is_auto: options.word_or_first("numeric", &["always", "auto"])? == "auto",
            numbers: NumberFormat::plain()?,
        })
    }

    /// The pieces, with the unit that the number is of.
    fn parts(&self, args: &[Data]) -> Result<(Parts, &'static str), IntlError> {
        let argument = |place: usize| args.get(place).unwrap_or(&Data::Undefined);
        let number = number_of(argument(0));
        let name = text_of(argument(1));
        let unit = UNITS
            .iter()
            .find(|(unit, ..)| name.strip_suffix('s').unwrap_or(&name) == *unit)
            .ok_or_else(|| IntlError::range(format!("Invalid unit argument for format() '{name}'")))?;
        if !number.is_finite() {
            return Err(IntlError::range("Invalid time value"));
        }
        if let Some(word) = self.word(unit, number).filter(|_| self.is_auto) {
            return Ok((Parts::of("literal", word), unit.0));
        }
        let value = self.numbers.parts(&Value::of(&Data::Number(number.abs())));
        let is_one = value.text() == "1";
        let name = match self.style {
            "long" => format!(" {}{}", unit.0, if is_one { "" } else { "s" }),
            "short" => format!(" {}", unit.1[usize::from(!is_one)]),
            _ => unit.2.to_owned(),
        };
        let mut parts = Parts::default();
        let is_past = number < 0.0 || (number == 0.0 && number.is_sign_negative());
        parts.literal(if is_past { "" } else { "in " });
        parts.extend(value);
        parts.literal(&name);
        parts.literal(if is_past { " ago" } else { "" });
        Ok((parts, unit.0))
    }

    fn word(&self, unit: &Unit, number: f64) -> Option<String> {
        let place = [0.0, -1.0, 1.0].iter().position(|known| *known == number)?;
        let word = unit.3[place]?;
        Some(match self.style {
            "long" => word.replace(unit.1[0], unit.0),
            _ => word.to_owned(),
        })
    }
}

impl Formatter for RelativeTimeFormat {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        match method {
            "format" => Ok(Data::Text(self.parts(args)?.0.text())),
            "formatToParts" => {
                let (parts, unit) = self.parts(args)?;
                Ok(parts.data_with(&[("unit", unit)]))
            }
            "resolvedOptions" => Ok(Data::object([
                ("locale", Data::text(self.locale)),
                ("style", Data::text(self.style)),
                (
                    "numeric",
                    Data::text(if self.is_auto { "auto" } else { "always" }),
                ),
                ("numberingSystem", Data::text("latn")),
            ])),
            _ => Err(no_method(method)),
        }
    }
}
