//! One byte stream to a plugin: its Unix socket or loopback port, with or without TLS.

use std::io;

use hyper_util::rt::TokioIo;
use plugins_handshake::Network;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, UnixStream};

use super::tls::Tls;

/// Any of the four kinds, in the form that hyper reads.
pub(super) type Connection = TokioIo<Box<dyn Stream>>;

/// What a connection must be able to do.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

/// Connects, and runs the TLS handshake where TLS was agreed on.
pub(super) async fn open(address: Network, tls: Option<Tls>) -> io::Result<Connection> {
    match address {
        Network::Unix(path) => secure(UnixStream::connect(path).await?, tls).await,
        Network::Tcp(address) => {
            let stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            secure(stream, tls).await
        }
    }
}

async fn secure(stream: impl Stream + 'static, tls: Option<Tls>) -> io::Result<Connection> {
    let stream: Box<dyn Stream> = match tls {
        None => Box::new(stream),
        Some(tls) => Box::new(tls.handshake(stream).await.map_err(io::Error::other)?),
    };
    Ok(TokioIo::new(stream))
}
