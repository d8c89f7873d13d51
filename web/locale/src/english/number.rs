//! `Intl.NumberFormat`: 1,234.5, $1.50, 12%, 3 km, 1.2M.

mod cardinal;
mod currencies;
mod decimal;
mod digits;
mod pattern;
mod range;
mod rounding;
mod units;

pub(crate) use cardinal::cardinal;
pub(crate) use currencies::codes as currency_codes;
pub(crate) use decimal::Value;
pub(crate) use digits::DigitOptions;
pub(crate) use units::names as unit_names;

use crate::english::locales::Requested;
use crate::english::no_method;
use crate::english::options::Options;
use crate::{Data, Formatter, IntlError};
use currencies::Currency;
use units::Unit;

pub(crate) struct NumberFormat {
    locale: &'static str,
    style: Style,
    notation: &'static str,
    is_compact_long: bool,
    sign: &'static str,
    grouping: &'static str,
    digits: DigitOptions,
}

/// What the number is of.
enum Style {
    Decimal,
    Percent,
    Currency {
        currency: Currency,
        display: &'static str,
        sign: &'static str,
    },
    Unit {
        unit: Unit,
        display: &'static str,
    },
}

impl NumberFormat {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        let style = Style::new(options)?;
        let notation =
            options.word_or_first("notation", &["standard", "scientific", "engineering", "compact"])?;
        let (least, most) = match &style {
            Style::Currency { currency, .. } if notation == "standard" => (currency.digits, currency.digits),
            Style::Percent => (0, 0),
            _ => (0, 3),
        };
        let is_compact = notation == "compact";
        Ok(Self {
            locale: requested.locale,
            style,
            notation,
            is_compact_long: options.word_or_first("compactDisplay", &["short", "long"])? == "long",
            sign: options.word_or_first(
                "signDisplay",
                &["auto", "never", "always", "exceptZero", "negative"],
            )?,
            grouping: grouping(options, if is_compact { "min2" } else { "auto" })?,
            digits: DigitOptions::new(options, least, most, is_compact)?,
        })
    }

    /// Plain numbers, for other formatters.
    pub(crate) fn plain() -> Result<Self, IntlError> {
        Self::new(&Requested::of(&Data::Undefined)?, &Options::new(&Data::Undefined))
    }

    fn resolved(&self) -> Data {
        let mut resolved = Vec::new();
        let mut add = |name: &str, value: &str| resolved.push((name.to_owned(), Data::text(value)));
        add("locale", self.locale);
        add("numberingSystem", "latn");
        match &self.style {
            Style::Decimal => add("style", "decimal"),
            Style::Percent => add("style", "percent"),
            Style::Currency {
                currency,
                display,
                sign,
            } => {
                add("style", "currency");
                add("currency", &currency.code);
                add("currencyDisplay", display);
                add("currencySign", sign);
            }
            Style::Unit { unit, display } => {
                add("style", "unit");
                add("unit", &unit.name);
                add("unitDisplay", display);
            }
        }
        let mut digits = Vec::new();
        self.digits.resolve(&mut digits);
        let rounding = digits.split_off(digits.len() - 4);
        resolved.extend(digits);
        let grouping = match self.grouping {
            "false" => Data::Bool(false),
            other => Data::text(other),
        };
        resolved.push(("useGrouping".to_owned(), grouping));
        resolved.push(("notation".to_owned(), Data::text(self.notation)));
        if self.notation == "compact" {
            let display = if self.is_compact_long { "long" } else { "short" };
            resolved.push(("compactDisplay".to_owned(), Data::text(display)));
        }
        resolved.push(("signDisplay".to_owned(), Data::text(self.sign)));
        resolved.extend(rounding);
        Data::Object(resolved)
    }
}

impl Formatter for NumberFormat {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        let value = |place: usize| Value::of(args.get(place).unwrap_or(&Data::Undefined));
        let number = || self.parts(&value(0));
        let range = || self.range(&value(0), &value(1));
        match method {
            "format" => Ok(Data::Text(number().text())),
            "formatToParts" => Ok(number().data()),
            "formatRange" => Ok(Data::Text(range()?.text())),
            "formatRangeToParts" => Ok(range()?.data()),
            "resolvedOptions" => Ok(self.resolved()),
            _ => Err(no_method(method)),
        }
    }
}

impl Style {
    fn new(options: &Options<'_>) -> Result<Self, IntlError> {
        let style = options.word_or_first("style", &["decimal", "percent", "currency", "unit"])?;
        let code = options.text("currency");
        if let Some(code) = &code
            && (code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_alphabetic()))
        {
            return Err(IntlError::range(format!("Invalid currency code : {code}")));
        }
        let display =
            options.word_or_first("currencyDisplay", &["symbol", "narrowSymbol", "code", "name"])?;
        let sign = options.word_or_first("currencySign", &["standard", "accounting"])?;
        let unit_display = options.word_or_first("unitDisplay", &["short", "narrow", "long"])?;
        let name = options.text("unit");
        let unit = name.as_ref().map(|name| {
            Unit::of(name, unit_display).ok_or_else(|| {
                IntlError::range(format!("Invalid unit argument for Intl.NumberFormat() '{name}'"))
            })
        });
        let unit = unit.transpose()?;
        Ok(match style {
            "percent" => Self::Percent,
            "currency" => Self::Currency {
                currency: Currency::of(
                    &code.ok_or_else(|| IntlError::typ("Currency code is required with currency style."))?,
                ),
                display,
                sign,
            },
            "unit" => Self::Unit {
                unit: unit.ok_or_else(|| IntlError::typ("Unit is required with unit style."))?,
                display: unit_display,
            },
            _ => Self::Decimal,
        })
    }
}

fn grouping(options: &Options<'_>, default: &'static str) -> Result<&'static str, IntlError> {
    match options.value("useGrouping") {
        Data::Undefined => Ok(default),
        Data::Bool(true) => Ok("always"),
        Data::Bool(false) => Ok("false"),
        _ => {
            let word = options.word("useGrouping", &["min2", "auto", "always", "true", "false", ""])?;
            Ok(match word {
                Some("true" | "false") | None => default,
                Some("") => "false",
                Some(word) => word,
            })
        }
    }
}
