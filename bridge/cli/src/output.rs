//! Standard output, and text set for a terminal: wrapped paragraphs and columns.

use std::io::{self, Write as _};

use anyhow::{Context as _, Result};

/// Prints a text and a line end.
pub(crate) fn say(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .context("write to standard output")
}

/// A number of things, such as `1 rule` or `2 rules`.
pub(crate) fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}

/// Breaks a text between words. Lines after the first are indented; a word that is too long stands alone.
pub(crate) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            wrapped.push('\n');
            wrapped.extend(std::iter::repeat_n(' ', indent));
            column = 0;
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += length;
    }
    wrapped
}

/// Rows with their cells below each other, two spaces apart. The last cell of a row is as long as it likes.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<usize> = (0..count)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
        })
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.chars().count() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_move_to_the_next_line_whole() {
        assert_eq!(wrap("one two  three", 7, 2), "one two\n  three");
        assert_eq!(wrap("incomprehensibilities", 7, 2), "incomprehensibilities");
        assert_eq!(
            wrap("a incomprehensibilities b", 7, 1),
            "a\n incomprehensibilities\n b"
        );
    }

    #[test]
    fn cells_stand_below_each_other() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let rows = [
            row(&["MODULE", "PATH"]),
            row(&["plugin:\u{e9}\u{e9}", "/a"]),
            row(&["x", ""]),
        ];
        assert_eq!(columns(&rows), "MODULE     PATH\nplugin:\u{e9}\u{e9}  /a\nx\n");
    }
}
