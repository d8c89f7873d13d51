//! What rustls needs to know on either side. The provider is named, never the process-wide default: only this one
//! verifies the P-521 signatures that Go programs make.

use std::sync::Arc;

use rustls::client::Resumption;
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::server::NoServerSessionStorage;
use rustls::{ClientConfig, Error, ServerConfig};

use crate::pinned::Pinned;
use crate::{Identity, PeerCertificate};

/// HTTP/2. Without it, a program in Go ends the connection.
const ALPN: &[u8] = b"h2";

/// The side of the host, who connects, in TLS 1.2 and 1.3.
///
/// # Errors
/// The identity's key and certificate do not belong together, which [`Identity::generate`] rules out.
pub fn for_host(own: Identity, plugin: PeerCertificate) -> Result<ClientConfig, Error> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let pinned = pinned(plugin, &provider);
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(pinned)
        .with_client_auth_cert(vec![own.certificate], own.key)?;
    config.alpn_protocols = vec![ALPN.to_owned()];
    // A process is connected to once: tickets would only occupy memory.
    config.resumption = Resumption::disabled();
    Ok(config)
}

/// The side of the plugin, who accepts, in TLS 1.2 and 1.3. Every connection must prove anew that it is the host's.
///
/// # Errors
/// As for [`for_host`].
pub fn for_plugin(own: Identity, host: PeerCertificate) -> Result<ServerConfig, Error> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let pinned = pinned(host, &provider);
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_client_cert_verifier(pinned)
        .with_single_cert(vec![own.certificate], own.key)?;
    config.alpn_protocols = vec![ALPN.to_owned()];
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(config)
}

fn pinned(peer: PeerCertificate, provider: &CryptoProvider) -> Arc<Pinned> {
    Arc::new(Pinned::new(peer, provider.signature_verification_algorithms))
}
