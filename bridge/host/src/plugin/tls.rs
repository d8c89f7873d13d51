//! Mutual TLS with one plugin process, by the rules of go-plugin's AutoMTLS. Each process is offered an identity
//! made for it alone, and must hold the key of the one certificate that its handshake line announced.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use plugins_tls::{HandshakeFailure, Identity, IdentityError, PeerCertificate, PeerCertificateError};
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::config::PluginTls;

/// The host's side of TLS with one process; cheap to clone.
#[derive(Clone)]
pub(super) struct Tls(TlsConnector);

/// TLS with a plugin could not be prepared.
#[derive(Debug, Error)]
pub(super) enum TlsError {
    #[error("plugin answered with a certificate although TLS was not asked for")]
    UnexpectedCertificate,
    #[error(
        "plugin answered without a certificate although TLS was asked for; build it on a go-plugin library that \
         supports AutoMTLS, or turn TLS off (`--plugin-tls off`)"
    )]
    MissingCertificate,
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error("error parsing server cert")]
    Certificate(#[source] PeerCertificateError),
    #[error("set up TLS")]
    Configuration(#[source] tokio_rustls::rustls::Error),
}

/// A fresh identity for a process that is about to start, if it shall speak TLS.
pub(super) fn offer(tls: PluginTls) -> Result<Option<Identity>, TlsError> {
    match tls {
        PluginTls::Off => Ok(None),
        PluginTls::Auto => Ok(Some(Identity::generate()?)),
    }
}

/// Brings together what the host offered and the certificate that the plugin answered with: both, or neither.
pub(super) fn agree(offered: Option<Identity>, answered: Option<Vec<u8>>) -> Result<Option<Tls>, TlsError> {
    match (offered, answered) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(TlsError::UnexpectedCertificate),
        (Some(_), None) => Err(TlsError::MissingCertificate),
        (Some(identity), Some(certificate)) => {
            let plugin = PeerCertificate::from_der(certificate).map_err(TlsError::Certificate)?;
            let config = plugins_tls::for_host(identity, plugin).map_err(TlsError::Configuration)?;
            Ok(Some(Tls(Arc::new(config).into())))
        }
    }
}

impl Tls {
    /// Runs the handshake on a fresh connection.
    pub(super) async fn handshake<S>(&self, stream: S) -> Result<TlsStream<S>, HandshakeFailure>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        Ok(self.0.connect(plugins_tls::server_name(), stream).await?)
    }
}
