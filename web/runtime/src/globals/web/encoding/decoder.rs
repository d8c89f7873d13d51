//! [`Decoder`]: bytes to UTF-16, in pieces if need be.

use super::Encoding;

const REPLACEMENT: u16 = 0xfffd;
const BOM: u16 = 0xfeff;

/// What windows-1252 has where Latin-1 has control characters, from 0x80 on.
const WINDOWS_1252: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
    0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

/// The state between two pieces.
#[derive(Debug)]
pub(super) struct Decoder {
    pub(super) encoding: Encoding,
    /// Whether bytes that make no sense are an error instead of a replacement character.
    pub(super) is_fatal: bool,
    /// Whether a byte order mark is part of the text.
    pub(super) keeps_bom: bool,
    /// The beginning of a character whose rest has not come.
    pending: Vec<u8>,
    is_started: bool,
}

/// The bytes make no sense.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Malformed;

impl Decoder {
    pub(super) fn new(encoding: Encoding, is_fatal: bool, keeps_bom: bool) -> Self {
        Self {
            encoding,
            is_fatal,
            keeps_bom,
            pending: Vec::new(),
            is_started: false,
        }
    }

    /// Decodes a piece; the last one unless more follows.
    ///
    /// # Errors
    /// When the bytes make no sense and the decoder is fatal. It starts anew then.
    pub(super) fn decode(&mut self, bytes: &[u8], more_follows: bool) -> Result<Vec<u16>, Malformed> {
        let mut input = std::mem::take(&mut self.pending);
        input.extend_from_slice(bytes);
        let mut units = Vec::with_capacity(input.len());
        let is_well_formed = match self.encoding {
            Encoding::Utf8 => self.utf8(&input, more_follows, &mut units),
            Encoding::Utf16Le => self.utf16(&input, more_follows, u16::from_le_bytes, &mut units),
            Encoding::Utf16Be => self.utf16(&input, more_follows, u16::from_be_bytes, &mut units),
            Encoding::Windows1252 => {
                units.extend(input.iter().map(|byte| match byte {
                    0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
                    other => u16::from(*other),
                }));
                true
            }
        };
        if !self.is_started && !units.is_empty() {
            self.is_started = true;
            let has_mark = units[0] == BOM && self.encoding != Encoding::Windows1252;
            if has_mark && !self.keeps_bom {
                units.remove(0);
            }
        }
        let is_refused = self.is_fatal && !is_well_formed;
        if !more_follows || is_refused {
            self.is_started = false;
            self.pending.clear();
        }
        if is_refused { Err(Malformed) } else { Ok(units) }
    }

    /// Answers whether everything made sense.
    fn utf8(&mut self, mut input: &[u8], more_follows: bool, units: &mut Vec<u16>) -> bool {
        let mut is_well_formed = true;
        loop {
            let error = match std::str::from_utf8(input) {
                Ok(text) => {
                    units.extend(text.encode_utf16());
                    return is_well_formed;
                }
                Err(error) => error,
            };
            let (valid, rest) = input.split_at(error.valid_up_to());
            units.extend(String::from_utf8_lossy(valid).encode_utf16());
            match error.error_len() {
                None if more_follows => {
                    self.pending = rest.to_vec();
                    return is_well_formed;
                }
                None => {
                    units.push(REPLACEMENT);
                    return false;
                }
                Some(length) => {
                    units.push(REPLACEMENT);
                    is_well_formed = false;
                    input = &rest[length..];
                }
            }
        }
    }

    /// Answers whether everything made sense: whole units, and no surrogate alone.
    fn utf16(
        &mut self,
        input: &[u8],
        more_follows: bool,
        read: fn([u8; 2]) -> u16,
        units: &mut Vec<u16>,
    ) -> bool {
        let (pairs, odd) = input.as_chunks();
        let read: Vec<u16> = pairs.iter().map(|pair| read(*pair)).collect();
        let ends_in_half = read.last().is_some_and(|unit| (0xd800..0xdc00).contains(unit));
        let whole = if more_follows && ends_in_half {
            read.len() - 1
        } else {
            read.len()
        };
        if more_follows {
            self.pending = input[whole * 2..].to_vec();
        }
        let mut is_well_formed = more_follows || odd.is_empty();
        for next in char::decode_utf16(read[..whole].iter().copied()) {
            match next {
                Ok(next) => units.extend_from_slice(next.encode_utf16(&mut [0; 2])),
                Err(_) => {
                    units.push(REPLACEMENT);
                    is_well_formed = false;
                }
            }
        }
        if !more_follows && !odd.is_empty() {
            units.push(REPLACEMENT);
        }
        is_well_formed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: Encoding, pieces: &[&[u8]], expected: &str) {
        let mut decoder = Decoder::new(encoding, false, false);
        let mut units = Vec::new();
        for (position, piece) in pieces.iter().enumerate() {
            units.extend(decoder.decode(piece, position + 1 < pieces.len()).unwrap());
        }
        assert_eq!(String::from_utf16(&units).unwrap(), expected);
    }

    #[test]
    fn characters_may_be_cut_anywhere() {
        let text = "\u{feff}aü€😀";
        let utf8 = text.as_bytes();
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for cut in 0..=utf8.len() {
            check(Encoding::Utf8, &[&utf8[..cut], &utf8[cut..]], "aü€😀");
        }
        for cut in 0..=utf16.len() {
            check(Encoding::Utf16Le, &[&utf16[..cut], &utf16[cut..]], "aü€😀");
        }
    }

    #[test]
    fn nonsense_is_replaced_as_browsers_do() {
        check(Encoding::Utf8, &[b"a\xffb\xe2\x82"], "a\u{fffd}b\u{fffd}");
        check(Encoding::Utf8, &[b"\xf0\x9f\x98"], "\u{fffd}");
        check(Encoding::Utf16Be, &[b"\xd8\x00\x00a\x00"], "\u{fffd}a\u{fffd}");
        check(Encoding::Windows1252, &[b"\x80\xe4"], "€ä");
    }

    #[test]
    fn a_fatal_decoder_refuses_nonsense_and_starts_anew() {
        let mut decoder = Decoder::new(Encoding::Utf8, true, false);
        assert_eq!(decoder.decode(b"\xe2\x82", false), Err(Malformed));
        assert_eq!(decoder.decode(b"ok", false), Ok(vec![0x6f, 0x6b]));
    }
}
