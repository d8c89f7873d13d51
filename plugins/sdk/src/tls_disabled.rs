//! [`Tls`] where the feature `tls` is off: there is never one, and a host that asks for it is told so.

use std::convert::Infallible;

use thiserror::Error;
use tokio::net::UnixStream;

/// Cannot be made.
pub(crate) struct Tls(Infallible);

impl Tls {
    pub(crate) fn with(_host: &str) -> Result<Self, TlsError> {
        Err(TlsError)
    }

    pub(crate) fn certificate(&self) -> &[u8] {
        match self.0 {}
    }

    #[expect(clippy::unused_async, reason = "its twin waits for the handshake")]
    pub(crate) async fn accept(&self, _stream: UnixStream) -> Result<UnixStream, Infallible> {
        match self.0 {}
    }
}

#[derive(Debug, Error)]
#[error(
    "the host asks for TLS (PLUGIN_CLIENT_CERT is set), and this plugin is built without it; build it with the feature \
     `tls` of pontoon-sdk, or turn TLS off in the host"
)]
pub(crate) struct TlsError;
