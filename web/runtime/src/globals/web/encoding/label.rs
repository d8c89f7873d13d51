//! [`Encoding`]: the encodings that `TextDecoder` knows, by the labels of the Encoding Standard.

/// An encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    /// The encoding that a label means, whatever its case and the spaces around it.
    pub(super) fn from_label(label: &str) -> Option<Self> {
        let label = label
            .trim_matches(['\t', '\n', '\x0c', '\r', ' '])
            .to_ascii_lowercase();
        Some(match label.as_str() {
            "utf-8" | "utf8" | "unicode-1-1-utf-8" | "unicode11utf8" | "unicode20utf8"
            | "x-unicode20utf8" => Self::Utf8,
            "utf-16le" | "utf-16" | "ucs-2" | "unicode" | "unicodefeff" | "csunicode" | "iso-10646-ucs-2" => {
                Self::Utf16Le
            }
            "utf-16be" | "unicodefffe" => Self::Utf16Be,
            "windows-1252" | "latin1" | "ascii" | "us-ascii" | "iso-8859-1" | "iso8859-1" | "iso88591"
            | "iso_8859-1" | "iso_8859-1:1987" | "iso-ir-100" | "l1" | "cp1252" | "x-cp1252" | "cp819"
            | "ibm819" | "csisolatin1" | "ansi_x3.4-1968" => Self::Windows1252,
            _ => return None,
        })
    }

    /// The label that the standard prefers.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}
