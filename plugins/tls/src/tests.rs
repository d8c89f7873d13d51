//! Both sides in one process, over a buffer, without a socket. The bridge's tests run the host's side against plugins
//! over real ones; these run the plugin's side against hosts of every kind.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair, SignatureAlgorithm};
use rustls::client::WantsClientCert;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::version::{TLS12, TLS13};
use rustls::{
    ClientConfig, ClientConnection, ConfigBuilder, Error, ServerConfig, ServerConnection,
    SupportedProtocolVersion,
};

use super::*;
use crate::pinned::Pinned;

const VERSIONS: [&SupportedProtocolVersion; 2] = [&TLS12, &TLS13];

#[test]
fn both_sides_of_this_crate_agree_on_http2() {
    let (host, plugin) = (Identity::generate().unwrap(), Identity::generate().unwrap());
    let announced_host = PeerCertificate::from_pem(host.pem()).unwrap();
    let announced_plugin = PeerCertificate::from_der(plugin.der().to_vec()).unwrap();
    let host = Arc::new(for_host(host, announced_plugin).unwrap());
    let plugin = Arc::new(for_plugin(plugin, announced_host).unwrap());
    // A host may connect again: a connection of a broker is one.
    for _ in 0..2 {
        let server = shake_hands(Arc::clone(&host), Arc::clone(&plugin)).unwrap();
        assert_eq!(server.alpn_protocol(), Some(b"h2".as_slice()));
    }
}

#[test]
fn hosts_with_any_usual_key_are_served_in_both_versions() {
    let keys = [
        (&rcgen::PKCS_ECDSA_P521_SHA512, true),
        (&rcgen::PKCS_ECDSA_P256_SHA256, false),
        (&rcgen::PKCS_ED25519, false),
    ];
    for version in VERSIONS {
        for (algorithm, is_authority) in keys {
            let host = Host::new(algorithm, is_authority);
            let plugin = Identity::generate().unwrap();
            let client = host.config(version, plugin.der());
            let server = shake_hands(client, for_plugin(plugin, host.announced()).unwrap()).unwrap();
            assert_eq!(server.protocol_version(), Some(version.version));
        }
    }
}

#[test]
fn whoever_is_not_the_host_is_refused() {
    for version in VERSIONS {
        let host = Host::like_go();
        let thief = Host {
            certificate: host.certificate.clone(),
            ..Host::like_go()
        };
        let refused = |client: &dyn Fn(&[u8]) -> ClientConfig| {
            let plugin = Identity::generate().unwrap();
            let client = client(plugin.der());
            let refused = shake_hands(client, for_plugin(plugin, host.announced()).unwrap());
            refused.unwrap_err().to_string()
        };
        assert_eq!(
            refused(&|plugin| Host::like_go().config(version, plugin)),
            "invalid peer certificate: ApplicationVerificationFailure"
        );
        assert_eq!(
            refused(&|plugin| thief.config(version, plugin)),
            "invalid peer certificate: BadSignature"
        );
        assert_eq!(
            refused(&|plugin| trusting(version, plugin).with_no_client_auth()),
            "peer sent no certificates"
        );
    }
}

#[test]
fn what_is_no_certificate_is_refused_before_anybody_connects() {
    let key = KeyPair::generate().unwrap().serialize_pem();
    for text in ["", "-----BEGIN CERTIFICATE-----", key.as_str()] {
        assert_eq!(
            PeerCertificate::from_pem(text),
            Err(PeerCertificateError::NotPem),
            "{text}"
        );
    }
    let empty = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----";
    assert_eq!(
        PeerCertificate::from_pem(empty),
        Err(PeerCertificateError::Malformed)
    );
    let whole = Identity::generate().unwrap().der().to_vec();
    for length in [0, 1, whole.len() - 1] {
        let part = PeerCertificate::from_der(whole[..length].to_vec());
        assert_eq!(part, Err(PeerCertificateError::Malformed), "{length} bytes");
    }
}

#[test]
fn every_identity_is_another() {
    let [one, other] = [(), ()].map(|()| Identity::generate().unwrap());
    assert_ne!(one.pem(), other.pem());
    assert_ne!(one.key, other.key);
}

/// A host that is not of this crate.
struct Host {
    certificate: CertificateDer<'static>,
    key: PrivateKeyDer<'static>,
}

impl Host {
    /// A P-521 authority, as go-plugin makes them.
    fn like_go() -> Self {
        Self::new(&rcgen::PKCS_ECDSA_P521_SHA512, true)
    }

    fn new(algorithm: &'static SignatureAlgorithm, is_authority: bool) -> Self {
        let key = KeyPair::generate_for(algorithm).unwrap();
        let mut certificate = CertificateParams::new(["localhost".to_owned()]).unwrap();
        if is_authority {
            certificate.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        }
        Self {
            certificate: certificate.self_signed(&key).unwrap().into(),
            key: key.into(),
        }
    }

    fn announced(&self) -> PeerCertificate {
        PeerCertificate::from_der(self.certificate.to_vec()).unwrap()
    }

    fn config(&self, version: &'static SupportedProtocolVersion, plugin: &[u8]) -> ClientConfig {
        // Whether the key is the certificate's is for the plugin to find out.
        let key = aws_lc_rs::sign::any_supported_type(&self.key).unwrap();
        let shown = CertifiedKey::new(vec![self.certificate.clone()], key);
        trusting(version, plugin).with_client_cert_resolver(Arc::new(SingleCertAndKey::from(shown)))
    }
}

/// A client that accepts this plugin.
fn trusting(
    version: &'static SupportedProtocolVersion,
    plugin: &[u8],
) -> ConfigBuilder<ClientConfig, WantsClientCert> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let plugin = PeerCertificate::from_der(plugin.to_vec()).unwrap();
    let pinned = Pinned::new(plugin, provider.signature_verification_algorithms);
    let builder = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .unwrap();
    builder
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(pinned))
}

/// The plugin's end of the handshake; an error is the plugin's, too.
fn shake_hands(
    client: impl Into<Arc<ClientConfig>>,
    server: impl Into<Arc<ServerConfig>>,
) -> Result<ServerConnection, Error> {
    let mut client = ClientConnection::new(client.into(), server_name()).unwrap();
    let mut server = ServerConnection::new(server.into()).unwrap();
    while client.is_handshaking() || server.is_handshaking() {
        let mut wire = Vec::new();
        client.write_tls(&mut wire).unwrap();
        server.read_tls(&mut wire.as_slice()).unwrap();
        server.process_new_packets()?;
        wire.clear();
        server.write_tls(&mut wire).unwrap();
        client.read_tls(&mut wire.as_slice()).unwrap();
        client.process_new_packets()?;
    }
    Ok(server)
}
