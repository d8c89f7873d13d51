//! A console entry as a terminal shows it: its plain text, with colours where they say something.

use web_output::{ConsoleContent, ConsoleEntry, ConsoleLevel, Piece, Style};

use super::failure;
use super::paint::{Hue, Paint};

/// Clears the screen and what was scrolled out of it, and goes to its top.
const CLEAR: &str = "\x1b[H\x1b[2J\x1b[3J";

/// The text; nothing where there is nothing to see.
pub(super) fn rendered(entry: &ConsoleEntry, paint: Paint) -> Option<String> {
    if let ConsoleContent::Warning(warning) = &entry.content {
        return Some(failure::warning(warning, paint));
    }
    if paint == Paint::Plain {
        return entry.text();
    }
    let ConsoleContent::Message(pieces) = &entry.content else {
        return match entry.content {
            ConsoleContent::Cleared => Some(CLEAR.to_owned()),
            _ => entry.text(),
        };
    };
    let text: String = pieces
        .iter()
        .map(|piece| shown(piece, entry.level, paint))
        .collect();
    let indent = "  ".repeat(usize::try_from(entry.depth).unwrap_or_default());
    Some(format!("{indent}{}", text.replace('\n', &format!("\n{indent}"))))
}

fn shown(piece: &Piece, level: ConsoleLevel, paint: Paint) -> String {
    match piece {
        Piece::Value(value) => paint.value(value),
        Piece::Text { text, style } if style.is_empty() => match level {
            ConsoleLevel::Error => paint.paint(Hue::Bad, text),
            ConsoleLevel::Warn => paint.paint(Hue::Literal, text),
            ConsoleLevel::Debug => paint.paint(Hue::Faint, text),
            ConsoleLevel::Log | ConsoleLevel::Info => text.clone(),
        },
        Piece::Text { text, style } => styled(text, style),
    }
}

/// What `%c` asked for, as far as every terminal has it; its colours fit a page of another background.
fn styled(text: &str, style: &Style) -> String {
    let codes: Vec<&str> = style
        .declarations()
        .filter_map(|declaration| match declaration {
            ("font-weight", "bold" | "bolder" | "600" | "700" | "800" | "900") => Some("1"),
            ("font-style", "italic" | "oblique") => Some("3"),
            ("text-decoration", "underline") => Some("4"),
            ("text-decoration", "line-through") => Some("9"),
            ("color", "red") => Some("31"),
            ("color", "green") => Some("32"),
            ("color", "yellow" | "orange") => Some("33"),
            ("color", "blue") => Some("34"),
            ("color", "magenta" | "purple") => Some("35"),
            ("color", "cyan" | "teal") => Some("36"),
            ("color", "gray" | "grey") => Some("2"),
            _ => None,
        })
        .collect();
    if codes.is_empty() {
        return text.to_owned();
    }
    format!("\x1b[{}m{text}\x1b[0m", codes.join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(pieces: Vec<Piece>) -> ConsoleEntry {
        ConsoleEntry {
            level: ConsoleLevel::Log,
            depth: 1,
            content: ConsoleContent::Message(pieces),
        }
    }

    #[test]
    fn styles_become_escape_sequences_only_where_colours_are_wanted() {
        let text = "a\nb".to_owned();
        let style = Style::parse("font-weight: bold; color: red; font-size: 90px");
        let entry = entry(vec![Piece::Text { text, style }]);
        assert_eq!(rendered(&entry, Paint::Plain).as_deref(), Some("  a\n  b"));
        assert_eq!(
            rendered(&entry, Paint::Coloured).as_deref(),
            Some("  \x1b[1;31ma\n  b\x1b[0m")
        );
    }

    #[test]
    fn a_screen_is_cleared_only_where_there_is_one() {
        let cleared = ConsoleEntry {
            content: ConsoleContent::Cleared,
            ..entry(Vec::new())
        };
        assert_eq!(rendered(&cleared, Paint::Plain), None);
        assert_eq!(rendered(&cleared, Paint::Coloured).as_deref(), Some(CLEAR));
    }
}
