//! Units: names with the space before them, as Unicode's CLDR lists them for American English.

/// One line for each: name, long singular and plural, short singular and plural, narrow.
const TABLE: &str = include_str!("units.txt");
/// What a unit is called behind a slash, where that is not its short name.
const PER: [(&str, &str); 8] = [
    ("day", "d"),
    ("hour", "h"),
    ("minute", "min"),
    ("month", "m"),
    ("second", "s"),
    ("week", "w"),
    ("year", "y"),
    ("gallon", "gal US"),
];
/// Units of two parts with names of their own.
const SPECIAL: [(&str, &str); 2] = [("mile-per-hour", "mph"), ("mile-per-gallon", "mpg")];

/// A unit in one of the three widths.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) name: String,
    one: String,
    other: String,
}

impl Unit {
    /// Finds a unit; `None` if there is no such.
    pub(crate) fn of(name: &str, display: &str) -> Option<Self> {
        let named = |one: String, other: String| Self {
            name: name.to_owned(),
            one,
            other,
        };
        if let Some((one, other)) = simple(name, display) {
            return Some(named(one.to_owned(), other.to_owned()));
        }
        let (numerator, denominator) = name.split_once("-per-")?;
        let (one, other) = simple(numerator, display)?;
        let (per, _) = simple(denominator, display)?;
        let special = SPECIAL.iter().find(|(special, _)| *special == name);
        if let (Some((_, short)), true) = (special, display != "long") {
            let space = if display == "short" { " " } else { "" };
            return Some(named(format!("{space}{short}"), format!("{space}{short}")));
        }
        let per = match display {
            "long" => format!(" per{per}"),
            _ => {
                let short = PER.iter().find(|(long, _)| *long == denominator);
                let is_short = display == "short" || denominator != "gallon";
                let short = short
                    .filter(|_| is_short)
                    .map_or(per.trim_start(), |(_, short)| short);
                format!("/{short}")
            }
        };
        Some(named(format!("{one}{per}"), format!("{other}{per}")))
    }

    /// What stands behind a number, in its plural.
    pub(crate) fn suffix(&self, plural: &str) -> &str {
        if plural == "one" { &self.one } else { &self.other }
    }
}

/// The names of the simple units.
pub(crate) fn names() -> Vec<String> {
    let names = TABLE.lines().filter_map(|line| line.split('|').next());
    names.map(str::to_owned).collect()
}

fn simple(name: &str, display: &str) -> Option<(&'static str, &'static str)> {
    let columns = TABLE
        .lines()
        .map(|line| line.split('|').collect::<Vec<_>>())
        .find(|columns| columns.first() == Some(&name))?;
    let [_, long, longs, short, shorts, narrow] = columns[..].try_into().ok()?;
    Some(match display {
        "long" => (long, longs),
        "short" => (short, shorts),
        _ => (narrow, narrow),
    })
}
