//! [`DisplayItem`]: what a script would rather have looked at than read.

mod chart;
mod image;

use serde::{Deserialize, Serialize};

pub use chart::{Chart, ChartKind, Series};
pub use image::{Image, ImageFormat};

use crate::preview::Preview;
use crate::table::Table;

/// Something with a title, and what it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisplayItem {
    /// Says what it is to those who do not see it; may be empty.
    pub title: String,
    /// What it is.
    pub shown: Shown,
}

/// What can be displayed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Shown {
    /// Rows and columns.
    Table(Table),
    /// A value that opens level by level.
    Tree(Preview),
    /// A picture in pixels.
    Image(Image),
    /// A drawing. It comes from a script: show it only as an image, which runs nothing and loads nothing.
    Svg(String),
    /// A document. It comes from a script: show it only in a frame that is sandboxed from the page.
    Html(Iframe),
    /// Lines, bars or points.
    Chart(Chart),
}

/// A document and the room that it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Iframe {
    /// The document.
    pub markup: String,
    /// In pixels.
    pub height: u32,
}

impl DisplayItem {
    /// What a terminal shows.
    #[must_use]
    pub fn text(&self) -> String {
        let named = |what: String| match self.title.as_str() {
            "" => format!("[{what}]"),
            title => format!("[{what}: {title}]"),
        };
        let titled = |text: String| match self.title.as_str() {
            "" => text,
            title => format!("{title}\n{text}"),
        };
        match &self.shown {
            Shown::Table(table) => titled(table.text()),
            Shown::Tree(value) => titled(value.to_string()),
            Shown::Image(image) => named(image.summary()),
            Shown::Svg(markup) => named(format!("svg, {} characters", markup.chars().count())),
            Shown::Html(frame) => named(format!("html, {} characters", frame.markup.chars().count())),
            Shown::Chart(chart) => titled(chart.text()),
        }
    }
}
