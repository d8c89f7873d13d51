//! [`Tls`]: the plugin's side of mutual TLS, with the one host that asked for it.

use std::sync::Arc;

use plugins_tls::{HandshakeFailure, Identity, IdentityError, PeerCertificate, PeerCertificateError};
use thiserror::Error;
use tokio::net::UnixStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// An identity of this process, and trust in the holder of one certificate.
pub(crate) struct Tls {
    certificate: Vec<u8>,
    acceptor: TlsAcceptor,
}

impl Tls {
    /// With the host that has this certificate, in PEM.
    pub(crate) fn with(host: &str) -> Result<Self, TlsError> {
        let host = PeerCertificate::from_pem(host)?;
        let own = Identity::generate()?;
        let certificate = own.der().to_vec();
        let config = plugins_tls::for_plugin(own, host).map_err(TlsError::Configuration)?;
        Ok(Self {
            certificate,
            acceptor: Arc::new(config).into(),
        })
    }

    /// The certificate that the plugin shows, in DER.
    pub(crate) fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// Runs the handshake on a fresh connection. Whoever is not the host fails here.
    pub(crate) async fn accept(&self, stream: UnixStream) -> Result<TlsStream<UnixStream>, HandshakeFailure> {
        Ok(self.acceptor.accept(stream).await?)
    }
}

/// The host asks for TLS, and the plugin cannot have it.
#[derive(Debug, Error)]
pub(crate) enum TlsError {
    #[error("read the host's certificate from PLUGIN_CLIENT_CERT")]
    HostCertificate(#[from] PeerCertificateError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error("set up TLS")]
    Configuration(#[source] tokio_rustls::rustls::Error),
}
