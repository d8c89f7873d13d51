//! Mutual TLS with one plugin process, by the rules of go-plugin's AutoMTLS. Each process is offered an identity
//! made for it alone, and must hold the key of the one certificate that its handshake line announced; nothing
//! else is trusted, no authority and no name.

mod pinned;
#[cfg(test)]
mod tests;

use std::io;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, KeyPair, KeyUsagePurpose,
};
use rustls::client::Resumption;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{CertificateError, ClientConfig};
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use pinned::PinnedCertificate;

use super::error::StartFailure;
use crate::config::PluginTls;

/// The only name in the certificates of both sides.
const NAME: &str = "localhost";

/// HTTP/2. Without it, a Go server ends the connection in silence.
const ALPN: &[u8] = b"h2";

/// The plugin's clock may be read a moment before the host's.
const CLOCK_SLACK: Duration = Duration::from_secs(30);

/// As long as go-plugin's own certificates. The key is never stored, so its process bounds it, not this date.
const VALIDITY: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

/// What the host shows to one process: a key that nobody else has ever had, and its certificate.
#[derive(Debug)]
pub(super) struct Identity {
    pem: String,
    certificate: CertificateDer<'static>,
    key: PrivateKeyDer<'static>,
}

/// The host's side of TLS with one process; cheap to clone.
#[derive(Clone)]
pub(super) struct Tls(TlsConnector);

/// TLS with a plugin could not be prepared or agreed on.
#[derive(Debug, Error)]
pub(super) enum TlsError {
    #[error("make the host's certificate")]
    Identity(#[source] rcgen::Error),
    #[error("set up TLS")]
    Configuration(#[source] rustls::Error),
    #[error("plugin's socket shows another certificate than the plugin's handshake line")]
    ForeignCertificate,
    #[error("plugin's socket speaks no TLS, although the plugin's handshake line has a certificate")]
    NotTls,
    #[error("agree on TLS with the plugin")]
    Handshake(#[source] io::Error),
}

impl Identity {
    /// A fresh identity for a process that is about to start, if it shall speak TLS.
    pub(super) fn offer(tls: PluginTls) -> Result<Option<Self>, TlsError> {
        match tls {
            PluginTls::Off => Ok(None),
            PluginTls::Auto => Self::generate().map(Some).map_err(TlsError::Identity),
        }
    }

    /// The certificate as the plugin reads it from its environment.
    pub(super) fn pem(&self) -> &str {
        &self.pem
    }

    /// go-plugin takes P-521; P-256 is made in a tenth of the time, and a plugin verifies either.
    fn generate() -> Result<Self, rcgen::Error> {
        let key = KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256)?;
        let mut certificate = CertificateParams::new([NAME.to_owned()])?;
        certificate.distinguished_name = DistinguishedName::new();
        certificate.distinguished_name.push(DnType::CommonName, NAME);
        certificate.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        certificate.extended_key_usages = vec![
            ExtendedKeyUsagePurpose::ClientAuth,
            ExtendedKeyUsagePurpose::ServerAuth,
        ];
        let now = SystemTime::now();
        certificate.not_before = (now - CLOCK_SLACK).into();
        certificate.not_after = (now + VALIDITY).into();
        let certificate = certificate.self_signed(&key)?;
        Ok(Self {
            pem: certificate.pem(),
            certificate: certificate.into(),
            key: key.into(),
        })
    }

    /// TLS with a process that shows exactly `plugin`, a certificate in DER.
    fn trust(self, plugin: Vec<u8>) -> Result<Tls, rustls::Error> {
        // Never the process-wide default: only this provider verifies the P-521 signatures of Go plugins.
        let provider = Arc::new(aws_lc_rs::default_provider());
        let algorithms = provider.signature_verification_algorithms;
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(PinnedCertificate::new(plugin.into(), algorithms)))
            .with_client_auth_cert(vec![self.certificate], self.key)?;
        config.alpn_protocols = vec![ALPN.to_owned()];
        // A process is connected to once: tickets would only occupy memory.
        config.resumption = Resumption::disabled();
        Ok(Tls(TlsConnector::from(Arc::new(config))))
    }
}

/// Brings together what the host offered and the certificate that the plugin answered with: both, or neither.
pub(super) fn agree(
    offered: Option<Identity>,
    answered: Option<Vec<u8>>,
) -> Result<Option<Tls>, StartFailure> {
    match (offered, answered) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(StartFailure::UnexpectedCertificate),
        (Some(_), None) => Err(StartFailure::MissingCertificate),
        (Some(identity), Some(certificate)) => {
            let tls = identity.trust(certificate).map_err(TlsError::Configuration)?;
            Ok(Some(tls))
        }
    }
}

impl Tls {
    /// Runs the handshake on a fresh connection.
    pub(super) async fn handshake<S>(&self, stream: S) -> Result<TlsStream<S>, TlsError>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let name = ServerName::try_from(NAME).expect("localhost is a DNS name");
        let connected = self.0.connect(name, stream).await;
        connected.map_err(TlsError::from_handshake)
    }
}

impl TlsError {
    fn from_handshake(error: io::Error) -> Self {
        match error.get_ref().and_then(|cause| cause.downcast_ref()) {
            // This is how `PinnedCertificate` refuses.
            Some(rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure)) => {
                Self::ForeignCertificate
            }
            Some(rustls::Error::InvalidMessage(_)) => Self::NotTls,
            _ => Self::Handshake(error),
        }
    }
}
