//! [`Signature`]: how an export is called, read from its text. The contract has no field for parameters, so they
//! travel in the first line that people read: `greet(name = "world"): a greeting for the name.`

mod parameter;
#[cfg(test)]
mod tests;

pub use parameter::{Parameter, ParameterError, ParameterKind};

use super::{Export, ExportKind, Method};

/// The parameters of a function or method, and what its text says after them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// In order.
    pub parameters: Vec<Parameter>,
    /// The rest of the text, without the colon or dash that parts it from the parameters.
    pub text: String,
}

impl Signature {
    /// Reads the signature of `name` off the beginning of a text. Any plugin's text may be given: what does not
    /// begin with a call of that name has no signature.
    ///
    /// The name may stand behind those of its owners (`store.get(key)`), and the parameters are read as
    /// [`Parameter::parse_list`] says. They end in the first line.
    #[must_use]
    pub fn parse(name: &str, text: &str) -> Option<Self> {
        let text = text.trim_start();
        let line = text.lines().next()?;
        let (callee, after) = line.split_once('(')?;
        if callee.rsplit('.').next() != Some(name.trim()) || callee.contains(char::is_whitespace) {
            return None;
        }
        let list = &after[..closing_bracket(after)?];
        let parameters = Parameter::parse_list(list).ok()?;
        let rest = &text[callee.len() + 1 + list.len() + 1..];
        Some(Self {
            parameters,
            text: after_separator(rest)?.to_owned(),
        })
    }

    /// How to call it, as code: `greet(name = "world")`.
    #[must_use]
    pub fn head(&self, name: &str) -> String {
        let parameters: Vec<String> = self.parameters.iter().map(ToString::to_string).collect();
        format!("{name}({})", parameters.join(", "))
    }

    /// The whole text of `name`, which [`Signature::parse`] reads: what the manifest carries.
    #[must_use]
    pub fn to_text(&self, name: &str) -> String {
        match self.text.as_str() {
            "" => self.head(name),
            text => format!("{}: {text}", self.head(name)),
        }
    }

    /// How many arguments a call must have: the `length` of a JavaScript function.
    #[must_use]
    pub fn required(&self) -> usize {
        let must_be_given = |parameter: &&Parameter| !parameter.is_optional();
        self.parameters.iter().take_while(must_be_given).count()
    }
}

impl Export {
    /// How to call it, when it is a function and its doc says so.
    #[must_use]
    pub fn signature(&self) -> Option<Signature> {
        match self.kind {
            ExportKind::Function => Signature::parse(&self.name, &self.doc),
            ExportKind::Object(_) => None,
        }
    }
}

impl Method {
    /// How to call it, when its summary says so, or else its doc.
    #[must_use]
    pub fn signature(&self) -> Option<Signature> {
        Signature::parse(&self.name, &self.summary).or_else(|| Signature::parse(&self.name, &self.doc))
    }
}

/// Where the list ends that began before `text`.
fn closing_bracket(text: &str) -> Option<usize> {
    parameter::top_level(text)
        .find(|(_, character)| *character == ')')
        .map(|(index, _)| index)
}

/// What follows the parameters: nothing, or a text behind a space, a colon or a dash. Anything else is code that
/// goes on.
fn after_separator(rest: &str) -> Option<&str> {
    let text = rest.trim_start();
    let separated = [":", "—", "–", "-"]
        .iter()
        .find_map(|mark| text.strip_prefix(*mark));
    match separated {
        // An arrow leads to the result, and is part of the text.
        Some(arrow) if arrow.starts_with('>') => Some(text.trim_end()),
        Some(text) => Some(text.trim()),
        None if text.is_empty() || text.len() < rest.len() => Some(text.trim_end()),
        None => None,
    }
}
