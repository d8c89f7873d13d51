//! `Intl.ListFormat`: a, b, and c.

use crate::english::locales::Requested;
use crate::english::no_method;
use crate::english::options::{Options, text_of};
use crate::english::parts::Parts;
use crate::{Data, Formatter, IntlError};

pub(crate) struct ListFormat {
    locale: &'static str,
    kind: &'static str,
    style: &'static str,
}

impl ListFormat {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        Ok(Self {
            locale: requested.locale,
            kind: options.word_or_first("type", &["conjunction", "disjunction", "unit"])?,
            style: options.word_or_first("style", &["long", "short", "narrow"])?,
        })
    }

    /// What stands between two, between others, and before the last of many.
    fn separators(&self) -> [&'static str; 3] {
        match (self.kind, self.style) {
            ("conjunction", "long") => [" and ", ", ", ", and "],
            ("conjunction", "short") => [" & ", ", ", ", & "],
            ("disjunction", _) => [" or ", ", ", ", or "],
            ("unit", "narrow") => [" ", " ", " "],
            _ => [", ", ", ", ", "],
        }
    }

    fn parts(&self, items: &[Data]) -> Parts {
        let [two, middle, last] = self.separators();
        let mut parts = Parts::default();
        for (place, item) in items.iter().enumerate() {
            parts.literal(match place {
                0 => "",
                1 if items.len() == 2 => two,
                _ if place + 1 == items.len() => last,
                _ => middle,
            });
            parts.push("element", text_of(item));
        }
        parts
    }
}

impl Formatter for ListFormat {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        let items = match args.first() {
            Some(Data::List(items)) => items.as_slice(),
            _ => &[],
        };
        match method {
            "format" => Ok(Data::Text(self.parts(items).text())),
            "formatToParts" => Ok(self.parts(items).data()),
            "resolvedOptions" => Ok(Data::object([
                ("locale", Data::text(self.locale)),
                ("type", Data::text(self.kind)),
                ("style", Data::text(self.style)),
            ])),
            _ => Err(no_method(method)),
        }
    }
}
