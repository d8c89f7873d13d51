//! [`Identity`]: a key and its certificate, made for one process and never stored.

use std::time::{Duration, SystemTime};

use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, KeyPair, KeyUsagePurpose,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use thiserror::Error;

use crate::name::NAME;

/// The other side's clock may be read a moment before this one's.
const CLOCK_SLACK: Duration = Duration::from_secs(30);

/// As long as go-plugin's own certificates. The key is never stored, so its process bounds it, not this date.
const VALIDITY: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

/// What one side shows to the other: a key that nobody else has ever had, and its self-signed certificate.
#[derive(Debug)]
pub struct Identity {
    pem: String,
    pub(crate) certificate: CertificateDer<'static>,
    pub(crate) key: PrivateKeyDer<'static>,
}

impl Identity {
    /// Makes a new one. go-plugin's keys are P-521; these are P-256, made in a tenth of the time, and both sides
    /// verify either.
    ///
    /// # Errors
    /// The cryptographic library fails.
    pub fn generate() -> Result<Self, IdentityError> {
        Ok(Self::try_generate()?)
    }

    /// The certificate as a plugin reads it from its environment.
    #[must_use]
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// The certificate as a host reads it from the handshake line.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.certificate
    }

    fn try_generate() -> Result<Self, rcgen::Error> {
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
}

/// A key or its certificate could not be made.
#[derive(Debug, Error)]
#[error("make a key and its certificate")]
pub struct IdentityError(#[from] rcgen::Error);
