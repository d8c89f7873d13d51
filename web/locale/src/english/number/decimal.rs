//! [`Decimal`] and [`Value`]: numbers in decimal digits, exactly as they are written.

use crate::Data;
use crate::english::options::number_of;

/// A number that is to be formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    NaN,
    Infinity { is_negative: bool },
    Finite(Decimal),
}

/// A finite number: digits, of which the first `point` stand before the decimal point. There is no zero at either end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) is_negative: bool,
    pub(crate) digits: Vec<u8>,
    pub(crate) point: i32,
}

impl Value {
    /// Reads a number, a BigInt or a text with a number.
    pub(crate) fn of(data: &Data) -> Self {
        match data {
            Data::BigInt(text) | Data::Text(text) => Self::parse(text.trim()),
            other => Self::from_number(number_of(other)),
        }
    }

    fn from_number(number: f64) -> Self {
        match number {
            _ if number.is_nan() => Self::NaN,
            _ if number.is_infinite() => Self::Infinity {
                is_negative: number < 0.0,
            },
            // The shortest text that means the number.
            _ => Decimal::parse(&format!("{number:e}")).map_or(Self::NaN, Self::Finite),
        }
    }

    fn parse(text: &str) -> Self {
        match text {
            "" => Self::from_number(0.0),
            "Infinity" | "+Infinity" => Self::Infinity { is_negative: false },
            "-Infinity" => Self::Infinity { is_negative: true },
            _ => match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
                Some("0x") => Self::from_radix(&text[2..], 16),
                Some("0o") => Self::from_radix(&text[2..], 8),
                Some("0b") => Self::from_radix(&text[2..], 2),
                _ => Decimal::parse(text).map_or(Self::NaN, Self::Finite),
            },
        }
    }

    fn from_radix(digits: &str, radix: u32) -> Self {
        match u128::from_str_radix(digits, radix) {
            Ok(number) => Self::parse(&number.to_string()),
            Err(_) => Self::NaN,
        }
    }
}

impl Decimal {
    /// Reads digits with a point and an exponent.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: Vec<u8> = integer.bytes().chain(fraction.bytes()).collect();
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let exponent: i32 = exponent.parse().ok()?;
        let point = i32::try_from(integer.len()).ok()?.checked_add(exponent)?;
        let digits = digits.into_iter().map(|digit| digit - b'0').collect();
        Some(
            Self {
                is_negative,
                digits,
                point,
            }
            .trimmed(),
        )
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The power of ten of the first digit.
    pub(crate) fn magnitude(&self) -> i32 {
        if self.is_zero() { 0 } else { self.point - 1 }
    }

    /// Multiplies by a power of ten.
    pub(crate) fn scaled(&self, power: i32) -> Self {
        let mut scaled = self.clone();
        if !scaled.is_zero() {
            scaled.point = scaled.point.saturating_add(power);
        }
        scaled
    }

    /// The digits before and behind the point, at least one before.
    pub(crate) fn split(&self) -> (String, String) {
        let text = |digits: &[u8]| {
            digits
                .iter()
                .map(|digit| char::from(b'0' + digit))
                .collect::<String>()
        };
        match usize::try_from(self.point) {
            Ok(point @ 1..) if point >= self.digits.len() => (
                text(&self.digits) + &"0".repeat(point - self.digits.len()),
                String::new(),
            ),
            Ok(point @ 1..) => (text(&self.digits[..point]), text(&self.digits[point..])),
            _ if self.is_zero() => ("0".to_owned(), String::new()),
            _ => {
                let zeros = "0".repeat(self.point.unsigned_abs() as usize);
                ("0".to_owned(), zeros + &text(&self.digits))
            }
        }
    }

    pub(crate) fn trimmed(mut self) -> Self {
        let leading = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..leading);
        self.point -= leading as i32;
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
        self
    }
}
