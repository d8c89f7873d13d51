//! [`PageDocuments`]: the user's other documents, as the page handed them over.

use std::collections::BTreeMap;

use web_messages::Document;
use web_runtime::{Documents, NoDocuments};

/// Documents by their names.
#[derive(Debug)]
pub(crate) struct PageDocuments(BTreeMap<String, String>);

impl PageDocuments {
    pub(crate) fn new(documents: Vec<Document>) -> Self {
        let named = documents.into_iter().map(|Document { name, text }| (name, text));
        Self(named.collect())
    }
}

impl Documents for PageDocuments {
    fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    fn read(&self, name: &str) -> Result<String, String> {
        self.0.get(name).cloned().ok_or_else(|| self.alternatives())
    }

    fn alternatives(&self) -> String {
        if self.0.is_empty() {
            return NoDocuments.alternatives();
        }
        let names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        format!("your documents are: {}", names.join(", "))
    }
}
