//! [`Zone`]: time zones, their offsets and what Americans call them. Offsets are those of the system's data, or of the
//! copy in the program; names are Unicode's (CLDR).

use jiff::Timestamp;
use jiff::tz::{Offset as JiffOffset, TimeZone};

use crate::IntlError;

/// Names of a zone: in standard and in daylight saving time, and of both; each long and short. Then the zones that have
/// them.
const NAMES: &str = include_str!("zone_names.txt");

/// What UTC is called in the data.
const UTC: [&str; 8] = [
    "Etc/UTC",
    "Etc/GMT",
    "GMT",
    "Etc/UCT",
    "UCT",
    "Zulu",
    "Etc/Zulu",
    "Etc/Universal",
];

/// A time zone.
#[derive(Debug, Clone)]
pub(crate) struct Zone {
    id: String,
    zone: TimeZone,
}

/// The offset from UTC at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offset {
    pub(crate) seconds: i32,
    is_daylight: bool,
}

impl Zone {
    /// Finds a zone by its name or offset; without one it is that of the system.
    ///
    /// # Errors
    /// A `RangeError` if there is no such zone.
    pub(crate) fn new(name: Option<&str>) -> Result<Self, IntlError> {
        let Some(name) = name else {
            return Ok(Self::named(TimeZone::system()));
        };
        if let Some(offset) = fixed(name) {
            let sign = if offset.is_negative() { '-' } else { '+' };
            let minutes = offset.seconds().abs() / 60;
            return Ok(Self {
                id: format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60),
                zone: TimeZone::fixed(offset),
            });
        }
        let invalid = || IntlError::range(format!("Invalid time zone specified: {name}"));
        if name.starts_with(['+', '-']) {
            return Err(invalid());
        }
        TimeZone::get(name).map(Self::named).map_err(|_| invalid())
    }

    fn named(zone: TimeZone) -> Self {
        let id = match zone.iana_name() {
            None => "UTC",
            Some(name) if UTC.contains(&name) => "UTC",
            Some(name) => name,
        };
        Self {
            id: id.to_owned(),
            zone,
        }
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// The offset at a time in milliseconds.
    pub(crate) fn offset(&self, time: i64) -> Offset {
        let (first, last) = (Timestamp::MIN.as_millisecond(), Timestamp::MAX.as_millisecond());
        let timestamp = Timestamp::from_millisecond(time.clamp(first, last)).unwrap_or_default();
        let info = self.zone.to_offset_info(timestamp);
        Offset {
            seconds: info.offset().seconds(),
            is_daylight: info.dst().is_dst(),
        }
    }

    /// The name of the zone in one of the six styles.
    pub(crate) fn name(&self, offset: &Offset, style: &str) -> String {
        let column = match (style, offset.is_daylight) {
            ("long", false) => Some(0),
            ("short", false) => Some(1),
            ("long", true) => Some(2),
            ("short", true) => Some(3),
            ("longGeneric", _) => Some(4),
            ("shortGeneric", _) => Some(5),
            _ => None,
        };
        let column = column.filter(|_| !offset.is_local_mean());
        let name = column.and_then(|column| self.names()?.split('|').nth(column));
        match name {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => offset.name(style.starts_with("long")),
        }
    }

    fn names(&self) -> Option<&'static str> {
        let id = if self.id == "UTC" { "Etc/UTC" } else { &self.id };
        NAMES.lines().find(|line| {
            let zones = line.rsplit('|').next().unwrap_or_default();
            zones.split(',').any(|zone| zone == id)
        })
    }
}

impl Offset {
    /// `GMT+1`, or at length `GMT+01:00`.
    fn name(self, is_long: bool) -> String {
        let sign = if self.seconds < 0 { '-' } else { '+' };
        let [hours, minutes, seconds] = [3600, 60, 1].map(|unit| self.seconds.abs() / unit % 60);
        let mut name = match (is_long, minutes, seconds) {
            (true, ..) => format!("GMT{sign}{hours:02}:{minutes:02}"),
            (false, 0, 0) => format!("GMT{sign}{hours}"),
            (false, ..) => format!("GMT{sign}{hours}:{minutes:02}"),
        };
        if seconds != 0 {
            name.push_str(&format!(":{seconds:02}"));
        }
        name
    }

    /// Whether it is that of the sun, from before there were zones and names.
    fn is_local_mean(self) -> bool {
        self.seconds % 60 != 0
    }
}

/// The names of all zones.
pub(crate) fn names() -> Vec<String> {
    let zones = jiff::tz::db().available();
    let mut names: Vec<String> = zones.map(|zone| zone.as_str().to_owned()).collect();
    names.sort();
    names
}

/// Reads `+05:30`, `-0800` or `+01`.
fn fixed(name: &str) -> Option<JiffOffset> {
    let (sign, digits) = match name.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = match digits.len() {
        5 if digits.as_bytes()[2] == b':' => digits.replace(':', ""),
        2 => format!("{digits}00"),
        4 => digits.to_owned(),
        _ => return None,
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes): (i32, i32) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
    (hours < 24 && minutes < 60).then_some(())?;
    JiffOffset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()
}
