//! `Intl.DateTimeFormat`: 6/1/2024, June 1, 2024 at 10:00 AM, Sat, Jun 1.

mod civil;
mod fields;
mod pattern;
mod range;
mod zone;

pub(crate) use zone::names as time_zones;

use crate::english::locales::Requested;
use crate::english::no_method;
use crate::english::options::{Options, number_of};
use crate::english::parts::Parts;
use crate::english::range::Range;
use crate::{Data, Formatter, IntlError};
use civil::Civil;
use fields::Fields;
use range::End;
use zone::{Offset, Zone};

/// The largest time of a date.
const MAX_TIME: f64 = 8.64e15;

pub(crate) struct DateTimeFormat {
    locale: &'static str,
    fields: Fields,
    zone: Zone,
}

impl DateTimeFormat {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        Ok(Self {
            locale: requested.locale,
            fields: Fields::new(requested, options)?,
            zone: Zone::new(options.text("timeZone").as_deref())?,
        })
    }

    fn parts(&self, time: &Data) -> Result<Parts, IntlError> {
        let (civil, offset) = self.civil(time)?;
        let zone = |style: &str| self.zone.name(&offset, style);
        Ok(pattern::parts(&self.fields, &civil, &zone))
    }

    fn range(&self, start: &Data, end: &Data) -> Result<Range, IntlError> {
        let (start, end) = (self.civil(start)?, self.civil(end)?);
        let first = |style: &str| self.zone.name(&start.1, style);
        let last = |style: &str| self.zone.name(&end.1, style);
        let start = End {
            civil: start.0,
            zone: &first,
        };
        let end = End {
            civil: end.0,
            zone: &last,
        };
        Ok(range::range(&self.fields, &start, &end))
    }

    fn civil(&self, time: &Data) -> Result<(Civil, Offset), IntlError> {
        let time = number_of(time);
        if time.is_nan() || time.abs() > MAX_TIME {
            return Err(IntlError::range("Invalid time value"));
        }
        let time = time as i64;
        let offset = self.zone.offset(time);
        Ok((Civil::of(time + i64::from(offset.seconds) * 1000), offset))
    }
}

impl Formatter for DateTimeFormat {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        let time = |place: usize| args.get(place).unwrap_or(&Data::Undefined);
        let parts = || self.parts(time(0));
        let range = || self.range(time(0), time(1));
        match method {
            "format" => Ok(Data::Text(parts()?.text())),
            "formatToParts" => Ok(parts()?.data()),
            "formatRange" => Ok(Data::Text(range()?.text())),
            "formatRangeToParts" => Ok(range()?.data()),
            "resolvedOptions" => {
                let mut resolved = vec![
                    ("locale".to_owned(), Data::text(self.locale)),
                    ("calendar".to_owned(), Data::text("gregory")),
                    ("numberingSystem".to_owned(), Data::text("latn")),
                    ("timeZone".to_owned(), Data::text(self.zone.id())),
                ];
                self.fields.resolve(&mut resolved);
                Ok(Data::Object(resolved))
            }
            _ => Err(no_method(method)),
        }
    }
}
