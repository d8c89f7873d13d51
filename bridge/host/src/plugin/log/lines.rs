//! Cuts a stream of bytes into lines with bounded memory: a line that is too long comes in pieces.

/// The longest piece, in bytes (go-plugin's log buffer).
pub(super) const MAX_PIECE: usize = 64 * 1024;

/// A line without its end, or a piece of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) bytes: &'a [u8],
    /// Whether the line ended here; otherwise the next piece goes on with it.
    pub(super) ended: bool,
}

/// Holds what has come of the line that has not ended yet: less than [`MAX_PIECE`] bytes.
#[derive(Debug, Default)]
pub(super) struct LineSplitter {
    begun: Vec<u8>,
    /// Whether a piece of the line was given already.
    inside: bool,
}

impl LineSplitter {
    pub(super) fn push(&mut self, bytes: &[u8], mut give: impl FnMut(Line<'_>)) {
        for part in bytes.split_inclusive(|&byte| byte == b'\n') {
            match part.strip_suffix(b"\n") {
                Some(end) => {
                    self.extend(end, &mut give);
                    self.end(&mut give);
                }
                None => self.extend(part, &mut give),
            }
        }
    }

    /// The stream has ended, and with it the line that it broke off in.
    pub(super) fn finish(&mut self, mut give: impl FnMut(Line<'_>)) {
        if self.inside || !self.begun.is_empty() {
            self.end(&mut give);
        }
    }

    fn extend(&mut self, mut bytes: &[u8], give: &mut impl FnMut(Line<'_>)) {
        while self.begun.len() + bytes.len() > MAX_PIECE {
            let (now, later) = bytes.split_at(MAX_PIECE - self.begun.len());
            self.begun.extend_from_slice(now);
            let cut = last_boundary(&self.begun);
            give(Line {
                bytes: &self.begun[..cut],
                ended: false,
            });
            self.begun.drain(..cut);
            self.inside = true;
            bytes = later;
        }
        self.begun.extend_from_slice(bytes);
    }

    fn end(&mut self, give: &mut impl FnMut(Line<'_>)) {
        let bytes = self.begun.strip_suffix(b"\r").unwrap_or(&self.begun);
        give(Line { bytes, ended: true });
        self.begun.clear();
        self.inside = false;
    }
}

/// Where to cut so that no UTF-8 character is torn; bytes that are no UTF-8 anyway are cut at their end.
fn last_boundary(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => error.valid_up_to(),
        Err(_) => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(chunks: &[&[u8]]) -> Vec<(Vec<u8>, bool)> {
        let mut splitter = LineSplitter::default();
        let mut lines = Vec::new();
        for chunk in chunks {
            splitter.push(chunk, |line| lines.push((line.bytes.to_vec(), line.ended)));
            assert!(splitter.begun.len() <= MAX_PIECE);
        }
        splitter.finish(|line| lines.push((line.bytes.to_vec(), line.ended)));
        lines
    }

    #[test]
    fn lines_are_the_same_wherever_the_stream_is_cut() {
        let text = "one\r\n\ntwo \u{e9}\nlast".as_bytes();
        let whole = split(&[text]);
        let ended = |line: &str| (line.as_bytes().to_vec(), true);
        assert_eq!(
            whole,
            [ended("one"), ended(""), ended("two \u{e9}"), ended("last")]
        );
        for cut in 0..=text.len() {
            let (start, end) = text.split_at(cut);
            assert_eq!(split(&[start, end]), whole, "cut at {cut}");
        }
    }

    #[test]
    fn a_line_of_a_mebibyte_comes_in_pieces_that_join_to_it() {
        // Three bytes each, so that no piece ends by chance where a character does.
        let line = "\u{20ac}".repeat(400_000);
        let lines = split(&[line.as_bytes(), b"\nnext\n"]);
        let (next, pieces) = lines.split_last().unwrap();
        assert_eq!(next, &(b"next".to_vec(), true));
        assert!(pieces.iter().all(|(piece, _)| piece.len() <= MAX_PIECE));
        assert!(pieces.iter().all(|(piece, _)| std::str::from_utf8(piece).is_ok()));
        let joined: Vec<u8> = pieces.iter().flat_map(|(piece, _)| piece.clone()).collect();
        assert_eq!(joined, line.as_bytes());
        let ends: Vec<bool> = pieces.iter().map(|(_, ended)| *ended).collect();
        assert_eq!(ends.iter().filter(|ended| **ended).count(), 1);
        assert_eq!(ends.last(), Some(&true));
    }

    #[test]
    fn a_flood_that_is_no_text_is_cut_too() {
        let flood = vec![0xff; MAX_PIECE * 3 + 1];
        let sizes: Vec<usize> = split(&[&flood]).iter().map(|(piece, _)| piece.len()).collect();
        assert_eq!(sizes, [MAX_PIECE, MAX_PIECE, MAX_PIECE, 1]);
    }
}
