//! About how many bytes an entry takes: whoever keeps entries waiting needs to know when there are enough of them.

use crate::console::{ConsoleContent, ConsoleEntry, Piece};
use crate::display::{DisplayItem, Shown};
use crate::preview::{Entry, Preview};
use crate::table::Table;

/// What anything takes at least.
const BASE: usize = 50;

impl ConsoleEntry {
    /// About how many bytes it takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        BASE + match &self.content {
            ConsoleContent::Message(pieces) | ConsoleContent::Group { title: pieces, .. } => {
                of_pieces(pieces)
            }
            ConsoleContent::Trace { title, frames } => of_pieces(title) + BASE * frames.len(),
            ConsoleContent::Warning(warning) => BASE + warning.message.len(),
            ConsoleContent::Table(table) => of_table(table),
            ConsoleContent::Display(item) => of_item(item),
            ConsoleContent::Cleared | ConsoleContent::Dropped(_) => 0,
        }
    }
}

fn of_item(item: &DisplayItem) -> usize {
    item.title.len()
        + match &item.shown {
            Shown::Table(table) => of_table(table),
            Shown::Tree(value) => of_preview(value),
            Shown::Image(image) => image.bytes.len(),
            Shown::Svg(markup) => markup.len(),
            Shown::Html(frame) => frame.markup.len(),
            Shown::Chart(chart) => chart.series.iter().map(|series| series.points.len() * BASE).sum(),
        }
}

fn of_table(table: &Table) -> usize {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| BASE + cell.as_ref().map_or(0, of_preview)).sum()
}

fn of_pieces(pieces: &[Piece]) -> usize {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text { text, .. } => BASE + text.len(),
            Piece::Value(value) => of_preview(value),
        })
        .sum()
}

fn of_preview(preview: &Preview) -> usize {
    BASE + match preview {
        Preview::Primitive(_, text) | Preview::Text { text, .. } => text.len(),
        Preview::Object(object) => {
            object.text.len()
                + BASE * object.frames.len()
                + object.entries.iter().map(of_entry).sum::<usize>()
        }
        Preview::Circular | Preview::Accessor { .. } => 0,
    }
}

fn of_entry(entry: &Entry) -> usize {
    match entry {
        Entry::Element { value, .. } => of_preview(value),
        Entry::Holes { .. } => BASE,
        Entry::Property { name, value } | Entry::Inner { name, value } => name.len() + of_preview(value),
        Entry::Pair { key, value } => of_preview(key) + of_preview(value),
    }
}
