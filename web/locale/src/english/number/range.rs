//! Ranges of numbers: 1–3, $1.00 – $3.00, 1–3 km.

use super::decimal::Value;
use super::{NumberFormat, Style};
use crate::IntlError;
use crate::english::parts::Parts;
use crate::english::range::Range;

/// A number between what stands before and behind its digits.
struct Split {
    before: Parts,
    digits: Parts,
    behind: Parts,
    has_sign: bool,
    is_plain: bool,
}

impl NumberFormat {
    /// # Errors
    /// A `RangeError` if one of the ends is no number.
    pub(crate) fn range(&self, start: &Value, end: &Value) -> Result<Range, IntlError> {
        if *start == Value::NaN || *end == Value::NaN {
            return Err(IntlError::range("Invalid number value: NaN"));
        }
        let (start, end) = (self.parts(start), self.parts(end));
        if start.text() == end.text() {
            let mut parts = Parts::of("approximatelySign", "~");
            parts.extend(start);
            return Ok(Range::one(parts));
        }
        let (start, end) = (Split::of(start), Split::of(end));
        let is_simple = !start.has_sign && !end.has_sign;
        let is_plain = start.is_plain && end.is_plain;
        let same_before = start.before == end.before;
        let mut range = Range::default();
        match &self.style {
            Style::Decimal => range.ends(start.whole(), end.whole(), is_simple && is_plain),
            Style::Unit { .. } | Style::Currency { display: "name", .. } => {
                let behind = self.behind(&end);
                let is_tight = is_simple && is_plain;
                range.ends(start.without_behind(), end.without_behind(), is_tight);
                range.shared(behind);
            }
            _ if same_before && is_plain && (start.has_sign || start.before.text().ends_with('\u{a0}')) => {
                range.shared(start.before);
                range.ends(start.digits, end.digits, true);
                range.shared(end.behind);
            }
            _ => range.ends(start.whole(), end.whole(), false),
        }
        Ok(range)
    }

    /// The unit of both ends, which is always in the plural.
    fn behind(&self, end: &Split) -> Parts {
        match end.behind.text().is_empty() {
            true => Parts::default(),
            false => self.suffix("other"),
        }
    }
}

impl Split {
    fn of(parts: Parts) -> Self {
        let mut split = Self {
            before: Parts::default(),
            digits: Parts::default(),
            behind: Parts::default(),
            has_sign: false,
            is_plain: true,
        };
        let last = parts.last_of(&["integer", "fraction", "infinity", "compact", "exponentInteger"]);
        for (place, (kind, text)) in parts.into_iter().enumerate() {
            split.has_sign |= matches!(kind, "minusSign" | "plusSign");
            split.is_plain &= !matches!(kind, "compact" | "exponentSeparator");
            let is_digit = matches!(kind, "integer" | "group" | "decimal" | "fraction" | "infinity");
            let part = match last {
                Some(last) if place > last => &mut split.behind,
                _ if is_digit || !split.digits.text().is_empty() => &mut split.digits,
                _ => &mut split.before,
            };
            part.push(kind, text);
        }
        split
    }

    fn without_behind(&self) -> Parts {
        let mut parts = self.before.clone();
        parts.extend(self.digits.clone());
        parts
    }

    fn whole(&self) -> Parts {
        let mut parts = self.without_behind();
        parts.extend(self.behind.clone());
        parts
    }
}
