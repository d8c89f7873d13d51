//! `Intl.Collator`: the order of Unicode's root collation, which is that of English.

use std::cmp::Ordering;

use icu_collator::options::{AlternateHandling, CaseLevel, CollatorOptions, Strength};
use icu_collator::preferences::{CollationCaseFirst, CollationNumericOrdering};
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use crate::english::locales::Requested;
use crate::english::no_method;
use crate::english::options::{Options, text_of};
use crate::{Data, Formatter, IntlError};

pub(crate) struct Collator {
    locale: &'static str,
    usage: &'static str,
    sensitivity: &'static str,
    ignores_punctuation: bool,
    is_numeric: bool,
    case_first: &'static str,
    collator: CollatorBorrowed<'static>,
}

impl Collator {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        let usage = options.word_or_first("usage", &["sort", "search"])?;
        let numeric = requested
            .keyword("kn")
            .map(|value| value.is_empty() || value == "true");
        let is_numeric = options.boolean("numeric").or(numeric).unwrap_or(false);
        let first = ["false", "upper", "lower"];
        let keyword = requested
            .keyword("kf")
            .and_then(|own| first.into_iter().find(|word| *word == own));
        let case_first = options.word("caseFirst", &first)?.or(keyword).unwrap_or("false");
        let sensitivity = options.word_or_first("sensitivity", &["variant", "base", "accent", "case"])?;
        let ignores_punctuation = options.boolean("ignorePunctuation").unwrap_or(false);

        let mut own = CollatorOptions::default();
        own.strength = Some(match sensitivity {
            "base" | "case" => Strength::Primary,
            "accent" => Strength::Secondary,
            _ => Strength::Tertiary,
        });
        own.case_level = (sensitivity == "case").then_some(CaseLevel::On);
        own.alternate_handling = ignores_punctuation.then_some(AlternateHandling::Shifted);
        let mut preferences = CollatorPreferences::default();
        preferences.numeric_ordering = is_numeric.then_some(CollationNumericOrdering::True);
        preferences.case_first = match case_first {
            "upper" => Some(CollationCaseFirst::Upper),
            "lower" => Some(CollationCaseFirst::Lower),
            _ => None,
        };
        let collator = CollatorBorrowed::try_new(preferences, own)
            .map_err(|error| IntlError::range(format!("there is no collation: {error}")))?;
        Ok(Self {
            locale: requested.locale,
            usage,
            sensitivity,
            ignores_punctuation,
            is_numeric,
            case_first,
            collator,
        })
    }
}

impl Formatter for Collator {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        match method {
            "compare" => {
                let [left, right] = [0, 1].map(|place| text_of(args.get(place).unwrap_or(&Data::Undefined)));
                Ok(Data::Number(match self.collator.compare(&left, &right) {
                    Ordering::Less => -1.0,
                    Ordering::Equal => 0.0,
                    Ordering::Greater => 1.0,
                }))
            }
            "resolvedOptions" => Ok(Data::object([
                ("locale", Data::text(self.locale)),
                ("usage", Data::text(self.usage)),
                ("sensitivity", Data::text(self.sensitivity)),
                ("ignorePunctuation", Data::Bool(self.ignores_punctuation)),
                ("collation", Data::text("default")),
                ("numeric", Data::Bool(self.is_numeric)),
                ("caseFirst", Data::text(self.case_first)),
            ])),
            _ => Err(no_method(method)),
        }
    }
}
