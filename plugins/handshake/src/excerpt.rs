//! [`Excerpt`]: text from a plugin, made fit to be shown in an error. Plugins may print anything: megabytes,
//! terminal escapes, half of a binary.

use std::fmt::{self, Write as _};

const MAX_CHARS: usize = 256;

/// The beginning of some text that nobody has checked. `Display` escapes what is not printable; `Debug` puts it
/// in quotes as well.
#[derive(Clone, PartialEq, Eq)]
pub struct Excerpt {
    beginning: String,
    total_bytes: usize,
}

impl Excerpt {
    /// Keeps the first 256 characters.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            beginning: text.chars().take(MAX_CHARS).collect(),
            total_bytes: text.len(),
        }
    }

    fn write_remainder(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.beginning.len() < self.total_bytes {
            write!(f, "… ({} bytes in all)", self.total_bytes)?;
        }
        Ok(())
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.beginning.chars() {
            match character {
                '"' | '\'' => f.write_char(character)?,
                _ => write!(f, "{}", character.escape_debug())?,
            }
        }
        self.write_remainder(f)
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.beginning)?;
        self.write_remainder(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_act_on_is_escaped() {
        let excerpt = Excerpt::new("it's \u{1b}[31m\"red\"\0\r\u{202e} grün");
        insta::assert_snapshot!(excerpt, @r#"it's \u{1b}[31m"red"\0\r\u{202e} grün"#);
        insta::assert_snapshot!(format!("{excerpt:?}"), @r#""it's \u{1b}[31m\"red\"\0\r\u{202e} grün""#);
    }

    #[test]
    fn long_text_is_cut_and_says_so() {
        let shown = Excerpt::new(&"é".repeat(1_000)).to_string();
        assert_eq!(shown, format!("{}… (2000 bytes in all)", "é".repeat(MAX_CHARS)));
        assert_eq!(
            Excerpt::new(&"x".repeat(MAX_CHARS)).to_string(),
            "x".repeat(MAX_CHARS)
        );
    }
}
