//! [`Range`]: the pieces of a range, each of its start, its end, or both.

use crate::Data;
use crate::english::parts::Parts;

/// What stands between the two ends.
const SPACED: &str = " – ";
const TIGHT: &str = "–";

/// A formatted range.
#[derive(Debug, Default)]
pub(crate) struct Range(Vec<(Parts, &'static str)>);

impl Range {
    /// A range whose ends look the same.
    pub(crate) fn one(parts: Parts) -> Self {
        let mut range = Self::default();
        range.shared(parts);
        range
    }

    pub(crate) fn shared(&mut self, parts: Parts) {
        self.0.push((parts, "shared"));
    }

    /// Adds both ends with a dash between them.
    pub(crate) fn ends(&mut self, start: Parts, end: Parts, is_tight: bool) {
        let dash = if is_tight { TIGHT } else { SPACED };
        self.0.push((start, "startRange"));
        self.shared(Parts::of("literal", dash));
        self.0.push((end, "endRange"));
    }

    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|(parts, _)| parts.text()).collect()
    }

    /// The pieces, each as an object.
    pub(crate) fn data(self) -> Data {
        let mut all = Vec::new();
        for (parts, source) in self.0 {
            if let Data::List(parts) = parts.data() {
                all.extend(parts.into_iter().map(|part| match part {
                    Data::Object(mut properties) => {
                        properties.push(("source".to_owned(), Data::text(source)));
                        Data::Object(properties)
                    }
                    other => other,
                }));
            }
        }
        Data::List(all)
    }
}
