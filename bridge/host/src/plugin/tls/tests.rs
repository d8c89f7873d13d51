//! TLS against plugins of this file's own making: gRPC over real sockets, with the certificates that Go plugins
//! have, and with wrong ones.

use std::io;
use std::net::Ipv4Addr;
use std::path::Path;
use std::time::Duration;

use plugins_handshake::Network;
use proto::contract::js_module_service_server::{JsModuleService, JsModuleServiceServer};
use proto::contract::{InvokeRequest, InvokeResponse, ModuleManifest};
use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair, SignatureAlgorithm};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::{RootCertStore, ServerConfig, SupportedProtocolVersion, version};
use tempfile::TempDir;
use tokio::io::{copy_bidirectional, duplex};
use tokio::net::{TcpListener, UnixListener};
use tokio_rustls::TlsAcceptor;
use tonic::transport::Server;
use tonic::{Request, Response, Status};

use super::*;
use crate::plugin::client::Client;
use crate::text::chain;

const CALL_TIMEOUT: Duration = Duration::from_secs(5);

#[tokio::test]
async fn go_plugins_certificates_and_others_are_spoken_to_in_both_versions() {
    let keys = [
        (&rcgen::PKCS_ECDSA_P521_SHA512, true),
        (&rcgen::PKCS_ECDSA_P256_SHA256, false),
        (&rcgen::PKCS_ED25519, false),
    ];
    for version in [&version::TLS12, &version::TLS13] {
        for (algorithm, is_authority) in keys {
            let identity = Identity::generate().unwrap();
            let own = Certified::new(algorithm, is_authority);
            let socket = Socket::new();
            socket.serve_tls(&own, version, identity.pem());
            let tls = agree(Some(identity), Some(own.certificate.to_vec())).unwrap();
            let client = socket.connect(tls).await.unwrap();
            assert_eq!(client.manifest().await.unwrap().module_name, "plugin:secret");
        }
    }
}

#[tokio::test]
async fn a_plugin_on_a_loopback_port_is_spoken_to_as_well() {
    let identity = Identity::generate().unwrap();
    let own = Certified::like_go();
    let acceptor = own.acceptor(&version::TLS13, identity.pem());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = Network::Tcp(listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        serve(acceptor.accept(stream).await.unwrap()).await;
    });
    let tls = agree(Some(identity), Some(own.certificate.to_vec())).unwrap();
    let client = Client::connect(address, tls, CALL_TIMEOUT).await.unwrap();
    assert_eq!(client.manifest().await.unwrap().module_name, "plugin:secret");
}

#[tokio::test]
async fn the_certificate_of_another_process_is_refused() {
    for version in [&version::TLS12, &version::TLS13] {
        let identity = Identity::generate().unwrap();
        let (announced, shown) = (Certified::like_go(), Certified::like_go());
        let socket = Socket::new();
        socket.serve_tls(&shown, version, identity.pem());
        let tls = agree(Some(identity), Some(announced.certificate.to_vec())).unwrap();
        let error = socket.connect(tls).await.unwrap_err();
        insta::allow_duplicates! {
            insta::assert_snapshot!(
                chain(&error),
                @"transport error: the peer shows another certificate than the one that was announced"
            );
        }
    }
}

#[tokio::test]
async fn a_certificate_without_its_key_is_refused() {
    let identity = Identity::generate().unwrap();
    let announced = Certified::like_go();
    let thief = Certified {
        certificate: announced.certificate.clone(),
        ..Certified::like_go()
    };
    let socket = Socket::new();
    socket.serve_tls(&thief, &version::TLS13, identity.pem());
    let tls = agree(Some(identity), Some(announced.certificate.to_vec())).unwrap();
    let error = socket.connect(tls).await.unwrap_err();
    insta::assert_snapshot!(
        chain(&error),
        @"transport error: agree on TLS: invalid peer certificate: BadSignature"
    );
}

#[tokio::test]
async fn a_host_that_the_plugin_was_not_told_of_is_refused_by_the_plugin() {
    let own = Certified::like_go();
    let socket = Socket::new();
    socket.serve_tls(&own, &version::TLS13, Identity::generate().unwrap().pem());
    let other = Identity::generate().unwrap();
    let tls = agree(Some(other), Some(own.certificate.to_vec())).unwrap();
    // In TLS 1.3 the host has finished before the plugin looks at its certificate.
    if let Ok(client) = socket.connect(tls).await {
        client.manifest().await.unwrap_err();
    }
}

#[tokio::test]
async fn a_socket_without_tls_is_named_as_such() {
    let identity = Identity::generate().unwrap();
    let socket = Socket::new();
    socket.serve_plain();
    let tls = agree(Some(identity), Some(Certified::like_go().certificate.to_vec())).unwrap();
    let error = socket.connect(tls).await.unwrap_err();
    insta::assert_snapshot!(chain(&error), @"transport error: the peer speaks no TLS");
}

#[test]
fn both_sides_have_certificates_or_neither() {
    let certificate = || Some(Certified::like_go().certificate.to_vec());
    assert!(matches!(agree(None, None), Ok(None)));
    let unexpected = agree(None, certificate()).err().unwrap();
    insta::assert_snapshot!(unexpected, @"plugin answered with a certificate although TLS was not asked for");
    let missing = agree(offer(PluginTls::Auto).unwrap(), None).err().unwrap();
    insta::assert_snapshot!(missing, @"plugin answered without a certificate although TLS was asked for; build it on a go-plugin library that supports AutoMTLS, or turn TLS off (`--plugin-tls off`)");
    assert!(agree(offer(PluginTls::Auto).unwrap(), certificate()).is_ok_and(|tls| tls.is_some()));
}

#[test]
fn a_certificate_is_made_only_where_tls_is_asked_for() {
    assert!(offer(PluginTls::Off).unwrap().is_none());
    assert!(offer(PluginTls::Auto).unwrap().is_some());
}

/// A plugin's certificate and key.
struct Certified {
    certificate: CertificateDer<'static>,
    key: PrivateKeyDer<'static>,
}

impl Certified {
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

    /// Whether the key is the certificate's is for the peer to find out.
    fn unchecked(&self) -> CertifiedKey {
        let key = aws_lc_rs::sign::any_supported_type(&self.key).unwrap();
        CertifiedKey::new(vec![self.certificate.clone()], key)
    }

    /// Lets the holder of the host's certificate in, and nobody else.
    fn acceptor(&self, version: &'static SupportedProtocolVersion, host: &str) -> TlsAcceptor {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let mut hosts = RootCertStore::empty();
        hosts
            .add(CertificateDer::from_pem_slice(host.as_bytes()).unwrap())
            .unwrap();
        let only_the_host = WebPkiClientVerifier::builder_with_provider(hosts.into(), Arc::clone(&provider))
            .build()
            .unwrap();
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(&[version])
            .unwrap()
            .with_client_cert_verifier(only_the_host)
            .with_cert_resolver(Arc::new(SingleCertAndKey::from(self.unchecked())));
        config.alpn_protocols = vec![b"h2".to_vec()];
        Arc::new(config).into()
    }
}

/// A socket that a plugin listens on. Nobody listens once the test's runtime is gone.
struct Socket(TempDir);

impl Socket {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    async fn connect(&self, tls: Option<Tls>) -> Result<Client, tonic::transport::Error> {
        Client::connect(Network::Unix(self.0.path().join("plugin")), tls, CALL_TIMEOUT).await
    }

    /// Serves one connection, to the holder of the host's certificate alone.
    fn serve_tls(&self, own: &Certified, version: &'static SupportedProtocolVersion, host: &str) {
        let acceptor = own.acceptor(version, host);
        let listener = listen(self.0.path());
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            if let Ok(stream) = acceptor.accept(stream).await {
                serve(stream).await;
            }
        });
    }

    /// Serves one connection without TLS.
    fn serve_plain(&self) {
        let listener = listen(self.0.path());
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            serve(stream).await;
        });
    }
}

fn listen(folder: &Path) -> UnixListener {
    UnixListener::bind(folder.join("plugin")).unwrap()
}

/// gRPC on one stream. tonic wants to know the peer of a stream, which a duplex pipe answers.
async fn serve(mut stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) {
    let (mut near, far) = duplex(64 * 1024);
    tokio::spawn(async move { copy_bidirectional(&mut stream, &mut near).await });
    Server::builder()
        .serve_with_incoming(
            JsModuleServiceServer::new(Secret),
            tokio_stream::iter([Ok::<_, io::Error>(far)]),
        )
        .await
        .unwrap();
}

/// A plugin that has a name and nothing else.
struct Secret;

#[tonic::async_trait]
impl JsModuleService for Secret {
    async fn get_manifest(&self, _: Request<()>) -> Result<Response<ModuleManifest>, Status> {
        Ok(Response::new(ModuleManifest {
            module_name: "plugin:secret".to_owned(),
            ..ModuleManifest::default()
        }))
    }

    async fn invoke(&self, _: Request<InvokeRequest>) -> Result<Response<InvokeResponse>, Status> {
        Err(Status::unimplemented("nothing to invoke"))
    }
}
