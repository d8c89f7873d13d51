//! Makes what a plugin wrote safe to show: in a terminal, where an escape sequence could hide or forge lines, and
//! in a page, where an overriding text direction could.

/// The bytes as one printable line. Tabs stay; every other control character, and every character that turns the
/// direction of text, is spelled out as in Rust and JavaScript.
pub(in crate::plugin) fn printable(bytes: &[u8]) -> String {
    printable_text(&String::from_utf8_lossy(bytes))
}

/// The same for text.
pub(super) fn printable_text(text: &str) -> String {
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
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    let ends_line = matches!(character, '\u{2028}' | '\u{2029}');
    character == '\t' || !(character.is_control() || turns_direction || ends_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_deceive_a_reader_is_spelled_out() {
        let cases: [(&[u8], &str); 7] = [
            (
                "tab\tand \u{e9} \u{1f600}".as_bytes(),
                "tab\tand \u{e9} \u{1f600}",
            ),
            (b"\x1b[31mred\x1b[0m", r"\u{1b}[31mred\u{1b}[0m"),
            (b"\x1b]0;title\x07", r"\u{1b}]0;title\u{7}"),
            (b"forged\r\x00line\n", r"forged\r\u{0}line\n"),
            ("\u{9b}31m".as_bytes(), r"\u{9b}31m"),
            ("\u{202e}exe.txt\u{2028}".as_bytes(), r"\u{202e}exe.txt\u{2028}"),
            (b"a\xff\xfeb", "a\u{fffd}\u{fffd}b"),
        ];
        for (bytes, shown) in cases {
            assert_eq!(printable(bytes), shown);
        }
    }
}
