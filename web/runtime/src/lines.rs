//! Lines and columns, as the engine counts them, to bytes and back.

use crate::script_error::Position;

/// Characters between two that are found at once. A source of one long line has many places.
const STRIDE: usize = 128;

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    text: String,
    /// The first byte of each line, and how many characters come before it.
    starts: Vec<(usize, usize)>,
    /// The first byte of every so many characters.
    strides: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let mut starts = vec![(0, 0)];
        let mut strides = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut chars = text.char_indices().enumerate().peekable();
        while let Some((count, (at, next))) = chars.next() {
            if count % STRIDE == 0 {
                strides.push(at);
            }
            let is_end = match next {
                '\n' | '\u{2028}' | '\u{2029}' => true,
                '\r' => !matches!(chars.peek(), Some((_, (_, '\n')))),
                _ => false,
            };
            if is_end {
                starts.push((at + next.len_utf8(), count + 1));
            }
        }
        Self {
            text: text.to_owned(),
            starts,
            strides,
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The byte at a place; one past the end for a place that is not there.
    pub(crate) fn offset(&self, position: Position) -> usize {
        let line = position.line.saturating_sub(1) as usize;
        let Some((_, before)) = self.starts.get(line) else {
            return self.text.len();
        };
        let character = before + position.column.saturating_sub(1) as usize;
        let Some(stride) = self.strides.get(character / STRIDE) else {
            return self.text.len();
        };
        self.text[*stride..]
            .char_indices()
            .nth(character % STRIDE)
            .map_or(self.text.len(), |(rest, _)| stride + rest)
    }

    /// The place of a byte.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|(start, _)| *start <= offset) - 1;
        let stride = self.strides.partition_point(|start| *start <= offset).max(1) - 1;
        let rest = self.text[self.strides.get(stride).copied().unwrap_or_default()..offset].chars();
        let character = stride * STRIDE + rest.count();
        Position {
            line: count(line),
            column: count(character - self.starts[line].1),
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
        let text = format!("a\r\nü\rb\u{2028}{}c\n\n", "long, ünd ".repeat(STRIDE));
        let lines = Lines::of(&text);
        for (offset, _) in text.char_indices().filter(|(_, next)| *next != '\n') {
            assert_eq!(lines.offset(lines.position(offset)), offset);
        }
        assert_eq!(lines.end(), Position { line: 6, column: 1 });
        let beyond = |line, column| lines.offset(Position { line, column });
        assert_eq!((beyond(6, 999), beyond(7, 1)), (text.len(), text.len()));
    }
}
