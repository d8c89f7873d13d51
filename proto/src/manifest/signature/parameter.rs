//! [`Parameter`]: one parameter as JavaScript's own parameter lists write it. Types and patterns are not read.

use std::collections::HashSet;
use std::fmt;

use thiserror::Error;

use crate::value::is_identifier;

/// One parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// A JavaScript identifier.
    pub name: String,
    /// Whether a call must give it.
    pub kind: ParameterKind,
}

/// Whether a call must give a parameter, and what stands in for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParameterKind {
    /// `name`: it must be given.
    Required,
    /// `name?`: it may be left out.
    Optional,
    /// `name = "world"`: it may be left out; the default as it is written.
    Default(String),
    /// `...names`: any number of arguments, after all others.
    Rest,
}

impl Parameter {
    /// Reads a list without its brackets: `name = "world", excited?, ...more`. Defaults may hold nested brackets and
    /// quoted text.
    ///
    /// # Errors
    /// When a parameter is none of the four kinds, a name stands twice, or a rest parameter is not the last.
    pub fn parse_list(list: &str) -> Result<Vec<Self>, ParameterError> {
        if list.trim().is_empty() {
            return Ok(Vec::new());
        }
        let parameters: Vec<Self> = split(list).map(Self::parse).collect::<Result<_, _>>()?;
        let mut names = HashSet::new();
        if let Some(twice) = parameters.iter().find(|parameter| !names.insert(&parameter.name)) {
            return Err(ParameterError::Repeated(twice.name.clone()));
        }
        let (_, others) = parameters.split_last().unzip();
        let rest = |parameter: &&Self| parameter.kind == ParameterKind::Rest;
        match others.unwrap_or_default().iter().find(rest) {
            Some(rest) => Err(ParameterError::RestNotLast(rest.name.clone())),
            None => Ok(parameters),
        }
    }

    /// Whether a call may leave it out.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        !matches!(self.kind, ParameterKind::Required)
    }

    fn parse(text: &str) -> Result<Self, ParameterError> {
        let text = text.trim();
        let (name, kind) = if let Some(name) = text.strip_prefix("...") {
            (name, ParameterKind::Rest)
        } else if let Some((name, default)) = text.split_once('=') {
            let default = default.trim();
            if default.is_empty() || top_level(default).any(|(_, character)| ")]}=".contains(character)) {
                return Err(ParameterError::Unreadable(text.to_owned()));
            }
            let name = name.trim_end();
            let name = name.strip_suffix('?').unwrap_or(name);
            (name, ParameterKind::Default(default.to_owned()))
        } else if let Some(name) = text.strip_suffix('?') {
            (name, ParameterKind::Optional)
        } else {
            (text, ParameterKind::Required)
        };
        if !is_identifier(name.trim()) {
            return Err(ParameterError::Unreadable(text.to_owned()));
        }
        Ok(Self {
            name: name.trim().to_owned(),
            kind,
        })
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match &self.kind {
            ParameterKind::Required => f.write_str(name),
            ParameterKind::Optional => write!(f, "{name}?"),
            ParameterKind::Default(default) => write!(f, "{name} = {default}"),
            ParameterKind::Rest => write!(f, "...{name}"),
        }
    }
}

/// Why a text is no list of parameters.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ParameterError {
    /// One of them is of none of the kinds.
    #[error("{0:?} is no parameter; write `name`, `name?`, `name = default` or `...name`")]
    Unreadable(String),
    /// Two of them have one name.
    #[error("parameter {0:?} stands twice")]
    Repeated(String),
    /// A rest parameter takes everything, so that nothing can follow.
    #[error("rest parameter {0:?} must be the last")]
    RestNotLast(String),
}

/// The characters that lie outside brackets and quoted text which begin in `text`, with their places. A closing
/// bracket that was not opened in `text` is among them.
pub(super) fn top_level(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut closers = Vec::new();
    let mut quote = None;
    let mut escaped = false;
    text.char_indices().filter(move |(_, character)| {
        let character = *character;
        if let Some(mark) = quote {
            if !escaped && character == mark {
                quote = None;
            }
            escaped = !escaped && character == '\\';
            return false;
        }
        if closers.last() == Some(&character) {
            closers.pop();
            return false;
        }
        let was_outside = closers.is_empty();
        match character {
            '"' | '\'' | '`' => quote = Some(character),
            '(' => closers.push(')'),
            '[' => closers.push(']'),
            '{' => closers.push('}'),
            _ => return was_outside,
        }
        false
    })
}

/// The parts between the commas of the outermost level.
fn split(list: &str) -> impl Iterator<Item = &str> {
    let commas = top_level(list).filter(|(_, character)| *character == ',');
    let ends = commas.map(|(index, _)| index).chain([list.len()]);
    ends.scan(0, |start, end| {
        let part = &list[*start..end];
        *start = end + 1;
        Some(part)
    })
}
