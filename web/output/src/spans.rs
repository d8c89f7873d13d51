//! [`Spans`]: a text in pieces that know what they are, for whoever can show colours.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::harmless::harmless;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Brackets, commas, names of properties.
    Plain,
    /// A string with its quotes.
    Text,
    /// A number or a big integer.
    Number,
    /// `true` and `false`.
    Boolean,
    /// `undefined` and `null`.
    Nothing,
    /// A symbol.
    Symbol,
    /// A date or a regular expression.
    Literal,
    /// What stands for an object that is not written out: functions, proxies, getters.
    Named,
    /// An error's name and message.
    Error,
    /// What is said about a value instead of showing it: how much is hidden, call stacks.
    Remark,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// What it is.
    pub role: Role,
    /// What it says; may hold line breaks.
    pub text: String,
}

/// A text in pieces. [`Spans::to_string`](ToString::to_string) gives the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spans(pub Vec<Span>);

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|span| f.write_str(&span.text))
    }
}

impl Spans {
    pub(crate) fn of(role: Role, text: impl Into<String>) -> Self {
        let mut spans = Self::default();
        spans.push(role, text);
        spans
    }

    pub(crate) fn push(&mut self, role: Role, text: impl Into<String>) {
        let mut text = text.into();
        // Names and messages are whatever a script or a plugin made them.
        if let Cow::Owned(safe) = harmless(&text) {
            text = safe;
        }
        match self.0.last_mut() {
            Some(last) if last.role == role => last.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.0.push(Span { role, text }),
        }
    }

    pub(crate) fn append(&mut self, more: Self) {
        for Span { role, text } in more.0 {
            self.push(role, text);
        }
    }

    /// In characters, as if it were one line.
    pub(crate) fn width(&self) -> usize {
        self.0.iter().map(|span| span.text.chars().count()).sum()
    }

    pub(crate) fn is_one_line(&self) -> bool {
        !self.0.iter().any(|span| span.text.contains('\n'))
    }

    /// Moves all lines but the first to the right.
    pub(crate) fn indented(mut self) -> Self {
        for span in &mut self.0 {
            if span.text.contains('\n') {
                span.text = span.text.replace('\n', "\n  ");
            }
        }
        self
    }
}
