//! [`Lines`]: bytes of a text to lines and columns, and back from the places that the engine reports.

/// Characters between two that are found at once. A source of one long line has many places.
const STRIDE: usize = 128;

/// A line and a column, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// The line.
    pub line: u32,
    /// The column, in UTF-16 code units, as editors and other engines count.
    pub column: u32,
}

/// A text, and where its lines begin.
#[derive(Debug, Clone)]
pub struct Lines {
    text: String,
    starts: Vec<Mark>,
    /// Every so many characters.
    strides: Vec<Mark>,
}

/// One place of a text, in each unit that is in use.
#[derive(Debug, Clone, Copy)]
struct Mark {
    byte: usize,
    /// Unicode code points, which the engine's columns count.
    chars: usize,
    utf16: usize,
}

impl Lines {
    /// Finds the lines of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut place = Mark {
            byte: 0,
            chars: 0,
            utf16: 0,
        };
        let mut starts = vec![place];
        let mut strides = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut chars = text.chars().peekable();
        while let Some(next) = chars.next() {
            if place.chars.is_multiple_of(STRIDE) {
                strides.push(place);
            }
            place.byte += next.len_utf8();
            place.chars += 1;
            place.utf16 += next.len_utf16();
            let is_end = match next {
                '\n' | '\u{2028}' | '\u{2029}' => true,
                '\r' => chars.peek() != Some(&'\n'),
                _ => false,
            };
            if is_end {
                starts.push(place);
            }
        }
        Self {
            text: text.to_owned(),
            starts,
            strides,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte at a place that the engine reported, whose column counts code points; one past the end for a place that
    /// is not there.
    #[must_use]
    pub fn offset(&self, line: u32, column: u32) -> usize {
        let Some(start) = self.starts.get(line.saturating_sub(1) as usize) else {
            return self.text.len();
        };
        let character = start.chars + column.saturating_sub(1) as usize;
        let Some(stride) = self.strides.get(character / STRIDE) else {
            return self.text.len();
        };
        self.text[stride.byte..]
            .char_indices()
            .nth(character % STRIDE)
            .map_or(self.text.len(), |(rest, _)| stride.byte + rest)
    }

    /// The line and column of a byte.
    #[must_use]
    pub fn position(&self, offset: usize) -> LineColumn {
        let line = self.starts.partition_point(|start| start.byte <= offset) - 1;
        let stride = self.strides.partition_point(|stride| stride.byte <= offset);
        let (byte, utf16) = match stride.checked_sub(1).map(|stride| self.strides[stride]) {
            Some(stride) => (stride.byte, stride.utf16),
            None => (0, 0),
        };
        let rest: usize = self.text[byte..offset].chars().map(char::len_utf16).sum();
        LineColumn {
            line: count(line),
            column: count(utf16 + rest - self.starts[line].utf16),
        }
    }

    /// The text of a line without its end; empty for a line that is not there.
    #[must_use]
    pub fn line(&self, line: u32) -> &str {
        let index = line.saturating_sub(1) as usize;
        let Some(start) = self.starts.get(index) else {
            return "";
        };
        let end = self
            .starts
            .get(index + 1)
            .map_or(self.text.len(), |next| next.byte);
        self.text[start.byte..end].trim_end_matches(['\n', '\r', '\u{2028}', '\u{2029}'])
    }

    /// The place behind the last character.
    #[must_use]
    pub fn end(&self) -> LineColumn {
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
            let LineColumn { line, column } = lines.position(offset);
            assert_eq!(lines.offset(line, column), offset);
        }
        assert_eq!(lines.end(), LineColumn { line: 6, column: 1 });
        assert_eq!(
            (lines.offset(6, 999), lines.offset(7, 1)),
            (text.len(), text.len())
        );
        assert_eq!((lines.line(2), lines.line(3), lines.line(9)), ("ü", "b", ""));
    }

    #[test]
    fn columns_count_utf16_units_and_the_engine_counts_code_points() {
        let text = format!("{};null.x", "😀".repeat(200));
        let lines = Lines::of(&text);
        let offset = lines.offset(1, 202);
        assert_eq!(&text[offset..], "null.x");
        assert_eq!(lines.position(offset), LineColumn { line: 1, column: 402 });
    }
}
