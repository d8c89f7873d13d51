//! [`Fields`]: which parts of a date and a time are shown, and how.

use crate::english::locales::Requested;
use crate::english::options::Options;
use crate::{Data, IntlError};

const NUMBERS: [&str; 2] = ["numeric", "2-digit"];
const NAMES: [&str; 3] = ["narrow", "short", "long"];
const STYLES: [&str; 4] = ["full", "long", "medium", "short"];

type Field = Option<&'static str>;

/// The parts, each with its style.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields {
    pub(crate) weekday: Field,
    pub(crate) era: Field,
    pub(crate) year: Field,
    pub(crate) month: Field,
    pub(crate) day: Field,
    pub(crate) day_period: Field,
    pub(crate) hour: Field,
    pub(crate) minute: Field,
    pub(crate) second: Field,
    pub(crate) fraction: Option<usize>,
    pub(crate) zone: Field,
    /// `h11`, `h12`, `h23` or `h24`; there if the hour is.
    pub(crate) hour_cycle: Field,
    date_style: Field,
    time_style: Field,
}

impl Fields {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        let hour12 = options.boolean("hour12");
        let cycle = options.word("hourCycle", &["h11", "h12", "h23", "h24"])?;
        let mut fields = Self {
            weekday: options.word("weekday", &NAMES)?,
            era: options.word("era", &NAMES)?,
            year: options.word("year", &NUMBERS)?,
            month: options.word("month", &["2-digit", "numeric", "narrow", "short", "long"])?,
            day: options.word("day", &NUMBERS)?,
            day_period: options.word("dayPeriod", &NAMES)?,
            hour: options.word("hour", &NUMBERS)?,
            minute: options.word("minute", &NUMBERS)?,
            second: options.word("second", &NUMBERS)?,
            fraction: options.number("fractionalSecondDigits", 1, 3)?,
            zone: options.word(
                "timeZoneName",
                &[
                    "short",
                    "long",
                    "shortOffset",
                    "longOffset",
                    "shortGeneric",
                    "longGeneric",
                ],
            )?,
            date_style: options.word("dateStyle", &STYLES)?,
            time_style: options.word("timeStyle", &STYLES)?,
            ..Self::default()
        };
        if fields.date_style.is_some() || fields.time_style.is_some() {
            fields.apply_styles()?;
        } else if !fields.has_time() && !fields.has_day() {
            fields.year = Some("numeric");
            fields.month = Some("numeric");
            fields.day = Some("numeric");
        }
        if fields.hour.is_some() {
            fields.hour_cycle = match hour12 {
                Some(true) => Some("h12"),
                Some(false) => Some("h23"),
                None => cycle.or_else(|| keyword(requested)).or(Some("h12")),
            };
        }
        Ok(fields)
    }

    pub(crate) fn is_24_hours(&self) -> bool {
        matches!(self.hour_cycle, Some("h23" | "h24"))
    }

    pub(crate) fn has_date(&self) -> bool {
        self.era.is_some() || self.has_day()
    }

    /// Whether there is any part of a date but the era.
    fn has_day(&self) -> bool {
        let fields = [self.weekday, self.year, self.month, self.day];
        fields.iter().any(Option::is_some)
    }

    pub(crate) fn has_time(&self) -> bool {
        let fields = [self.day_period, self.hour, self.minute, self.second];
        self.fraction.is_some() || fields.iter().any(Option::is_some)
    }

    /// The same with a whole date.
    pub(crate) fn with_date(&self) -> Self {
        let numeric = Some("numeric");
        Self {
            year: self.year.or(numeric),
            month: self.month.or(numeric),
            day: self.day.or(numeric),
            ..self.clone()
        }
    }

    pub(crate) fn date_alone(&self) -> Self {
        Self {
            weekday: self.weekday,
            era: self.era,
            year: self.year,
            month: self.month,
            day: self.day,
            ..Self::default()
        }
    }

    pub(crate) fn time_alone(&self) -> Self {
        Self {
            weekday: None,
            era: None,
            year: None,
            month: None,
            day: None,
            ..self.clone()
        }
    }

    /// Adds what `resolvedOptions` tells.
    pub(crate) fn resolve(&self, resolved: &mut Vec<(String, Data)>) {
        let mut add = |name: &str, value: Data| resolved.push((name.to_owned(), value));
        if let Some(cycle) = self.hour_cycle {
            add("hourCycle", Data::text(cycle));
            add("hour12", Data::Bool(!self.is_24_hours()));
        }
        if self.date_style.is_none() && self.time_style.is_none() {
            let padded = |field: Field| field.map(|own| if self.hour.is_some() { "2-digit" } else { own });
            let hour = self
                .hour
                .map(|own| if self.is_24_hours() { "2-digit" } else { own });
            let fields = [
                ("weekday", self.weekday),
                ("era", self.era),
                ("year", self.year),
                ("month", self.month),
                ("day", self.day),
                ("dayPeriod", self.day_period),
                ("hour", hour),
                ("minute", padded(self.minute)),
                ("second", padded(self.second)),
            ];
            for (name, value) in fields {
                if let Some(value) = value {
                    add(name, Data::text(value));
                }
            }
            if let Some(digits) = self.fraction {
                add("fractionalSecondDigits", Data::Number(digits as f64));
            }
            if let Some(zone) = self.zone {
                add("timeZoneName", Data::text(zone));
            }
        }
        for (name, value) in [("dateStyle", self.date_style), ("timeStyle", self.time_style)] {
            if let Some(value) = value {
                add(name, Data::text(value));
            }
        }
    }

    fn apply_styles(&mut self) -> Result<(), IntlError> {
        if self.has_date() || self.has_time() || self.zone.is_some() {
            return Err(IntlError::typ(
                "Can't set option of a single part when dateStyle or timeStyle is used",
            ));
        }
        if let Some(style) = self.date_style {
            (self.weekday, self.month) = match style {
                "full" => (Some("long"), Some("long")),
                "long" => (None, Some("long")),
                "medium" => (None, Some("short")),
                _ => (None, Some("numeric")),
            };
            self.year = Some(if style == "short" { "2-digit" } else { "numeric" });
            self.day = Some("numeric");
        }
        if let Some(style) = self.time_style {
            self.hour = Some("numeric");
            self.minute = Some("2-digit");
            self.second = (style != "short").then_some("2-digit");
            self.zone = match style {
                "full" => Some("long"),
                "long" => Some("short"),
                _ => None,
            };
        }
        Ok(())
    }
}

fn keyword(requested: &Requested) -> Field {
    let cycles = ["h11", "h12", "h23", "h24"];
    let keyword = requested.keyword("hc")?;
    cycles.into_iter().find(|cycle| *cycle == keyword)
}
