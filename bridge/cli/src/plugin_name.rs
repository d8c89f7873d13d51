//! [`PluginName`]: the NAME of `plugin:NAME`, which is also a part of file names and, in camel case, the variable of
//! most scripts. A name that cannot be all of that is refused with one that can.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

const LONGEST: usize = 40;
/// For names of which nothing is left.
const EXAMPLE: &str = "weather";
/// Makes a good name of one that is nearly good.
const OWN: &str = "my-";
/// What hosts and this command add themselves.
const PREFIXES: [&str; 2] = ["plugin:", "goja-plugin-"];
/// `plugin:examples:…` are the examples, in a folder of that name.
const TAKEN: &str = "examples";
/// In `const NAME = require("plugin:NAME")` each of these is an error.
const WORDS_OF_JAVASCRIPT: &str = "arguments await break case catch class const continue debugger default delete do \
    else enum eval export extends false finally for function if implements import in instanceof interface let new \
    null package private protected public require return static super switch this throw true try typeof undefined var \
    void while with yield";

/// Words of small letters and digits with hyphens between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PluginName(String);

impl PluginName {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PluginName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PluginName {
    type Err = NameError;

    fn from_str(typed: &str) -> Result<Self, NameError> {
        match flaw(typed) {
            None => Ok(Self(typed.to_owned())),
            Some(flaw) => Err(NameError {
                flaw,
                suggestion: suggestion(typed),
            }),
        }
    }
}

/// Why a name is refused, and a name that is not.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("{flaw}; try {suggestion}")]
pub(crate) struct NameError {
    flaw: Flaw,
    suggestion: String,
}

/// What is wrong with a name.
#[derive(Debug, PartialEq, Eq, Error)]
enum Flaw {
    #[error("it is empty")]
    Empty,
    #[error("{0} is added without being typed")]
    Prefix(&'static str),
    #[error("a name has small letters, digits and hyphens, and no {0:?}")]
    Character(char),
    #[error("a name begins with a letter, as JavaScript's variables do")]
    Start,
    #[error("a hyphen stands between two words")]
    Hyphen,
    #[error("it has {0} characters, and {LONGEST} are the most")]
    Length(usize),
    #[error("it is a word of JavaScript's own, so that no variable can have this name")]
    Reserved,
    #[error("the example plugins have that name")]
    Taken,
}

fn flaw(name: &str) -> Option<Flaw> {
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() {
        return Some(Flaw::Empty);
    }
    if let Some(prefix) = PREFIXES.into_iter().find(|prefix| name.starts_with(prefix)) {
        return Some(Flaw::Prefix(prefix));
    }
    if let Some(other) = name.chars().find(|c| !is_allowed(*c)) {
        return Some(Flaw::Character(other));
    }
    if name.split('-').any(str::is_empty) {
        return Some(Flaw::Hyphen);
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return Some(Flaw::Start);
    }
    if name.len() > LONGEST {
        return Some(Flaw::Length(name.len()));
    }
    if WORDS_OF_JAVASCRIPT.split(' ').any(|word| word == name) {
        return Some(Flaw::Reserved);
    }
    (name == TAKEN).then_some(Flaw::Taken)
}

/// A good name that is as near as can be.
fn suggestion(typed: &str) -> String {
    let bare = PREFIXES
        .into_iter()
        .fold(typed, |name, prefix| name.strip_prefix(prefix).unwrap_or(name));
    let mut name = hyphenated(bare);
    if let Some(Flaw::Start | Flaw::Reserved | Flaw::Taken) = flaw(&name) {
        name.insert_str(0, OWN);
    }
    // Only whole words, if the first one fits.
    if let Some((fitting, cut)) = name.split_at_checked(LONGEST)
        && !cut.is_empty()
    {
        let words = match fitting.rsplit_once('-') {
            Some((words, _)) if !cut.starts_with('-') => words,
            _ => fitting,
        };
        name = words.to_owned();
    }
    if flaw(&name).is_some() {
        return EXAMPLE.to_owned();
    }
    name
}

/// `Word Count`, `wordCount` and `word_count` become `word-count`.
fn hyphenated(text: &str) -> String {
    let mut name = String::new();
    let mut before = ' ';
    for c in text.chars() {
        let starts_word =
            !c.is_ascii_alphanumeric() || (c.is_ascii_uppercase() && !before.is_ascii_uppercase());
        if starts_word && !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        }
        before = c;
    }
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_small_letters_and_digits_are_names() {
        for name in ["weather", "word-count", "kv2", "a", "utf-8", "system-info"] {
            assert_eq!(name.parse(), Ok(PluginName(name.to_owned())));
        }
        assert!("a".repeat(LONGEST).parse::<PluginName>().is_ok());
    }

    #[test]
    fn other_names_are_refused_with_the_reason_and_a_good_name() {
        let long = "weather-".repeat(6);
        let lines: Vec<String> = [
            "",
            "plugin:weather",
            "goja-plugin-weather",
            "Weather",
            "word count",
            "wordCount",
            "HTTPServer",
            "word_count",
            "../weather",
            "-weather",
            "word--count",
            "3d-view",
            long.trim_end_matches('-'),
            "delete",
            "require",
            "examples",
            "\u{5929}\u{6c17}",
        ]
        .map(|typed| format!("{typed}: {}", typed.parse::<PluginName>().unwrap_err()))
        .to_vec();
        insta::assert_snapshot!(lines.join("\n"), @"
        : it is empty; try weather
        plugin:weather: plugin: is added without being typed; try weather
        goja-plugin-weather: goja-plugin- is added without being typed; try weather
        Weather: a name has small letters, digits and hyphens, and no 'W'; try weather
        word count: a name has small letters, digits and hyphens, and no ' '; try word-count
        wordCount: a name has small letters, digits and hyphens, and no 'C'; try word-count
        HTTPServer: a name has small letters, digits and hyphens, and no 'H'; try httpserver
        word_count: a name has small letters, digits and hyphens, and no '_'; try word-count
        ../weather: a name has small letters, digits and hyphens, and no '.'; try weather
        -weather: a hyphen stands between two words; try weather
        word--count: a hyphen stands between two words; try word-count
        3d-view: a name begins with a letter, as JavaScript's variables do; try my-3d-view
        weather-weather-weather-weather-weather-weather: it has 47 characters, and 40 are the most; try weather-weather-weather-weather-weather
        delete: it is a word of JavaScript's own, so that no variable can have this name; try my-delete
        require: it is a word of JavaScript's own, so that no variable can have this name; try my-require
        examples: the example plugins have that name; try my-examples
        天気: a name has small letters, digits and hyphens, and no '天'; try weather
        ");
    }

    #[test]
    fn every_suggestion_is_a_name() {
        let endless = "a".repeat(90);
        let digits = "1".repeat(90);
        let keyword = format!("plugin:goja-plugin-{endless}-new");
        for typed in [
            &endless,
            &digits,
            &keyword,
            "-",
            "plugin:",
            "goja-plugin-plugin:",
            "\u{e9}t\u{e9}",
            "NEW",
            "7",
        ] {
            let suggestion = suggestion(typed);
            assert_eq!(flaw(&suggestion), None, "{typed} becomes {suggestion}");
        }
    }
}
