//! Puts the parts of a date and a time in the order in which Americans write them.

use super::civil::Civil;
use super::fields::Fields;
use crate::english::parts::Parts;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

/// The pieces of a date and time; `zone` gives the name of the time zone in a style.
pub(crate) fn parts(fields: &Fields, civil: &Civil, zone: &dyn Fn(&str) -> String) -> Parts {
    let date = Piece { fields, civil }.date();
    let time = Piece { fields, civil }.time(zone);
    let mut parts = date;
    parts.literal(match parts.text().is_empty() || time.text().is_empty() {
        true => "",
        false => glue(fields),
    });
    parts.extend(time);
    parts
}

/// What stands between date and time.
fn glue(fields: &Fields) -> &'static str {
    let has_only_weekday = [fields.year, fields.month, fields.day, fields.era]
        .iter()
        .all(Option::is_none);
    match fields.month {
        Some("long") => " at ",
        _ if has_only_weekday && fields.fraction.is_none() => " ",
        _ => ", ",
    }
}

struct Piece<'a> {
    fields: &'a Fields,
    civil: &'a Civil,
}

impl Piece<'_> {
    fn date(&self) -> Parts {
        let Fields {
            weekday,
            month,
            day,
            year,
            ..
        } = self.fields;
        let (weekday, month, day, year) = (
            weekday.map(|style| Parts::of("weekday", named(WEEKDAYS[self.civil.weekday], style))),
            month.map(|style| Parts::of("month", self.month(style))),
            day.map(|style| Parts::of("day", number(self.civil.day, style))),
            year.map(|style| Parts::of("year", self.year(style))),
        );
        let is_word = matches!(self.fields.month, Some("long" | "short" | "narrow"));
        let has_day = day.is_some();
        let parts = match (month, day, year) {
            (Some(month), day, year) if is_word => {
                let date = joined([Some(month), day], " ");
                joined([Some(date), year], if has_day { ", " } else { " " })
            }
            (Some(month), day, year) => joined([Some(joined([Some(month), day], "/")), year], "/"),
            (None, Some(day), Some(year)) if weekday.is_none() => {
                let mut parts = self.with_era(year);
                parts.literal(" (day: ");
                parts.extend(day);
                parts.literal(")");
                return parts;
            }
            (None, Some(day), Some(year)) => {
                let parts = joined([Some(day), weekday], " ");
                return joined([Some(parts), Some(self.with_era(year))], " ");
            }
            (None, day, year) => joined([day, year], " "),
        };
        let parts = self.with_era(parts);
        match weekday {
            Some(weekday) if has_day && self.fields.month.is_some() => {
                joined([Some(weekday), Some(parts)], ", ")
            }
            weekday => joined([Some(parts), weekday], " "),
        }
    }

    fn with_era(&self, parts: Parts) -> Parts {
        let era = self.fields.era.map(|style| {
            let names = match style {
                "long" => ["Before Christ", "Anno Domini"],
                "short" => ["BC", "AD"],
                _ => ["B", "A"],
            };
            Parts::of("era", names[usize::from(self.civil.year > 0)])
        });
        joined([Some(parts), era], " ")
    }

    fn month(&self, style: &str) -> String {
        match style {
            "numeric" | "2-digit" => number(self.civil.month as i64, style),
            _ => named(MONTHS[self.civil.month - 1], style),
        }
    }

    /// Years before 1 are counted backwards, with the era or without.
    fn year(&self, style: &str) -> String {
        let year = self.civil.year;
        let year = if year > 0 { year } else { 1 - year };
        match style {
            "2-digit" => format!("{:02}", year % 100),
            _ => year.to_string(),
        }
    }

    fn time(&self, zone: &dyn Fn(&str) -> String) -> Parts {
        let Fields {
            hour,
            minute,
            second,
            fraction,
            ..
        } = self.fields;
        let is_part = [hour, minute, second]
            .iter()
            .filter(|part| part.is_some())
            .count()
            > 1;
        let pad = |value: i64| {
            if is_part {
                format!("{value:02}")
            } else {
                value.to_string()
            }
        };
        let mut parts = Parts::default();
        if let Some(style) = hour {
            parts.push("hour", self.hour(style));
        }
        if minute.is_some() {
            parts.literal(if hour.is_some() { ":" } else { "" });
            parts.push("minute", pad(self.civil.minute));
        }
        // An hour and a second without the minute between them have no common pattern.
        let is_apart = hour.is_some() && minute.is_none();
        if second.is_some() && !is_apart {
            parts.literal(if minute.is_some() { ":" } else { "" });
            parts.push("second", pad(self.civil.second));
        }
        if let Some(digits) = fraction {
            parts.literal(if second.is_some() { "." } else { "" });
            let milliseconds = format!("{:03}", self.civil.millisecond);
            parts.push("fractionalSecond", &milliseconds[..*digits]);
        }
        let period = self.day_period();
        parts.literal(if period.is_empty() || parts.text().is_empty() {
            ""
        } else {
            " "
        });
        parts.push("dayPeriod", period);
        if second.is_some() && is_apart {
            parts.literal(" (second: ");
            parts.push("second", self.civil.second.to_string());
            parts.literal(")");
        }
        if let Some(style) = self.fields.zone {
            parts.literal(if parts.text().is_empty() { "" } else { " " });
            parts.push("timeZoneName", zone(style));
        }
        parts
    }

    fn hour(&self, style: &str) -> String {
        let hour = self.civil.hour;
        let hour = match self.fields.hour_cycle {
            Some("h23") => hour,
            Some("h24") => (hour + 23) % 24 + 1,
            Some("h11") => hour % 12,
            _ => (hour + 11) % 12 + 1,
        };
        match style == "2-digit" || self.fields.is_24_hours() {
            true => format!("{hour:02}"),
            false => hour.to_string(),
        }
    }

    fn day_period(&self) -> &'static str {
        let hour = self.civil.hour;
        match (self.fields.hour, self.fields.day_period) {
            (Some(_), _) if self.fields.is_24_hours() => "",
            (None, None) => "",
            (Some(_), None) => match hour {
                0..12 => "AM",
                _ => "PM",
            },
            (_, Some(style)) => match hour {
                0..12 => "in the morning",
                12 if self.fields.minute.is_none() || self.civil.minute == 0 => {
                    if style == "narrow" {
                        "n"
                    } else {
                        "noon"
                    }
                }
                12..18 => "in the afternoon",
                18..21 => "in the evening",
                _ => "at night",
            },
        }
    }
}

fn number(value: i64, style: &str) -> String {
    match style {
        "2-digit" => format!("{value:02}"),
        _ => value.to_string(),
    }
}

fn named(name: &str, style: &str) -> String {
    let length = match style {
        "long" => name.len(),
        "short" => 3,
        _ => 1,
    };
    name[..length.min(name.len())].to_owned()
}

/// Those of the pieces that are there.
fn joined(pieces: [Option<Parts>; 2], separator: &str) -> Parts {
    let mut all = Parts::default();
    for piece in pieces
        .into_iter()
        .flatten()
        .filter(|piece| !piece.text().is_empty())
    {
        all.literal(if all.text().is_empty() { "" } else { separator });
        all.extend(piece);
    }
    all
}
