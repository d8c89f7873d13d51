//! Currencies: code, symbol, narrow symbol, digits behind the point, singular and plural, as Unicode's CLDR lists them
//! for American English.

/// One line for each.
const TABLE: &str = include_str!("currencies.txt");

/// A currency.
#[derive(Debug, Clone)]
pub(crate) struct Currency {
    pub(crate) code: String,
    pub(crate) symbol: String,
    pub(crate) narrow: String,
    pub(crate) digits: usize,
    one: String,
    other: String,
}

impl Currency {
    /// Finds a currency. One that is not listed is called by its code.
    pub(crate) fn of(code: &str) -> Self {
        let code = code.to_ascii_uppercase();
        let line = TABLE.lines().find(|line| line.starts_with(&code));
        let mut columns = line.unwrap_or_default().split('|').skip(1);
        let mut next = || columns.next().unwrap_or(&code).to_owned();
        Self {
            symbol: next(),
            narrow: next(),
            digits: next().parse().unwrap_or(2),
            one: next(),
            other: next(),
            code,
        }
    }

    /// The name in the plural of a number.
    pub(crate) fn name(&self, plural: &str) -> &str {
        if plural == "one" { &self.one } else { &self.other }
    }
}

/// The codes of all.
pub(crate) fn codes() -> Vec<String> {
    let codes = TABLE.lines().filter_map(|line| line.split('|').next());
    codes.map(str::to_owned).collect()
}
