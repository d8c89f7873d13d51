//! `Intl.Segmenter`: characters, words and sentences. Scripts without spaces between words (Thai, Chinese and others) are
//! split into characters.

use icu_segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu_segmenter::{GraphemeClusterSegmenter, SentenceSegmenter, WordSegmenter};

use crate::english::locales::Requested;
use crate::english::no_method;
use crate::english::options::{Options, text_of};
use crate::{Data, Formatter, IntlError};

pub(crate) struct Segmenter {
    locale: &'static str,
    granularity: &'static str,
}

impl Segmenter {
    pub(crate) fn new(requested: &Requested, options: &Options<'_>) -> Result<Self, IntlError> {
        Ok(Self {
            locale: requested.locale,
            granularity: options.word_or_first("granularity", &["grapheme", "word", "sentence"])?,
        })
    }

    /// Where segments end, in code units, and whether each is like a word.
    fn ends(&self, text: &str) -> Vec<(usize, bool)> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let ends: Vec<(usize, bool)> = match self.granularity {
            "word" => WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default())
                .segment_utf16(&units)
                .iter_with_word_type()
                .map(|(end, kind)| (end, kind.is_word_like()))
                .collect(),
            "sentence" => SentenceSegmenter::new(SentenceBreakInvariantOptions::default())
                .segment_utf16(&units)
                .map(|end| (end, false))
                .collect(),
            _ => GraphemeClusterSegmenter::new()
                .segment_utf16(&units)
                .map(|end| (end, false))
                .collect(),
        };
        ends.into_iter().filter(|(end, _)| *end > 0).collect()
    }
}

impl Formatter for Segmenter {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        match method {
            // The text itself is cut by who has it.
            "segment" => {
                let ends = self
                    .ends(&text_of(args.first().unwrap_or(&Data::Undefined)))
                    .into_iter();
                let segments = ends
                    .map(|(end, is_word)| Data::List(vec![Data::Number(end as f64), Data::Bool(is_word)]));
                Ok(Data::List(segments.collect()))
            }
            "resolvedOptions" => Ok(Data::object([
                ("locale", Data::text(self.locale)),
                ("granularity", Data::text(self.granularity)),
            ])),
            _ => Err(no_method(method)),
        }
    }
}
