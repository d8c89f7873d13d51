//! [`PeerCertificate`]: the one certificate that is accepted, as the other side announced it.

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::server::ParsedCertificate;
use thiserror::Error;

/// The certificate that the other side will show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerCertificate(CertificateDer<'static>);

impl PeerCertificate {
    /// As a host announces it, in PEM: the first certificate in the text.
    ///
    /// # Errors
    /// The text holds none.
    pub fn from_pem(text: &str) -> Result<Self, PeerCertificateError> {
        match CertificateDer::from_pem_slice(text.as_bytes()) {
            Ok(certificate) => Self::new(certificate),
            Err(_) => Err(PeerCertificateError::NotPem),
        }
    }

    /// As a plugin announces it, in DER.
    ///
    /// # Errors
    /// The bytes are no certificate.
    pub fn from_der(bytes: Vec<u8>) -> Result<Self, PeerCertificateError> {
        Self::new(bytes.into())
    }

    pub(crate) fn is(&self, shown: &CertificateDer<'_>) -> bool {
        self.0 == *shown
    }

    fn new(certificate: CertificateDer<'static>) -> Result<Self, PeerCertificateError> {
        match ParsedCertificate::try_from(&certificate) {
            Ok(_) => Ok(Self(certificate)),
            Err(_) => Err(PeerCertificateError::Malformed),
        }
    }
}

/// What was announced is no certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PeerCertificateError {
    /// The text holds none.
    #[error("expected a certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE")]
    NotPem,
    /// The bytes are something else.
    #[error("x509: malformed certificate")]
    Malformed,
}
