//! [`Parts`]: a formatted text with the meaning of each piece, for `format` and `formatToParts`.

use crate::Data;

/// The pieces of a formatted value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parts(Vec<(&'static str, String)>);

impl Parts {
    /// One piece.
    pub(crate) fn of(kind: &'static str, text: impl Into<String>) -> Self {
        let mut parts = Self::default();
        parts.push(kind, text);
        parts
    }

    /// Adds a piece, unless it is empty and no element of a list. Literal text is joined with the literal text before.
    pub(crate) fn push(&mut self, kind: &'static str, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() && kind != "element" {
            return;
        }
        match self.0.last_mut() {
            Some((last, before)) if *last == "literal" && kind == "literal" => before.push_str(&text),
            _ => self.0.push((kind, text)),
        }
    }

    pub(crate) fn literal(&mut self, text: &str) {
        self.push("literal", text);
    }

    pub(crate) fn extend(&mut self, other: Self) {
        for (kind, text) in other {
            self.push(kind, text);
        }
    }

    /// The last piece of one of these kinds.
    pub(crate) fn last_of(&self, kinds: &[&str]) -> Option<usize> {
        self.0.iter().rposition(|(kind, _)| kinds.contains(kind))
    }

    /// The pieces up to the last of a kind, and those behind it.
    pub(crate) fn split_after(self, kind: &str) -> (Self, Self) {
        let end = self.last_of(&[kind]).map_or(0, |place| place + 1);
        self.split_at(end)
    }

    /// The pieces before the last of a kind, and the rest.
    pub(crate) fn split_before(self, kind: &str) -> (Self, Self) {
        let start = self.last_of(&[kind]).unwrap_or_default();
        self.split_at(start)
    }

    fn split_at(mut self, place: usize) -> (Self, Self) {
        let rest = Self(self.0.split_off(place));
        (self, rest)
    }

    /// The whole text.
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// The pieces, each as an object.
    pub(crate) fn data(self) -> Data {
        self.data_with(&[])
    }

    /// The pieces, each with further properties unless it is literal.
    pub(crate) fn data_with(self, further: &[(&str, &str)]) -> Data {
        let objects = self.0.into_iter().map(|(kind, text)| {
            let mut properties = vec![
                ("type".to_owned(), Data::text(kind)),
                ("value".to_owned(), Data::Text(text)),
            ];
            if kind != "literal" {
                let further = further.iter();
                properties.extend(further.map(|(name, value)| ((*name).to_owned(), Data::text(*value))));
            }
            Data::Object(properties)
        });
        Data::List(objects.collect())
    }
}

impl IntoIterator for Parts {
    type Item = (&'static str, String);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
