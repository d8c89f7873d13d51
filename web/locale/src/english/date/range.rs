//! Ranges of dates and times: what both ends have in common is written once.

use super::civil::Civil;
use super::fields::Fields;
use super::pattern;
use crate::english::parts::Parts;
use crate::english::range::Range;

/// An end of a range, with the name of its time zone in a style.
pub(crate) struct End<'a> {
    pub(crate) civil: Civil,
    pub(crate) zone: &'a dyn Fn(&str) -> String,
}

impl End<'_> {
    fn parts(&self, fields: &Fields) -> Parts {
        pattern::parts(fields, &self.civil, self.zone)
    }

    fn day(&self) -> (i64, usize, i64) {
        (self.civil.year, self.civil.month, self.civil.day)
    }
}

/// Formats a range.
pub(crate) fn range(fields: &Fields, start: &End<'_>, end: &End<'_>) -> Range {
    let whole = start.parts(fields);
    if whole.text() == end.parts(fields).text() {
        return Range::one(whole);
    }
    match fields.has_time() {
        true if start.day() == end.day() => times(fields, start, end),
        true => whole_ends(&fields.with_date(), start, end),
        false => dates(fields, start, end),
    }
}

/// Two times of one day.
fn times(fields: &Fields, start: &End<'_>, end: &End<'_>) -> Range {
    let mut range = Range::default();
    let (date, time) = (fields.date_alone(), fields.time_alone());
    if date.has_date() {
        let mut parts = start.parts(&date);
        parts.literal(", ");
        range.shared(parts);
    }
    let (start_time, end_time) = (start.parts(&time), end.parts(&time));
    let same_half = (start.civil.hour < 12) == (end.civil.hour < 12);
    let is_short = same_half
        && time.second.is_none()
        && time.fraction.is_none()
        && time.day_period.is_none()
        && !time.is_24_hours();
    match is_short {
        // 7:08 – 8:08 AM
        true => {
            let last = if time.minute.is_some() { "minute" } else { "hour" };
            let (start, _) = start_time.split_after(last);
            let (end, rest) = end_time.split_after(last);
            range.ends(start, end, false);
            range.shared(rest);
        }
        false => range.ends(start_time, end_time, false),
    }
    range
}

fn dates(fields: &Fields, start: &End<'_>, end: &End<'_>) -> Range {
    let is_word = matches!(fields.month, Some("long" | "short" | "narrow"));
    if start.civil.year != end.civil.year {
        // Without the year nobody could tell which day is meant.
        let fields = match fields.month.is_some() && fields.day.is_some() {
            true => fields.with_date(),
            false => fields.clone(),
        };
        return whole_ends(&fields, start, end);
    }
    if !is_word || (fields.day.is_none() && fields.year.is_none()) {
        return whole_ends(fields, start, end);
    }
    let mut range = Range::default();
    let last = if fields.day.is_some() { "day" } else { "month" };
    let (first, _) = start.parts(fields).split_after(last);
    let (second, rest) = end.parts(fields).split_after(last);
    if start.civil.month == end.civil.month && fields.weekday.is_none() && fields.day.is_some() {
        // March 5 – 7, 2024
        let (month, first) = first.split_before("day");
        let (_, second) = second.split_before("day");
        range.shared(month);
        range.ends(first, second, false);
    } else {
        range.ends(first, second, false);
    }
    range.shared(rest);
    range
}

fn whole_ends(fields: &Fields, start: &End<'_>, end: &End<'_>) -> Range {
    let mut range = Range::default();
    range.ends(start.parts(fields), end.parts(fields), false);
    range
}
