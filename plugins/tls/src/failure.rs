//! [`HandshakeFailure`]: why no connection came about, with the causes that concern people told apart.

use std::io;

use rustls::{CertificateError, Error as TlsError};
use thiserror::Error;

/// The peer is not the one that was announced, or does not keep to TLS.
#[derive(Debug, Error)]
pub enum HandshakeFailure {
    /// It is somebody else, or another process of the same program.
    #[error("the peer shows another certificate than the one that was announced")]
    ForeignCertificate,
    /// It speaks in plain, or something else entirely.
    #[error("the peer speaks no TLS")]
    NotTls,
    /// Anything else.
    #[error("agree on TLS")]
    Other(#[source] io::Error),
}

impl From<io::Error> for HandshakeFailure {
    fn from(error: io::Error) -> Self {
        match error.get_ref().and_then(|cause| cause.downcast_ref()) {
            // This is how the pinned certificate refuses.
            Some(TlsError::InvalidCertificate(CertificateError::ApplicationVerificationFailure)) => {
                Self::ForeignCertificate
            }
            Some(TlsError::InvalidMessage(_)) => Self::NotTls,
            _ => Self::Other(error),
        }
    }
}
