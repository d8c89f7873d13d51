//! [`Image`]: a picture whose format was recognised by its first bytes.

use serde::{Deserialize, Serialize};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// As its first bytes say.
    pub format: ImageFormat,
    /// Width and height in pixels, where the format says them at a known place.
    pub size: Option<(u32, u32)>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The formats that every browser shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImageFormat {
    /// PNG
    Png,
    /// JPEG
    Jpeg,
    /// GIF
    Gif,
    /// WebP
    WebP,
    /// BMP
    Bmp,
}

impl Image {
    /// Recognises a picture, or answers nothing.
    #[must_use]
    pub fn recognise(bytes: Vec<u8>) -> Option<Self> {
        let (format, size) = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, rest @ ..] => (ImageFormat::Png, png_size(rest)),
            [0xff, 0xd8, 0xff, ..] => (ImageFormat::Jpeg, jpeg_size(&bytes[2..])),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', rest @ ..] => (ImageFormat::Gif, gif_size(rest)),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => (ImageFormat::WebP, None),
            [b'B', b'M', rest @ ..] if rest.len() > 24 => (ImageFormat::Bmp, bmp_size(rest)),
            _ => return None,
        };
        Some(Self { format, size, bytes })
    }

    pub(super) fn summary(&self) -> String {
        let format = self.format.name();
        let bytes = self.bytes.len();
        match self.size {
            Some((width, height)) => format!("image {width}×{height} {format}, {bytes} bytes"),
            None => format!("image {format}, {bytes} bytes"),
        }
    }
}

impl ImageFormat {
    /// The type as HTTP writes it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
            Self::Bmp => "image/bmp",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Gif => "gif",
            Self::WebP => "webp",
            Self::Bmp => "bmp",
        }
    }
}

/// The first chunk is IHDR.
fn png_size(rest: &[u8]) -> Option<(u32, u32)> {
    let fields = rest.get(8..16)?.as_chunks().0;
    Some((u32::from_be_bytes(fields[0]), u32::from_be_bytes(fields[1])))
}

fn gif_size(rest: &[u8]) -> Option<(u32, u32)> {
    let fields = rest.get(..4)?.as_chunks().0;
    Some((
        u16::from_le_bytes(fields[0]).into(),
        u16::from_le_bytes(fields[1]).into(),
    ))
}

fn bmp_size(rest: &[u8]) -> Option<(u32, u32)> {
    let fields = rest.get(16..24)?.as_chunks().0;
    let height = i32::from_le_bytes(fields[1]);
    Some((u32::from_le_bytes(fields[0]), height.unsigned_abs()))
}

/// Walks the segments to the one that starts the frame.
fn jpeg_size(mut rest: &[u8]) -> Option<(u32, u32)> {
    loop {
        let [0xff, marker, high, low, segment @ ..] = rest else {
            return None;
        };
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let fields = segment.get(1..5)?.as_chunks().0;
            let (height, width) = (u16::from_be_bytes(fields[0]), u16::from_be_bytes(fields[1]));
            return Some((width.into(), height.into()));
        }
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        rest = rest.get(2 + length..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        let image = Image::recognise(bytes.to_vec());
        assert_eq!(image.map(|image| image.summary()).as_deref(), expected);
    }

    #[test]
    fn formats_and_sizes_are_read_from_the_first_bytes() {
        check(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xc8",
            Some("image 320×200 png, 24 bytes"),
        );
        check(b"GIF89a\x03\0\x02\0", Some("image 3×2 gif, 10 bytes"));
        check(
            b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x10\0\x20\x03",
            Some("image 32×16 jpeg, 18 bytes"),
        );
        check(b"RIFF\0\0\0\0WEBPVP8 ", Some("image webp, 16 bytes"));
    }

    #[test]
    fn a_cut_file_keeps_its_format_and_nonsense_has_none() {
        check(b"\x89PNG\r\n\x1a\n\0\0", Some("image png, 10 bytes"));
        check(b"\xff\xd8\xff\xe0\xff\xff", Some("image jpeg, 6 bytes"));
        check(b"<svg xmlns='x'/>", None);
        check(b"", None);
    }
}
