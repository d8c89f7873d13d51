//! [`DigitOptions`]: how many digits of a number are shown, and how the rest is rounded.

use super::decimal::Decimal;
use super::rounding::{MODES, round};
use crate::english::options::Options;
use crate::{Data, IntlError};

/// The multiples that `roundingIncrement` may be.
const INCREMENTS: [usize; 15] = [
    1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000,
];

/// The options, as the standard resolves them.
#[derive(Debug, Clone)]
pub(crate) struct DigitOptions {
    least_integer: usize,
    fraction: Option<(usize, usize)>,
    significant: Option<(usize, usize)>,
    priority: &'static str,
    increment: u32,
    mode: &'static str,
    strips_zeros: bool,
}

impl DigitOptions {
    /// Reads the options. Without any, there are `least` to `most` digits behind the point, and of a compact number two
    /// digits in all.
    pub(crate) fn new(
        options: &Options<'_>,
        least: usize,
        most: usize,
        is_compact: bool,
    ) -> Result<Self, IntlError> {
        let least_integer = options.number("minimumIntegerDigits", 1, 21)?.unwrap_or(1);
        let raw_fraction = ["minimumFractionDigits", "maximumFractionDigits"]
            .map(|name| !options.value(name).is_undefined());
        let raw_significant = ["minimumSignificantDigits", "maximumSignificantDigits"]
            .map(|name| !options.value(name).is_undefined());
        let increment = options.number("roundingIncrement", 1, 5000)?.unwrap_or(1);
        if !INCREMENTS.contains(&increment) {
            return Err(IntlError::range("roundingIncrement value is out of range."));
        }
        let mode = options.word_or_first("roundingMode", &MODES)?;
        let priority =
            options.word_or_first("roundingPriority", &["auto", "morePrecision", "lessPrecision"])?;
        let strips_zeros =
            options.word_or_first("trailingZeroDisplay", &["auto", "stripIfInteger"])? == "stripIfInteger";
        let most = if increment == 1 { most } else { least };
        let (has_fraction, has_significant) = (raw_fraction.contains(&true), raw_significant.contains(&true));
        let needs_significant = priority != "auto" || has_significant;
        let needs_fraction = priority != "auto" || !(needs_significant || (!has_fraction && is_compact));
        let significant = match needs_significant {
            true => {
                let least = options.number("minimumSignificantDigits", 1, 21)?.unwrap_or(1);
                let most = options
                    .number("maximumSignificantDigits", least, 21)?
                    .unwrap_or(21);
                Some((least, most))
            }
            false => None,
        };
        let fraction = match needs_fraction {
            true => Some(fraction(options, least, most)?),
            false => None,
        };
        let (fraction, significant, priority) = match (fraction, significant) {
            (None, None) => (Some((0, 0)), Some((1, 2)), "morePrecision"),
            (fraction, significant) => (fraction, significant, priority),
        };
        if increment != 1 {
            if significant.is_some() {
                return Err(IntlError::typ(
                    "roundingIncrement does not go with significant digits",
                ));
            }
            if fraction.is_some_and(|(least, most)| least != most) {
                return Err(IntlError::range(
                    "roundingIncrement needs maximumFractionDigits and minimumFractionDigits to be equal",
                ));
            }
        }
        Ok(Self {
            least_integer,
            fraction,
            significant,
            priority,
            increment: increment as u32,
            mode,
            strips_zeros,
        })
    }

    /// Rounds a number, and tells how many digits behind the point are shown at least.
    pub(crate) fn round(&self, number: &Decimal) -> (Decimal, usize) {
        let by_fraction = self.fraction.map(|(least, most)| {
            let place = -(most as i32);
            (round(number, place, self.increment, self.mode), least, place)
        });
        let by_significant = self.significant.map(|(least, most)| {
            let place = number.magnitude() - most as i32 + 1;
            let rounded = round(number, place, 1, self.mode);
            let (shown, place) = (
                least as i32 - 1 - rounded.magnitude(),
                rounded.magnitude() - most as i32 + 1,
            );
            (rounded, shown.max(0) as usize, place)
        });
        let (rounded, least) = match (by_fraction, by_significant) {
            (Some((by_fraction, least, place)), Some((by_significant, own, other))) => {
                match (other <= place) == (self.priority == "morePrecision") {
                    true => (by_significant, own),
                    false => (by_fraction, least),
                }
            }
            (Some((rounded, least, _)), None) | (None, Some((rounded, least, _))) => (rounded, least),
            (None, None) => (number.clone(), 0),
        };
        let is_integer = rounded.digits.len() as i32 <= rounded.point.max(0);
        match self.strips_zeros && is_integer {
            true => (rounded, 0),
            false => (rounded, least),
        }
    }

    /// The digits before and behind the point, with the zeros that are to be shown.
    pub(crate) fn digits(&self, number: &Decimal) -> (String, String) {
        let (rounded, least) = self.round(number);
        let (integer, fraction) = rounded.split();
        (
            format!("{integer:0>width$}", width = self.least_integer),
            format!("{fraction:0<least$}"),
        )
    }

    /// Adds what `resolvedOptions` tells.
    pub(crate) fn resolve(&self, resolved: &mut Vec<(String, Data)>) {
        let mut add = |name: &str, value: Data| resolved.push((name.to_owned(), value));
        let number = |value: usize| Data::Number(value as f64);
        add("minimumIntegerDigits", number(self.least_integer));
        if let Some((least, most)) = self.fraction {
            add("minimumFractionDigits", number(least));
            add("maximumFractionDigits", number(most));
        }
        if let Some((least, most)) = self.significant {
            add("minimumSignificantDigits", number(least));
            add("maximumSignificantDigits", number(most));
        }
        add("roundingIncrement", number(self.increment as usize));
        add("roundingMode", Data::text(self.mode));
        add("roundingPriority", Data::text(self.priority));
        let zeros = if self.strips_zeros {
            "stripIfInteger"
        } else {
            "auto"
        };
        add("trailingZeroDisplay", Data::text(zeros));
    }
}

fn fraction(options: &Options<'_>, least: usize, most: usize) -> Result<(usize, usize), IntlError> {
    let own_least = options.number("minimumFractionDigits", 0, 100)?;
    let own_most = options.number("maximumFractionDigits", 0, 100)?;
    match (own_least, own_most) {
        (None, None) => Ok((least, most)),
        (None, Some(most)) => Ok((least.min(most), most)),
        (Some(least), None) => Ok((least, most.max(least))),
        (Some(least), Some(most)) if least <= most => Ok((least, most)),
        _ => Err(IntlError::range("maximumFractionDigits value is out of range.")),
    }
}
