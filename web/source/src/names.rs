//! Names that the runtime makes from the user's: they look the same, because what is added is invisible.

/// Ends the name of a function that stands for a keyword. The character is invisible and part of an identifier.
pub const MARK: char = '\u{200c}';

/// Digits of the number that makes the name of a further declaration: invisible, and parts of an identifier.
const DIGITS: [char; 2] = [MARK, '\u{200d}'];

/// The name of the `generation`th further declaration of a name.
pub(crate) fn alias(name: &str, mut generation: u32) -> String {
    let mut alias = name.to_owned();
    while generation > 0 {
        alias.push(DIGITS[(generation % 2) as usize]);
        generation /= 2;
    }
    alias
}

/// Returns a text with its names as the user wrote them. Marks end a name; elsewhere the same characters join the parts
/// of an emoji or stand inside a word, and stay.
#[must_use]
pub fn without_marks(text: &str) -> String {
    let is_part = |next: char| next.is_alphanumeric() || matches!(next, '_' | '$');
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(DIGITS) {
        let (before, marked) = rest.split_at(start);
        let after = marked.trim_start_matches(DIGITS);
        written.push_str(before);
        if !before.ends_with(is_part) || after.starts_with(is_part) {
            written.push_str(&marked[..marked.len() - after.len()]);
        }
        rest = after;
    }
    written.push_str(rest);
    written
}

/// Whether `obj.name` can be written for the property `name`.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars
        .next()
        .is_some_and(|first| first.is_alphabetic() || matches!(first, '_' | '$'))
        && chars.all(|next| next.is_alphanumeric() || matches!(next, '_' | '$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_from_the_ends_of_names_alone() {
        for (text, expected) in [
            ("a\u{200c}\u{200d} is not defined", "a is not defined"),
            ("f($\u{200c}, ü\u{200d})", "f($, ü)"),
            (
                "\u{1f468}\u{200d}\u{1f469} x\u{200c}",
                "\u{1f468}\u{200d}\u{1f469} x",
            ),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("\u{200d}", "\u{200d}"),
        ] {
            assert_eq!(without_marks(text), expected);
        }
    }
}
