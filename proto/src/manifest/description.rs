//! [`Description`]: what a function's or method's texts say, each thing once: how to call it apart from what it does.

use super::{Parameter, Signature};

/// What is known about a function or method besides its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Description {
    /// Nothing where no text begins with a signature.
    pub parameters: Option<Vec<Parameter>>,
    /// One line without the signature; may be empty.
    pub summary: String,
    /// One paragraph without the signature; empty if it says no more than the summary.
    pub doc: String,
}

impl Description {
    /// Reads the texts of the function or method `name`; a function has no summary.
    #[must_use]
    pub fn of(name: &str, summary: &str, doc: &str) -> Self {
        let (in_summary, summary) = part(name, summary);
        let (in_doc, doc) = part(name, doc);
        Self {
            parameters: in_summary.or(in_doc),
            doc: if doc == summary { String::new() } else { doc },
            summary,
        }
    }

    /// The parameters as code, with brackets: `(name = "world")`, or `(…)` where the plugin does not say.
    #[must_use]
    pub fn parameter_list(&self) -> String {
        match &self.parameters {
            Some(parameters) => {
                let parameters: Vec<String> = parameters.iter().map(ToString::to_string).collect();
                format!("({})", parameters.join(", "))
            }
            None => "(…)".to_owned(),
        }
    }
}

/// The parameters, if a text begins with them, and what it says otherwise.
fn part(name: &str, text: &str) -> (Option<Vec<Parameter>>, String) {
    match Signature::parse(name, text) {
        Some(Signature { parameters, text }) => (Some(parameters), text),
        None => (None, text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(summary: &str, doc: &str, expected: [&str; 3]) {
        let description = Description::of("get", summary, doc);
        let list = description.parameter_list();
        assert_eq!([&list, &description.summary, &description.doc], expected);
    }

    #[test]
    fn the_parameters_are_parted_from_the_texts() {
        check(
            "get(key): the value",
            "Null if there is none.",
            ["(key)", "the value", "Null if there is none."],
        );
        check(
            "",
            "store.get(key = \"a\", ...more): a value.",
            ["(key = \"a\", ...more)", "", "a value."],
        );
        check("get(): all", "", ["()", "all", ""]);
    }

    #[test]
    fn nothing_is_said_twice_and_nothing_is_lost() {
        check(
            "get(key): the value",
            "get(key): the value",
            ["(key)", "the value", ""],
        );
        check("Reads a key", "get(key)", ["(key)", "Reads a key", ""]);
        check(
            "Reads a key",
            "Keys (of any length) are text.",
            ["(…)", "Reads a key", "Keys (of any length) are text."],
        );
    }
}
