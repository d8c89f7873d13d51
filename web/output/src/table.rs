//! [`Table`]: rows and columns, as `console.table` and `display.table` show them.

use serde::{Deserialize, Serialize};

use crate::harmless::harmless;
use crate::preview::Preview;

/// A wider cell is cut in the text; the page has room for it.
const MAX_CELL: usize = 60;

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The heading of the column with the names of the rows.
    pub corner: String,
    /// The headings of the others.
    pub columns: Vec<String>,
    /// The rows that are shown.
    pub rows: Vec<Row>,
    /// How many more rows there are.
    pub hidden_rows: u64,
    /// How many more columns there are.
    pub hidden_columns: u64,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its index or key.
    pub name: String,
    /// Nothing where the row has no such property.
    pub cells: Vec<Option<Preview>>,
}

impl Table {
    /// The table with lines around its cells.
    #[must_use]
    pub fn text(&self) -> String {
        let head: Vec<String> = std::iter::once(&self.corner)
            .chain(&self.columns)
            .map(|heading| cell(heading))
            .collect();
        let rows: Vec<Vec<String>> = self.rows.iter().map(Row::texts).collect();
        let widths: Vec<usize> = (0..head.len())
            .map(|column| {
                std::iter::once(&head)
                    .chain(&rows)
                    .map(|row| row[column].chars().count())
                    .max()
                    .unwrap_or_default()
            })
            .collect();
        let mut lines = vec![
            rule(&widths, '┌', '┬', '┐'),
            line(&head, &widths),
            rule(&widths, '├', '┼', '┤'),
        ];
        lines.extend(rows.iter().map(|row| line(row, &widths)));
        lines.push(rule(&widths, '└', '┴', '┘'));
        lines.extend(self.remark());
        lines.join("\n")
    }

    /// What is said about the rows and columns that are not shown.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        let part = |count: u64, what: &str| (count > 0).then(|| format!("{count} more {what}"));
        let parts: Vec<String> = part(self.hidden_rows, "rows")
            .into_iter()
            .chain(part(self.hidden_columns, "columns"))
            .collect();
        (!parts.is_empty()).then(|| format!("… {}", parts.join(" and ")))
    }
}

impl Row {
    fn texts(&self) -> Vec<String> {
        let cells = self.cells.iter().map(|value| match value {
            Some(value) => cell(&value.to_string()),
            None => String::new(),
        });
        std::iter::once(cell(&self.name)).chain(cells).collect()
    }
}

fn cell(text: &str) -> String {
    let mut text = harmless(text).replace('\n', " ");
    if let Some((end, _)) = text.char_indices().nth(MAX_CELL) {
        text.truncate(end);
        text.push('…');
    }
    text
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| format!(" {cell:<width$} "))
        .collect();
    format!("│{}│", cells.join("│"))
}

fn rule(widths: &[usize], left: char, middle: char, right: char) -> String {
    let parts: Vec<String> = widths.iter().map(|width| "─".repeat(width + 2)).collect();
    format!("{left}{}{right}", parts.join(&middle.to_string()))
}
