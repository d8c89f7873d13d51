//! The name of both sides, which rustls and certificates insist on.

use rustls::pki_types::ServerName;

/// The only name in the certificates of both sides.
pub(crate) const NAME: &str = "localhost";

/// The name that a host asks for. Nothing depends on it.
#[must_use]
pub fn server_name() -> ServerName<'static> {
    ServerName::try_from(NAME).expect("localhost is a DNS name")
}
