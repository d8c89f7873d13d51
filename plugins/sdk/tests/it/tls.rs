//! AutoMTLS: the plugin answers the one host that started it, and nobody else. The host here checks certificates as
//! Go's does: by the rules of X.509, with the plugin's certificate as the only root.

use std::collections::BTreeSet;
use std::sync::Arc;

use hyper_util::rt::TokioIo;
use plugins_handshake::HandshakeLine;
use proto::contract::js_module_service_client::JsModuleServiceClient;
use proto::value::Value;
use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair, PKCS_ECDSA_P521_SHA512};
use rustls::client::WantsClientCert;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::version::{TLS12, TLS13};
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, SupportedProtocolVersion};
use tokio::net::UnixStream;
use tokio_rustls::TlsConnector;
use tonic::transport::{Channel, Endpoint};
use tower::service_fn;

use crate::process::{Probe, address, endpoint, refusal};

#[tokio::test]
async fn the_host_is_served_in_both_versions() {
    for version in [&TLS12, &TLS13] {
        let host = Host::new();
        let mut probe = host.start_in(version).await;
        let field = probe.line.trim_end().rsplit('|').next().unwrap();
        assert!(field.len() > 50 && !field.contains('='), "{field}");
        let large = Value::from("x".repeat(3 * 1024 * 1024));
        let echoed = probe.call("echo", [large.clone()]).await;
        assert_eq!(echoed.unwrap(), Value::from(vec![large]));

        probe.ask_to_stop().await.unwrap();
        let (status, stderr) = probe.ended().await;
        assert_eq!((status.code(), stderr.as_str()), (Some(0), ""));
        assert_eq!(probe.sockets(), []);
    }
}

#[tokio::test]
async fn a_second_connection_of_the_host_is_served_as_well() {
    let host = Host::new();
    let probe = host.start().await;
    let second = host.connect(&probe.line, &TLS13);
    assert_eq!(module_at(second).await.unwrap(), "plugin:probe");
    assert_eq!(probe.manifest().await.unwrap().module_name, "plugin:probe");
}

#[tokio::test]
async fn whoever_is_not_the_host_is_refused() {
    let host = Host::new();
    let mut probe = host.start().await;
    let thief = Host {
        certificate: host.certificate.clone(),
        ..Host::new()
    };
    let nobody = |version| secured(&probe.line, trusting(&probe.line, version).with_no_client_auth());
    for version in [&TLS12, &TLS13] {
        module_at(Host::new().connect(&probe.line, version))
            .await
            .unwrap_err();
        module_at(thief.connect(&probe.line, version)).await.unwrap_err();
        module_at(nobody(version)).await.unwrap_err();
    }
    let plain = endpoint(&probe.line).connect_lazy();
    module_at(plain).await.unwrap_err();

    assert_eq!(probe.manifest().await.unwrap().module_name, "plugin:probe");
    probe.ask_to_stop().await.unwrap();
    let (_, stderr) = probe.ended().await;
    let refused: BTreeSet<&str> = stderr.lines().collect();
    let refused: Vec<&str> = refused.into_iter().collect();
    insta::assert_snapshot!(refused.join("\n"), @"
    [WARN] refused a connection: agree on TLS: invalid peer certificate: BadSignature
    [WARN] refused a connection: agree on TLS: peer sent no certificates
    [WARN] refused a connection: the peer shows another certificate than the one that was announced
    [WARN] refused a connection: the peer speaks no TLS
    ");
    assert_eq!(stderr.lines().count(), 7, "{stderr}");
}

#[tokio::test]
async fn what_is_no_certificate_is_refused_before_the_handshake() {
    let said = refusal("PLUGIN_CLIENT_CERT", "-----BEGIN CERTIFICATE-----").await;
    insta::assert_snapshot!(said, @"[ERROR] read the host's certificate from PLUGIN_CLIENT_CERT: expected a certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE");
}

#[tokio::test]
async fn certificates_of_two_processes_differ() {
    let host = Host::new();
    let [one, other] = [host.start().await, host.start().await];
    assert_ne!(certificate(&one.line), certificate(&other.line));
}

/// A host with a P-521 authority for a certificate, as go-plugin makes them.
pub(crate) struct Host {
    pem: String,
    certificate: CertificateDer<'static>,
    key: PrivateKeyDer<'static>,
}

impl Host {
    pub(crate) fn new() -> Self {
        let key = KeyPair::generate_for(&PKCS_ECDSA_P521_SHA512).unwrap();
        let mut certificate = CertificateParams::new(["localhost".to_owned()]).unwrap();
        certificate.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let certificate = certificate.self_signed(&key).unwrap();
        Self {
            pem: certificate.pem(),
            certificate: certificate.into(),
            key: key.into(),
        }
    }

    pub(crate) async fn start(&self) -> Probe {
        self.start_in(&TLS13).await
    }

    async fn start_in(&self, version: &'static SupportedProtocolVersion) -> Probe {
        let variables = [("PLUGIN_CLIENT_CERT", self.pem.as_str())];
        Probe::start_and_connect(&variables, async |line| self.connect(line, version)).await
    }

    fn connect(&self, line: &str, version: &'static SupportedProtocolVersion) -> Channel {
        // Whether the key is the certificate's is for the plugin to find out.
        let key = aws_lc_rs::sign::any_supported_type(&self.key).unwrap();
        let shown = CertifiedKey::new(vec![self.certificate.clone()], key);
        let config = trusting(line, version);
        secured(
            line,
            config.with_client_cert_resolver(Arc::new(SingleCertAndKey::from(shown))),
        )
    }
}

/// Trust in the certificate that the line announces.
fn trusting(
    line: &str,
    version: &'static SupportedProtocolVersion,
) -> ConfigBuilder<ClientConfig, WantsClientCert> {
    let mut plugin = RootCertStore::empty();
    plugin.add(certificate(line).into()).unwrap();
    ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(&[version])
        .unwrap()
        .with_root_certificates(plugin)
}

fn certificate(line: &str) -> Vec<u8> {
    HandshakeLine::parse(line, &[1]).unwrap().certificate.unwrap()
}

/// A channel that connects at its first call.
fn secured(line: &str, mut config: ClientConfig) -> Channel {
    config.alpn_protocols = vec![b"h2".to_vec()];
    let connector = TlsConnector::from(Arc::new(config));
    let address = address(line).to_owned();
    let connect = service_fn(move |_| {
        let (connector, address) = (connector.clone(), address.clone());
        async move {
            let name = ServerName::try_from("localhost").unwrap();
            let stream = connector
                .connect(name, UnixStream::connect(address).await?)
                .await?;
            Ok::<_, std::io::Error>(TokioIo::new(stream))
        }
    });
    Endpoint::from_static("http://localhost").connect_with_connector_lazy(connect)
}

async fn module_at(channel: Channel) -> Result<String, tonic::Status> {
    let manifest = JsModuleServiceClient::new(channel).get_manifest(()).await?;
    Ok(manifest.into_inner().module_name)
}
