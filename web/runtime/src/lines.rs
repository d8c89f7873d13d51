//! Lines and columns, as the engine counts them, to bytes and back.

use crate::script_error::Position;

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let mut starts = vec![0];
        let mut chars = text.char_indices().peekable();
        while let Some((at, next)) = chars.next() {
            let is_end = match next {
                '\n' | '\u{2028}' | '\u{2029}' => true,
                '\r' => !matches!(chars.peek(), Some((_, '\n'))),
                _ => false,
            };
            if is_end {
                starts.push(at + next.len_utf8());
            }
        }
        Self {
            text: text.to_owned(),
            starts,
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The byte at a place; one past the end for a place that is not there.
    pub(crate) fn offset(&self, position: Position) -> usize {
        let line = position.line.saturating_sub(1) as usize;
        let Some(start) = self.starts.get(line).copied() else {
            return self.text.len();
        };
        self.text[start..]
            .char_indices()
            .nth(position.column.saturating_sub(1) as usize)
            .map_or(self.text.len(), |(column, _)| start + column)
    }

    /// The place of a byte.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let column = self.text[self.starts[line]..offset].chars().count();
        Position {
            line: count(line),
            column: count(column),
        }
    }

    /// The place behind the last character.
    pub(crate) fn end(&self) -> Position {
        self.position(self.text.len())
    }
}

/// A number that is counted from 1.
fn count(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back_from_its_place() {
        let text = "a\r\nü\rb\u{2028}c\n\n";
        let lines = Lines::of(text);
        for (offset, _) in text.char_indices().filter(|(_, next)| *next != '\n') {
            assert_eq!(lines.offset(lines.position(offset)), offset);
        }
        assert_eq!(lines.end(), Position { line: 6, column: 1 });
    }
}
