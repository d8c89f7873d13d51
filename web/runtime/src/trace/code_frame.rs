//! One line of a source, with the part marked that an error is about.

use web_output::{CodeFrame, LineColumn, Location};
use web_source::Lines;

/// How much of a long line is shown on each side of the mark, in characters.
const SHOWN: usize = 60;

/// The line of a location, if the source has it.
pub(crate) fn code_frame(source: &Lines, location: &Location) -> Option<CodeFrame> {
    let number = location.line()?;
    let line = source.line(number);
    if line.trim().is_empty() {
        return None;
    }
    let (start, end) = match location {
        Location::At { start, end } => {
            let from = byte_at(line, start.column);
            (
                from,
                end.map_or_else(|| word_end(line, from), |end| end_on(line, number, end)),
            )
        }
        Location::Near { .. } | Location::In { .. } => (0, 0),
    };
    let (before, marked, after) = (
        &line[..start],
        &line[start..end.max(start)],
        &line[end.max(start)..],
    );
    let skipped = before.chars().count().saturating_sub(SHOWN);
    Some(CodeFrame {
        line: number,
        before: before.chars().skip(skipped).collect(),
        marked: marked.chars().take(2 * SHOWN).collect(),
        after: after.chars().take(SHOWN).collect(),
    })
}

/// The byte of a column, which counts UTF-16 code units from 1.
fn byte_at(line: &str, column: u32) -> usize {
    let mut units = 1;
    for (at, next) in line.char_indices() {
        if units >= column {
            return at;
        }
        units += next.len_utf16() as u32;
    }
    line.len()
}

/// Where an expression ends on a line, or the end of the line if it goes on below.
fn end_on(line: &str, number: u32, end: LineColumn) -> usize {
    match end.line == number {
        true => byte_at(line, end.column),
        false => line.len(),
    }
}

/// Where the word ends that begins at a byte; one character further if none does.
fn word_end(line: &str, from: usize) -> usize {
    let rest = &line[from..];
    let word = rest.find(|next: char| !next.is_alphanumeric() && !matches!(next, '_' | '$'));
    match word.unwrap_or(rest.len()) {
        0 => from + rest.chars().next().map_or(0, char::len_utf8),
        length => from + length,
    }
}

#[cfg(test)]
mod tests {
    use web_output::Position;

    use super::*;

    #[test]
    fn an_emoji_before_a_mistake_does_not_move_its_mark() {
        let source = Lines::of("let a;\n\"😀😀😀😀\"; null.x\n");
        let location = |column, end| Location::At {
            start: Position {
                file: "script.js".to_owned(),
                line: 2,
                column,
            },
            end,
        };
        let marked = |location| code_frame(&source, &location).unwrap().marked;
        assert_eq!(marked(location(13, None)), "null");
        assert_eq!(marked(location(17, None)), ".");
        assert_eq!(
            marked(location(13, Some(LineColumn { line: 2, column: 19 }))),
            "null.x"
        );
        assert_eq!(
            marked(location(13, Some(LineColumn { line: 3, column: 1 }))),
            "null.x"
        );
        assert_eq!(marked(location(99, None)), "");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_mark_is_shown() {
        let source = Lines::of(&format!("{}(x){}", "a".repeat(499), "b".repeat(500)));
        let location = Location::At {
            start: Position {
                file: "script.js".to_owned(),
                line: 1,
                column: 501,
            },
            end: None,
        };
        let frame = code_frame(&source, &location).unwrap();
        assert_eq!(
            (frame.before.len(), frame.marked.as_str(), frame.after.len()),
            (SHOWN, "x", SHOWN)
        );
    }
}
