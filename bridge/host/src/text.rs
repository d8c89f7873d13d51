//! Texts for people: error chains as one line, and what plugins wrote, made safe to show and cut to a bound.

use std::error::Error;

use proto::limits::MAX_ERROR_TEXT;

/// An error and its causes, joined by `: `, as go-go-goja prints its wrapped errors.
#[must_use]
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let link = error.to_string();
        // Some wrappers have no words of their own and show their cause's.
        if !text.ends_with(&link) {
            text.push_str(": ");
            text.push_str(&link);
        }
        cause = error.source();
    }
    text
}

/// A plugin's error text, cut where it is longer than anybody reads.
pub(crate) fn bounded(text: &str) -> String {
    if text.len() <= MAX_ERROR_TEXT {
        return text.to_owned();
    }
    let beginning = &text[..text.floor_char_boundary(MAX_ERROR_TEXT)];
    format!("{beginning}… ({} bytes in all)", text.len())
}

/// A plugin's text as one printable line: in a terminal, an escape sequence could hide or forge lines; in a page,
/// an overriding text direction could. Tabs stay; every other control character, and every character that turns
/// the direction of text, is spelled out as in Rust and JavaScript.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_harmless(character) {
            shown.push(character);
        } else {
            shown.extend(character.escape_default());
        }
    }
    shown
}

fn is_harmless(character: char) -> bool {
    let turns_direction = matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    let ends_line = matches!(character, '\u{2028}' | '\u{2029}');
    character == '\t' || !(character.is_control() || turns_direction || ends_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_deceive_a_reader_is_spelled_out() {
        let cases = [
            ("tab\tand \u{e9} \u{1f600}", "tab\tand \u{e9} \u{1f600}"),
            ("\x1b[31mred\x1b[0m", r"\u{1b}[31mred\u{1b}[0m"),
            ("\x1b]0;title\x07", r"\u{1b}]0;title\u{7}"),
            ("forged\r\0line\n", r"forged\r\u{0}line\n"),
            ("\u{9b}31m", r"\u{9b}31m"),
            ("\u{202e}exe.txt\u{2028}", r"\u{202e}exe.txt\u{2028}"),
        ];
        for (text, shown) in cases {
            assert_eq!(printable(text), shown);
        }
    }
}
