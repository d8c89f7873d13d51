//! Puts digits, signs, symbols and units together.

use super::decimal::{Decimal, Value};
use super::{NumberFormat, Style};
use crate::english::number::cardinal::cardinal;
use crate::english::parts::Parts;

const NO_BREAK_SPACE: &str = "\u{a0}";

/// Digits with what stands behind them.
struct Digits {
    parts: Parts,
    is_number: bool,
    is_compact: bool,
    is_zero: bool,
    plural: &'static str,
}

impl NumberFormat {
    pub(crate) fn parts(&self, value: &Value) -> Parts {
        let (digits, is_negative) = match value {
            Value::NaN => (Digits::word("nan", "NaN"), false),
            Value::Infinity { is_negative } => (Digits::word("infinity", "∞"), *is_negative),
            Value::Finite(number) => {
                let scaled = match self.style {
                    Style::Percent => number.scaled(2),
                    _ => number.clone(),
                };
                (self.digits(&scaled), number.is_negative)
            }
        };
        let is_zero = digits.is_zero || *value == Value::NaN;
        let sign = match self.sign {
            "never" => "",
            "always" if !is_negative => "+",
            "exceptZero" if is_zero => "",
            "exceptZero" if !is_negative => "+",
            "negative" if is_zero => "",
            _ if is_negative => "-",
            _ => "",
        };
        self.with_sign(sign, digits)
    }

    fn with_sign(&self, sign: &str, digits: Digits) -> Parts {
        let mut parts = Parts::default();
        let is_accounting =
            matches!(&self.style, Style::Currency { sign: "accounting", display, .. } if *display != "name");
        let has_brackets = is_accounting && sign == "-" && !digits.is_compact;
        match sign {
            "-" if has_brackets => parts.literal("("),
            "-" => parts.push("minusSign", "-"),
            sign => parts.push("plusSign", sign),
        }
        let plural = digits.plural;
        match &self.style {
            Style::Decimal => parts.extend(digits.parts),
            Style::Percent => {
                parts.extend(digits.parts);
                parts.push("percentSign", "%");
            }
            Style::Currency { display: "name", .. } | Style::Unit { .. } => {
                parts.extend(digits.parts);
                parts.extend(self.suffix(plural));
            }
            Style::Currency {
                currency, display, ..
            } => {
                let symbol = match *display {
                    "code" => &currency.code,
                    "narrowSymbol" => &currency.narrow,
                    _ => &currency.symbol,
                };
                parts.push("currency", symbol);
                // Digits need a space behind a word.
                if symbol.ends_with(char::is_alphabetic) && digits.is_number {
                    parts.literal(NO_BREAK_SPACE);
                }
                parts.extend(digits.parts);
            }
        }
        if has_brackets {
            parts.literal(")");
        }
        parts
    }

    /// The unit or the name of the currency, in a plural.
    pub(crate) fn suffix(&self, plural: &str) -> Parts {
        let mut parts = Parts::default();
        match &self.style {
            Style::Unit { unit, .. } => {
                let suffix = unit.suffix(plural);
                let name = suffix.trim_start();
                parts.literal(&suffix[..suffix.len() - name.len()]);
                parts.push(if name == "%" { "percentSign" } else { "unit" }, name);
            }
            Style::Currency { currency, .. } => {
                parts.literal(" ");
                parts.push("currency", currency.name(plural));
            }
            Style::Decimal | Style::Percent => {}
        }
        parts
    }

    fn digits(&self, number: &Decimal) -> Digits {
        let exponent = self.exponent(number);
        let scaled = number.scaled(-exponent);
        let (integer, fraction) = self.digits.digits(&scaled);
        let is_zero = self.digits.round(&scaled).0.is_zero();
        let mut parts = Parts::default();
        self.group(&integer, &mut parts);
        if !fraction.is_empty() {
            parts.push("decimal", ".");
            parts.push("fraction", &fraction);
        }
        let plural = match exponent {
            0 => cardinal(&integer, &fraction),
            _ => "other",
        };
        match self.notation {
            "compact" if exponent > 0 => {
                let word = match (exponent, self.is_compact_long) {
                    (3, false) => "K",
                    (6, false) => "M",
                    (9, false) => "B",
                    (_, false) => "T",
                    (3, true) => "thousand",
                    (6, true) => "million",
                    (9, true) => "billion",
                    (_, true) => "trillion",
                };
                parts.literal(if self.is_compact_long { " " } else { "" });
                parts.push("compact", word);
            }
            "scientific" | "engineering" => {
                parts.push("exponentSeparator", "E");
                parts.push("exponentMinusSign", if exponent < 0 { "-" } else { "" });
                parts.push("exponentInteger", exponent.unsigned_abs().to_string());
            }
            _ => {}
        }
        Digits {
            parts,
            is_number: true,
            is_compact: self.notation == "compact" && exponent > 0,
            is_zero,
            plural,
        }
    }

    /// The power of ten that the number is divided by. Rounding may make it larger.
    fn exponent(&self, number: &Decimal) -> i32 {
        if number.is_zero() {
            return 0;
        }
        let magnitude = number.magnitude();
        let exponent = self.exponent_of(magnitude);
        let rounded = self.digits.round(&number.scaled(-exponent)).0;
        match rounded.is_zero() || rounded.magnitude() == magnitude - exponent {
            true => exponent,
            false => self.exponent_of(magnitude + 1),
        }
    }

    fn exponent_of(&self, magnitude: i32) -> i32 {
        match self.notation {
            "scientific" => magnitude,
            "engineering" => magnitude.div_euclid(3) * 3,
            "compact" => magnitude.clamp(0, 14) / 3 * 3,
            _ => 0,
        }
    }

    fn group(&self, integer: &str, parts: &mut Parts) {
        let is_grouped = match self.grouping {
            "false" => false,
            "min2" => integer.len() > 4,
            "auto" if self.notation == "compact" => integer.len() > 4,
            _ => true,
        };
        if !is_grouped {
            parts.push("integer", integer);
            return;
        }
        let first = (integer.len() - 1) % 3 + 1;
        let mut rest = integer;
        let mut end = first;
        while !rest.is_empty() {
            let (group, after) = rest.split_at(end);
            parts.push("integer", group);
            parts.push("group", if after.is_empty() { "" } else { "," });
            (rest, end) = (after, 3);
        }
    }
}

impl Digits {
    fn word(kind: &'static str, text: &str) -> Self {
        Self {
            parts: Parts::of(kind, text),
            is_number: false,
            is_compact: false,
            is_zero: false,
            plural: "other",
        }
    }
}
