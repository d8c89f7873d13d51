//! Dates as people write them, read as V8 reads them: a month by name or number, a day, a year, a time and an offset, in
//! nearly any order. Words before the first number are ignored.

use super::tokens::{MAX_DIGITS, Token, Word, tokens};

/// A date and time; local, unless it has an offset.
pub(super) struct LegacyDate {
    year: u32,
    month: u32,
    day: u32,
    /// Hour, minute, second, millisecond.
    time: [u32; 4],
    /// Minutes that the local time is ahead of UTC.
    pub(super) offset: Option<f64>,
}

/// Reads a text, if it is such a date.
pub(super) fn read(text: &str) -> Option<LegacyDate> {
    let mut reader = Reader {
        tokens: tokens(text),
        ..Reader::default()
    };
    while let Some(token) = reader.next() {
        match token {
            Token::Number(value, _) => reader.number(value)?,
            Token::Word(word) => reader.word(word)?,
            Token::Sign(sign @ ('+' | '-')) if reader.is_utc() || !reader.time.is_empty() => {
                reader.offset(sign == '-')?;
            }
            // Behind a number these mean something, but nothing that is known.
            Token::Sign('+' | '-' | ')') if reader.has_number => return None,
            Token::Sign(_) | Token::Space => {}
        }
    }
    reader.date()
}

impl LegacyDate {
    /// Writes the date in the standard's format, with the offset left out.
    pub(super) fn standard_form(&self) -> String {
        let [hour, minute, second, millisecond] = self.time;
        let zone = if self.offset.is_some() { "Z" } else { "" };
        format!(
            "+{:06}-{:02}-{:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}{zone}",
            self.year, self.month, self.day
        )
    }
}

#[derive(Default)]
struct Reader {
    tokens: Vec<Token>,
    place: usize,
    has_number: bool,
    /// Up to three numbers of the date.
    day: Vec<u32>,
    month: Option<u32>,
    /// Up to four numbers of the time.
    time: Vec<u32>,
    half_day: Option<u32>,
    zone: Option<Zone>,
}

#[derive(Clone, Copy)]
struct Zone {
    is_behind: bool,
    hours: u32,
    /// Not there while a number may follow.
    minutes: Option<u32>,
}

impl Reader {
    fn next(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.place += 1;
        Some(token)
    }

    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.place).copied()
    }

    fn skip(&mut self, sign: char) -> bool {
        let is_there = self.peek() == Some(Token::Sign(sign));
        self.place += usize::from(is_there);
        is_there
    }

    fn is_utc(&self) -> bool {
        matches!(
            self.zone,
            Some(Zone {
                hours: 0,
                minutes: Some(0),
                ..
            })
        )
    }

    fn number(&mut self, value: u32) -> Option<()> {
        self.has_number = true;
        if self.skip(':') {
            // Two colons leave out the minutes.
            if self.skip(':') {
                self.time.is_empty().then(|| self.time.extend([value, 0]))
            } else {
                self.add_time(value)?;
                self.skip('.');
                Some(())
            }
        } else if self.peek() == Some(Token::Sign('.')) && self.is_time_next(value) {
            self.place += 1;
            self.add_time(value)?;
            match self.next() {
                Some(Token::Number(fraction, digits)) => {
                    self.add_time(milliseconds(fraction, digits))?;
                    self.complete_time();
                    Some(())
                }
                _ => None,
            }
        } else if let Some(Zone {
            minutes: minutes @ None,
            ..
        }) = &mut self.zone
            && value < 60
        {
            *minutes = Some(value);
            Some(())
        } else if self.is_time_next(value) {
            self.add_time(value)?;
            self.complete_time();
            let is_end = match self.peek() {
                None | Some(Token::Space | Token::Word(Word::Zone(0)) | Token::Sign('+' | '-')) => true,
                Some(_) => false,
            };
            is_end.then_some(())
        } else {
            self.skip('.');
            if self.day.len() == 3 {
                return None;
            }
            self.day.push(value);
            self.skip('-');
            Some(())
        }
    }

    fn word(&mut self, word: Word) -> Option<()> {
        match word {
            Word::HalfDay(hours) if !self.time.is_empty() => self.half_day = Some(hours),
            Word::Month(month) => {
                self.month = Some(month);
                self.skip('-');
            }
            Word::Zone(hours) if self.has_number => {
                self.zone = Some(Zone {
                    is_behind: hours < 0,
                    hours: hours.unsigned_abs(),
                    minutes: Some(0),
                });
            }
            _ if self.has_number => return None,
            _ => return (!matches!(self.peek(), Some(Token::Number(..)))).then_some(()),
        }
        Some(())
    }

    /// Reads what follows a sign: hours, hours and minutes, or nothing.
    fn offset(&mut self, is_behind: bool) -> Option<()> {
        self.has_number = true;
        let (value, digits) = match self.peek() {
            Some(Token::Number(value, digits)) => {
                self.place += 1;
                (value, digits)
            }
            _ => (0, 0),
        };
        let (hours, minutes) = match digits {
            _ if self.peek() == Some(Token::Sign(':')) => (value, None),
            1 | 2 => (value, Some(0)),
            3 | 4 => (value / 100, Some(value % 100)),
            _ => return None,
        };
        self.zone = Some(Zone {
            is_behind,
            hours,
            minutes,
        });
        Some(())
    }

    fn is_time_next(&self, value: u32) -> bool {
        match self.time.len() {
            1 | 2 => value < 60,
            3 => value < 1000,
            _ => false,
        }
    }

    fn add_time(&mut self, value: u32) -> Option<()> {
        (self.time.len() < 4).then(|| self.time.push(value))
    }

    fn complete_time(&mut self) {
        self.time.resize(4, 0);
    }

    fn date(self) -> Option<LegacyDate> {
        let (year, month, day) = self.year_month_day()?;
        let year = match year {
            0..50 => year + 2000,
            50..100 => year + 1900,
            _ => year,
        };
        let mut time = [0; 4];
        for (place, value) in time.iter_mut().zip(&self.time) {
            *place = *value;
        }
        if let Some(hours) = self.half_day {
            time[0] = (time[0] <= 12).then(|| time[0] % 12 + hours)?;
        }
        let is_time = matches!(time, [0..24, 0..60, 0..60, 0..1000] | [24, 0, 0, 0]);
        let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && year <= 999_999;
        (is_time && is_date).then(|| LegacyDate {
            year,
            month,
            day,
            time,
            offset: self.zone.map(Zone::offset),
        })
    }

    /// Tells the numbers apart: only a day is one of 1 to 31. What is missing is 1.
    fn year_month_day(&self) -> Option<(u32, u32, u32)> {
        let first = *self.day.first()?;
        let [second, third] = [1, 2].map(|place| self.day.get(place).copied().unwrap_or(1));
        let is_day = (1..=31).contains(&first);
        Some(match (self.month, is_day) {
            (None, true) => (third, first, second),
            (None, false) => (first, second, third),
            (Some(month), true) => (second, month, first),
            (Some(month), false) => (first, month, second),
        })
    }
}

impl Zone {
    fn offset(self) -> f64 {
        let minutes = f64::from(self.hours) * 60.0 + f64::from(self.minutes.unwrap_or(0));
        if self.is_behind { -minutes } else { minutes }
    }
}

/// The first three digits behind a point.
fn milliseconds(fraction: u32, digits: usize) -> u32 {
    match digits.min(MAX_DIGITS) as u32 {
        digits @ 0..=3 => fraction * 10_u32.pow(3 - digits),
        digits => fraction / 10_u32.pow(digits - 3),
    }
}
