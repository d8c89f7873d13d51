//! Mutual TLS between a host and one plugin process, by the rules of go-plugin's AutoMTLS: each side makes an
//! [`Identity`] that nobody has had before, tells the other its certificate beforehand (the host in the environment,
//! the plugin in its handshake line), and then speaks with the holder of that one certificate alone. No authority, no
//! name and no date counts.
//!
//! Pure: this crate makes keys and configurations. Whoever has a connection runs them on it.

mod configuration;
mod failure;
mod identity;
mod name;
mod peer;
mod pinned;
#[cfg(test)]
mod tests;

pub use configuration::{for_host, for_plugin};
pub use failure::HandshakeFailure;
pub use identity::{Identity, IdentityError};
pub use name::server_name;
pub use peer::{PeerCertificate, PeerCertificateError};
