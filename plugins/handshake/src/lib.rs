//! How a host and a plugin find each other, by the rules of go-plugin: the host speaks first, through
//! [`environment`] variables; the plugin picks a protocol version with [`negotiate`], opens a socket and answers
//! with one [`HandshakeLine`] on its standard output.
//!
//! Pure: nothing here reads the environment, opens a socket or knows gRPC. Both the bridge and the SDK use it.

pub mod environment;
mod excerpt;
mod line;
mod version;

pub use excerpt::Excerpt;
pub use line::{CertificateError, HandshakeError, HandshakeLine, Network, NumberError, TcpAddressError};
pub use version::{APP_PROTOCOL_VERSION, CORE_PROTOCOL_VERSION, Negotiation, negotiate};
