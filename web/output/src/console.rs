//! [`ConsoleEntry`]: what one call of the console, or of `display`, shows.

use serde::{Deserialize, Serialize};

use crate::display::DisplayItem;
use crate::frame::{Frame, frame_lines};
use crate::preview::Preview;
use crate::style::Style;
use crate::table::Table;
use crate::warning::Warning;

/// One thing in the output.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsoleEntry {
    /// How much it matters.
    pub level: ConsoleLevel,
    /// How many groups are open around it.
    pub depth: u32,
    /// What it shows.
    pub content: ConsoleContent,
}

/// How much an entry matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsoleLevel {
    /// `console.debug` and `console.trace`.
    Debug,
    /// `console.log` and whatever has no level of its own.
    Log,
    /// `console.info`
    Info,
    /// `console.warn`
    Warn,
    /// `console.error`, failed assertions and unhandled rejections.
    Error,
}

/// The kinds of entries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConsoleContent {
    /// Texts and values, one after the other; spaces between them are texts.
    Message(Vec<Piece>),
    /// The head of a group: the entries after it that lie deeper belong to it.
    Group {
        /// As in a message; may be empty.
        title: Vec<Piece>,
        /// Whether it begins closed.
        is_collapsed: bool,
    },
    /// A message with the calls that led to it.
    Trace {
        /// As in a message.
        title: Vec<Piece>,
        /// Innermost first.
        frames: Vec<Frame>,
    },
    /// What the engine gets wrong in a source, before it does.
    Warning(Warning),
    /// A table.
    Table(Table),
    /// What `display` shows.
    Display(DisplayItem),
    /// The script asked for an empty console.
    Cleared,
    /// So many entries came faster than they could be shown, and are lost.
    Dropped(u64),
}

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// Text as the script wrote it.
    Text {
        /// May hold line breaks; never markup.
        text: String,
        /// What `%c` asked for.
        style: Style,
    },
    /// Any value.
    Value(Preview),
}

impl ConsoleEntry {
    /// A message of plain text.
    #[must_use]
    pub fn plain(level: ConsoleLevel, text: impl Into<String>) -> Self {
        Self {
            level,
            depth: 0,
            content: ConsoleContent::Message(vec![Piece::plain(text)]),
        }
    }

    /// The entry as plain text, or nothing where only a screen can show it. Two spaces for each group around it.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let text = match &self.content {
            ConsoleContent::Message(pieces) => joined(pieces),
            ConsoleContent::Group { title, .. } if title.is_empty() => return None,
            ConsoleContent::Group { title, .. } => joined(title),
            ConsoleContent::Trace { title, frames } => trace(title, frames),
            ConsoleContent::Warning(warning) => warning.to_string(),
            ConsoleContent::Table(table) => table.text(),
            ConsoleContent::Display(item) => item.text(),
            ConsoleContent::Cleared => return None,
            ConsoleContent::Dropped(count) => format!("… {count} lines were dropped"),
        };
        if self.depth == 0 {
            return Some(text);
        }
        let indent = "  ".repeat(self.depth as usize);
        Some(format!("{indent}{}", text.replace('\n', &format!("\n{indent}"))))
    }
}

impl Piece {
    /// Text without a style.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            style: Style::default(),
        }
    }
}

fn trace(title: &[Piece], frames: &[Frame]) -> String {
    let mut text = match joined(title) {
        title if title.is_empty() => "Trace".to_owned(),
        title => format!("Trace: {title}"),
    };
    for line in frame_lines(frames) {
        text.push_str(&format!("\n    {line}"));
    }
    text
}

fn joined(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text { text, .. } => text.clone(),
            Piece::Value(value) => value.to_string(),
        })
        .collect()
}
