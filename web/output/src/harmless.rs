//! Texts of scripts and plugins made safe to show: in a terminal, an escape sequence could hide or forge lines; anywhere, a
//! character that turns the direction of text could.

use std::borrow::Cow;

/// The text with such characters spelled out, as JavaScript may write them. Tabs and the ends of lines stay.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(deceives) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for next in text.chars() {
        if deceives(next) {
            shown.extend(next.escape_unicode());
        } else {
            shown.push(next);
        }
    }
    Cow::Owned(shown)
}

fn deceives(next: char) -> bool {
    match next {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_deceive_a_reader_is_spelled_out() {
        for (text, shown) in [
            (
                "two\nlines\tand \u{5d0} \u{1f600}",
                "two\nlines\tand \u{5d0} \u{1f600}",
            ),
            ("\x1b]0;title\x07", r"\u{1b}]0;title\u{7}"),
            ("forged\r\u{9b}31m", r"forged\u{d}\u{9b}31m"),
            ("\u{202e}exe.txt", r"\u{202e}exe.txt"),
        ] {
            assert_eq!(harmless(text), shown);
        }
    }
}
