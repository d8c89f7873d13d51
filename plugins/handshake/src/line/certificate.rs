//! The certificate's field: DER in base64, standard alphabet, without padding. It is read as leniently as Go
//! reads it, and no more.

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{DecodeError, Engine as _};

use super::error::CertificateError;

const UNPADDED: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

pub(super) fn encode(der: &[u8]) -> String {
    UNPADDED.encode(der)
}

pub(super) fn decode(field: &str) -> Result<Vec<u8>, CertificateError> {
    let der = UNPADDED.decode(field).map_err(|error| CertificateError::Base64 {
        at: match error {
            DecodeError::InvalidByte(at, _) | DecodeError::InvalidLastSymbol { offset: at, .. } => at,
            DecodeError::InvalidLength(length) => length / 4 * 4,
            DecodeError::InvalidPadding => field.find('=').unwrap_or(field.len()),
        },
    })?;
    if is_one_sequence(&der) {
        Ok(der)
    } else {
        Err(CertificateError::Malformed)
    }
}

/// Whether the bytes are exactly one DER sequence of at most 64 KiB, as a certificate is.
fn is_one_sequence(der: &[u8]) -> bool {
    let (length, content) = match der {
        [0x30, 0x81, a, content @ ..] => (usize::from(*a), content),
        [0x30, 0x82, a, b, content @ ..] => (usize::from(u16::from_be_bytes([*a, *b])), content),
        [0x30, short @ 0..=0x7f, content @ ..] => (usize::from(*short), content),
        _ => return false,
    };
    content.len() == length
}
