//! [`connections`]: who may speak to the services. A client becomes a connection once it has said something, over TLS
//! once it has proved that it is the host; until then it keeps nobody waiting.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::{Stream, stream};
use rustix::net::{RecvFlags, recv};
use tokio::io::{AsyncRead, AsyncWrite, Interest, ReadBuf};
use tokio::net::{UnixListener, UnixStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tonic::transport::server::Connected;

use crate::error::chain;
use crate::report;
use crate::tls::Tls;

/// How long a client may take to say what it wants. A host does so at once.
const GREETING: Duration = Duration::from_secs(10);

/// How long to wait when no client can be taken, mostly because there are too many: trying at once would only fail.
const PAUSE: Duration = Duration::from_millis(50);

/// The clients of the socket, in the order in which they are ready.
pub(super) fn connections(
    listener: UnixListener,
    tls: Option<Tls>,
) -> impl Stream<Item = io::Result<Connection>> {
    let clients = Clients {
        listener,
        tls: tls.map(Arc::new),
        greeting: JoinSet::new(),
    };
    stream::unfold(clients, async |mut clients| {
        let connection = clients.next().await;
        Some((Ok(connection), clients))
    })
}

/// One client that is ready.
pub(super) struct Connection(Box<dyn ByteStream>);

/// A Unix socket, with or without TLS.
trait ByteStream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> ByteStream for S {}

struct Clients {
    listener: UnixListener,
    tls: Option<Arc<Tls>>,
    /// Those that are not ready yet.
    greeting: JoinSet<Option<Connection>>,
}

impl Clients {
    async fn next(&mut self) -> Connection {
        loop {
            tokio::select! {
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        let tls = self.tls.clone();
                        self.greeting.spawn(timely(stream, tls));
                    }
                    Err(_) => sleep(PAUSE).await,
                },
                Some(greeted) = self.greeting.join_next() => {
                    if let Ok(Some(connection)) = greeted {
                        return connection;
                    }
                }
            }
        }
    }
}

/// Those who never say a word, or the wrong one, are dropped.
async fn timely(stream: UnixStream, tls: Option<Arc<Tls>>) -> Option<Connection> {
    timeout(GREETING, greet(stream, tls)).await.ok()?
}

async fn greet(stream: UnixStream, tls: Option<Arc<Tls>>) -> Option<Connection> {
    let Some(tls) = tls else {
        said_something(&stream).await.ok()?;
        return Some(Connection(Box::new(stream)));
    };
    match tls.accept(stream).await {
        Ok(stream) => Some(Connection(Box::new(stream))),
        Err(failure) => {
            report::warn(&format!("refused a connection: {}", chain(&failure)));
            None
        }
    }
}

/// Waits for the first byte, and leaves it where it is. A socket that tokio has just taken over counts as readable
/// before it is.
async fn said_something(stream: &UnixStream) -> io::Result<(usize, usize)> {
    let peek = || Ok(recv(stream, &mut [0], RecvFlags::PEEK)?);
    stream.async_io(Interest::READABLE, peek).await
}

impl Connected for Connection {
    type ConnectInfo = ();

    fn connect_info(&self) {}
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.0.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
