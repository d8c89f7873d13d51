//! The longest text that goes to the page in one piece: more than anyone reads, and little enough to lay out.

const MAX_BYTES: usize = 64 * 1024;

/// The text, cut where it is huge; the cut says so.
pub(crate) fn excerpt(mut text: String) -> String {
    let whole = text.len();
    if whole > MAX_BYTES {
        let end = text.floor_char_boundary(MAX_BYTES);
        text.truncate(end);
        text.push_str(&format!("… ({} more bytes not shown)", whole - end));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_huge_text_is_cut_between_characters_and_says_so() {
        assert_eq!(excerpt("short".to_owned()), "short");
        let cut = excerpt(format!("x{}", "ü".repeat(MAX_BYTES)));
        assert!(cut.starts_with("xüü"));
        assert!(
            cut.ends_with("üü… (65538 more bytes not shown)"),
            "{}",
            &cut[MAX_BYTES - 11..]
        );
    }
}
