//! [`Documents`]: other sources of the user that `import` and `require` find by their names.

/// Hands out documents. Their names are paths with `/` between the parts, and without `.` inside: `lib/shapes.js`.
pub trait Documents {
    /// The folder of whoever asks without being a document; empty for the top.
    fn folder(&self) -> String {
        String::new()
    }

    /// Whether there is a document of that name.
    fn contains(&self, name: &str) -> bool;

    /// The text of a document.
    ///
    /// # Errors
    /// When it cannot be read: why, as a clause that stands in brackets.
    fn read(&self, name: &str) -> Result<String, String>;

    /// The folders above a folder, nearest first, as far as documents may lie there.
    fn above(&self, folder: &str) -> Vec<String> {
        let mut above = Vec::new();
        let mut rest = folder;
        while !rest.is_empty() {
            rest = rest.rsplit_once('/').map_or("", |(parent, _)| parent);
            above.push(rest.to_owned());
        }
        above
    }

    /// The name as scripts find it in `__filename`.
    fn full_name(&self, name: &str) -> String {
        name.to_owned()
    }

    /// What there is instead of a document that does not exist, as a clause that stands in brackets.
    fn alternatives(&self) -> String;
}

/// No documents.
#[derive(Debug, Clone, Copy)]
pub struct NoDocuments;

impl Documents for NoDocuments {
    fn contains(&self, _: &str) -> bool {
        false
    }

    fn read(&self, _: &str) -> Result<String, String> {
        Err(self.alternatives())
    }

    fn alternatives(&self) -> String {
        "there are no other documents, and names of plugins begin with 'plugin:'".to_owned()
    }
}
