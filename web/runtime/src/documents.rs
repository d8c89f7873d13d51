//! [`Documents`]: other sources of the user that `import` finds by their names.

/// Hands out documents.
pub trait Documents {
    /// The text of a document, or `None` if there is none of that name. `name` is as it was imported from the top
    /// level, or relative to the document that imports it: `./shapes.js` in `lib/main.js` is `lib/shapes.js`.
    fn read(&self, name: &str) -> Option<String>;

    /// The names that exist, for error messages.
    fn names(&self) -> Vec<String>;
}

/// No documents.
#[derive(Debug, Clone, Copy)]
pub struct NoDocuments;

impl Documents for NoDocuments {
    fn read(&self, _: &str) -> Option<String> {
        None
    }

    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The name that `specifier` means in the document `referrer`; `None` where it leads above the top.
pub(crate) fn resolve(specifier: &str, referrer: Option<&str>) -> Option<String> {
    let is_relative = specifier.starts_with("./") || specifier.starts_with("../");
    if !is_relative {
        return Some(specifier.to_owned());
    }
    let folder = referrer
        .and_then(|referrer| referrer.rsplit_once('/'))
        .map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in specifier.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_to_the_document_that_asks() {
        for (specifier, referrer, expected) in [
            ("./b.js", Some("a.js"), Some("b.js")),
            ("./b.js", None, Some("b.js")),
            ("../b.js", Some("lib/x/a.js"), Some("lib/b.js")),
            ("lib/b.js", Some("x/a.js"), Some("lib/b.js")),
            ("plugin:kv", Some("x/a.js"), Some("plugin:kv")),
            ("../b.js", Some("a.js"), None),
        ] {
            assert_eq!(resolve(specifier, referrer).as_deref(), expected, "{specifier}");
        }
    }
}
