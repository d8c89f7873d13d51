//! [`Scanner`]: reads the strings, numbers and words of a JSON text. A method that returns `None` stops at the unit that
//! is wrong.

use boa_engine::string::JsStr;
use boa_engine::{JsString, JsValue};

const QUOTE: u16 = b'"' as u16;
const BACKSLASH: u16 = b'\\' as u16;
/// What comes before it is a control character, which stands in no string.
const SPACE: u16 = b' ' as u16;

/// A code unit of a text.
pub(super) trait Unit: Copy + Into<u16> {
    /// Makes a string.
    fn string(units: &[Self]) -> JsString;
}

impl Unit for u8 {
    fn string(units: &[Self]) -> JsString {
        JsString::from(JsStr::latin1(units))
    }
}

impl Unit for u16 {
    fn string(units: &[Self]) -> JsString {
        // A string takes half as much if all of it is Latin-1.
        let narrow: Option<Vec<u8>> = units.iter().map(|unit| u8::try_from(*unit).ok()).collect();
        match narrow {
            Some(narrow) => u8::string(&narrow),
            None => JsString::from(units),
        }
    }
}

/// A text and a place in it.
pub(super) struct Scanner<'a, U> {
    units: &'a [U],
    place: usize,
}

impl<'a, U: Unit> Scanner<'a, U> {
    pub(super) fn new(units: &'a [U]) -> Self {
        Self { units, place: 0 }
    }

    pub(super) fn place(&self) -> usize {
        self.place
    }

    pub(super) fn advance(&mut self) {
        self.place += 1;
    }

    /// Reads a word that stands for a value.
    pub(super) fn word(&mut self, word: &[u8], value: JsValue) -> Option<JsValue> {
        for letter in word {
            if self.peek() != Some(*letter) {
                return None;
            }
            self.place += 1;
        }
        Some(value)
    }

    /// Reads a number that begins here.
    pub(super) fn number(&mut self) -> Option<JsValue> {
        let start = self.place;
        self.skip(b'-');
        // Nothing follows a leading zero.
        if !self.skip(b'0') {
            self.digits()?;
        }
        let mut is_integer = true;
        if self.skip(b'.') {
            is_integer = false;
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            is_integer = false;
            let _ = self.skip(b'+') || self.skip(b'-');
            self.digits()?;
        }
        let digits = self.units[start..self.place].iter();
        let text: String = digits
            .filter_map(|unit| char::from_u32((*unit).into().into()))
            .collect();
        if is_integer
            && let Ok(integer) = text.parse::<i32>()
            && text != "-0"
        {
            return Some(integer.into());
        }
        // What is too large is infinite.
        text.parse::<f64>().map(JsValue::from).ok()
    }

    /// Skips at least one digit.
    fn digits(&mut self) -> Option<()> {
        let start = self.place;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.place += 1;
        }
        match self.place > start {
            true => Some(()),
            false => None,
        }
    }

    /// Reads a string that begins here.
    pub(super) fn string(&mut self) -> Option<JsString> {
        self.place += 1;
        let start = self.place;
        // Most strings have no escapes: they are copied as a whole.
        loop {
            match self.unit() {
                Some(QUOTE) => {
                    self.place += 1;
                    return Some(U::string(&self.units[start..self.place - 1]));
                }
                Some(BACKSLASH) => break,
                Some(SPACE..) => self.place += 1,
                _ => return None,
            }
        }
        let mut text: Vec<u16> = self.units[start..self.place]
            .iter()
            .map(|unit| (*unit).into())
            .collect();
        loop {
            match self.unit() {
                Some(QUOTE) => {
                    self.place += 1;
                    return Some(u16::string(&text));
                }
                Some(BACKSLASH) => {
                    self.place += 1;
                    text.push(self.escape()?);
                }
                Some(unit @ SPACE..) => {
                    self.place += 1;
                    text.push(unit);
                }
                _ => return None,
            }
        }
    }

    /// Reads what follows a backslash.
    fn escape(&mut self) -> Option<u16> {
        let unit = match self.peek() {
            Some(unit @ (b'"' | b'\\' | b'/')) => unit,
            Some(b'b') => 0x08,
            Some(b'f') => 0x0C,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'u') => {
                self.place += 1;
                return self.hexadecimal();
            }
            _ => return None,
        };
        self.place += 1;
        Some(unit.into())
    }

    fn hexadecimal(&mut self) -> Option<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|digit| char::from(digit).to_digit(16));
            let digit = digit.and_then(|digit| u16::try_from(digit).ok());
            unit = unit * 16 + digit?;
            self.place += 1;
        }
        Some(unit)
    }

    /// Skips the unit if it is next.
    pub(super) fn skip(&mut self, unit: u8) -> bool {
        let is_there = self.peek() == Some(unit);
        self.place += usize::from(is_there);
        is_there
    }

    pub(super) fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.place += 1;
        }
    }

    /// Returns the next unit. One beyond a byte becomes zero, which is nowhere allowed outside of strings.
    pub(super) fn peek(&self) -> Option<u8> {
        self.unit().map(|unit| u8::try_from(unit).unwrap_or(0))
    }

    fn unit(&self) -> Option<u16> {
        self.units.get(self.place).map(|unit| (*unit).into())
    }
}
