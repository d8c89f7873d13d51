//! Colours for a terminal that wants them: JavaScript source and values.

use std::env;
use std::io::IsTerminal;

use web_output::{Preview, Role};
use web_source::{Span, spans};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hue {
    /// Of lesser interest.
    Faint,
    /// What went wrong.
    Bad,
    /// What stands out, such as a title.
    Strong,
    /// A string.
    Text,
    /// A number, or what else is written as it is.
    Literal,
    /// A word of the language.
    Keyword,
    /// What is no data: `[Function: f]`.
    Special,
}

/// Colours, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    /// The text as it is.
    Plain,
    /// With escape sequences.
    Coloured,
}

impl Paint {
    /// What suits a stream: colours for people who did not refuse them (<https://no-color.org>).
    pub(crate) fn of(stream: &impl IsTerminal) -> Self {
        let refused = env::var_os("NO_COLOR").is_some_and(|wish| !wish.is_empty());
        let cannot = env::var_os("TERM").is_none_or(|terminal| terminal == "dumb");
        if stream.is_terminal() && !refused && !cannot {
            Self::Coloured
        } else {
            Self::Plain
        }
    }

    /// A value.
    pub(crate) fn value(self, value: &Preview) -> String {
        let spans = value.spans().0.into_iter();
        let painted = spans.map(|span| match Hue::of_role(span.role) {
            Some(hue) => self.paint(hue, &span.text),
            None => span.text,
        });
        painted.collect()
    }

    /// JavaScript source.
    pub(crate) fn source(self, text: &str) -> String {
        if self == Self::Plain {
            return text.to_owned();
        }
        let mut painted = String::with_capacity(text.len() * 2);
        let mut end = 0;
        for (range, span) in spans(text) {
            painted.push_str(&text[end..range.start]);
            painted.push_str(&self.paint(Hue::of(span), &text[range.clone()]));
            end = range.end;
        }
        painted.push_str(&text[end..]);
        painted
    }

    /// The text in a hue.
    pub(crate) fn paint(self, hue: Hue, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Coloured => format!("\x1b[{}m{text}\x1b[0m", hue.code()),
        }
    }
}

impl Hue {
    const fn of_role(role: Role) -> Option<Self> {
        match role {
            Role::Plain => None,
            Role::Text | Role::Symbol => Some(Self::Text),
            Role::Number | Role::Boolean => Some(Self::Literal),
            Role::Nothing | Role::Remark => Some(Self::Faint),
            Role::Literal => Some(Self::Keyword),
            Role::Named => Some(Self::Special),
            Role::Error => Some(Self::Bad),
        }
    }

    const fn of(span: Span) -> Self {
        match span {
            Span::Keyword => Self::Keyword,
            Span::Text => Self::Text,
            Span::Literal => Self::Literal,
            Span::Comment => Self::Faint,
        }
    }

    /// The parameters of the escape sequence: of the sixteen colours, those that can be read on black and on white.
    const fn code(self) -> &'static str {
        match self {
            Self::Faint => "2",
            Self::Bad => "31",
            Self::Strong => "1",
            Self::Text => "32",
            Self::Literal => "33",
            Self::Keyword => "35",
            Self::Special => "36",
        }
    }
}
