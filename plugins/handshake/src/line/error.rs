//! What can be wrong with a handshake line, mostly in go-plugin's own words, which people search for.
//! Everything that a plugin printed is an [`Excerpt`].

use thiserror::Error;

use crate::{CORE_PROTOCOL_VERSION, Excerpt};

/// The first wrong field of a handshake line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HandshakeError {
    /// Fewer than four fields: some other text, or nothing.
    #[error("it printed {line:?} instead of the handshake line (CORE|APP|NETWORK|ADDRESS|PROTOCOL)")]
    Unrecognized {
        /// What stands there instead.
        line: Excerpt,
    },
    /// The first field is no number.
    #[error("error parsing core protocol version: {0}")]
    CoreVersion(NumberError),
    /// The first field is another version of the handshake.
    #[error(
        "incompatible core API version with plugin. Plugin version: {plugin}, Core version: \
         {CORE_PROTOCOL_VERSION} (build the plugin with a go-plugin library of core version \
         {CORE_PROTOCOL_VERSION})"
    )]
    IncompatibleCore {
        /// The plugin's.
        plugin: i64,
    },
    /// The second field is no number.
    #[error("Error parsing protocol version {:?}: {number}", number.field())]
    AppVersion {
        /// Why not.
        number: NumberError,
    },
    /// The second field is a version that the host does not speak.
    #[error(
        "incompatible API version with plugin. Plugin version: {plugin}, Client versions: {}",
        go_list(host)
    )]
    IncompatibleApp {
        /// The plugin's.
        plugin: i64,
        /// The host's.
        host: Vec<u32>,
    },
    /// The third field is neither `unix` nor `tcp`. go-plugin's text shows the address where one expects the type.
    #[error("unknown address type: {address} (network {network:?}, expected \"unix\" or \"tcp\")")]
    UnknownNetwork {
        /// The third field.
        network: Excerpt,
        /// The fourth field.
        address: Excerpt,
    },
    /// The fourth field is missing its path.
    #[error("the unix address is empty")]
    EmptyUnixAddress,
    /// The fourth field is no TCP address.
    #[error("address {address}: {reason}")]
    TcpAddress {
        /// The fourth field.
        address: Excerpt,
        /// What is wrong with it.
        reason: TcpAddressError,
    },
    /// The fifth field is not `grpc`; without it, a plugin means `netrpc`.
    #[error("unsupported plugin protocol {0:?}. Supported: [grpc]")]
    UnsupportedProtocol(Excerpt),
    /// The sixth field is no certificate.
    #[error("error parsing server cert: {0}")]
    Certificate(CertificateError),
}

/// Why a field is no number, in the words of Go's `strconv`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Something else than digits.
    #[error("strconv.Atoi: parsing {0:?}: invalid syntax")]
    Syntax(Excerpt),
    /// More than 64 bits.
    #[error("strconv.Atoi: parsing {0:?}: value out of range")]
    OutOfRange(Excerpt),
}

impl NumberError {
    const fn field(&self) -> &Excerpt {
        match self {
            Self::Syntax(field) | Self::OutOfRange(field) => field,
        }
    }
}

/// Why a field is no TCP address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TcpAddressError {
    /// No colon.
    #[error("missing port in address")]
    MissingPort,
    /// Not 0 to 65535.
    #[error("invalid port")]
    InvalidPort,
    /// A name other than `localhost`.
    #[error("expected an IP address before the port")]
    NotAnIpAddress,
}

/// Why a field is no certificate, in the words of Go's libraries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CertificateError {
    /// Not base64 of the standard alphabet without padding.
    #[error("illegal base64 data at input byte {at}")]
    Base64 {
        /// Where.
        at: usize,
    },
    /// The bytes are not one DER sequence.
    #[error("x509: malformed certificate")]
    Malformed,
}

/// A list as Go prints it.
fn go_list(versions: &[u32]) -> String {
    let items: Vec<String> = versions.iter().map(u32::to_string).collect();
    format!("[{}]", items.join(" "))
}
