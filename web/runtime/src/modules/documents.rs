//! [`Documents`]: other sources of the user that `import` and `require` find by their names.

/// Hands out documents.
pub trait Documents {
    /// The name of the document that `specifier` means. `referrer` is the cell or document that asks; without one,
    /// `require` was called by nobody in particular. Unless documents say otherwise, what begins with a dot is relative
    /// to the folder of whoever asks: `./shapes.js` in `lib/main.js` is `lib/shapes.js`.
    ///
    /// # Errors
    /// When there can be no such document: the message for the user.
    fn resolve(&self, specifier: &str, referrer: Option<&str>) -> Result<String, String> {
        resolve(specifier, referrer).ok_or_else(|| format!("'{specifier}' leads out of your documents"))
    }

    /// The text of a document.
    ///
    /// # Errors
    /// When there is none: why, as a clause that stands in brackets.
    fn read(&self, name: &str) -> Result<String, String>;
}

/// No documents.
#[derive(Debug, Clone, Copy)]
pub struct NoDocuments;

impl Documents for NoDocuments {
    fn read(&self, _: &str) -> Result<String, String> {
        Err("there are no other documents, and modules of plugins begin with 'plugin:'".to_owned())
    }
}

/// The name that `specifier` means in the document `referrer`; `None` where it leads above the top.
fn resolve(specifier: &str, referrer: Option<&str>) -> Option<String> {
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
