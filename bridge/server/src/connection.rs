//! Accepts connections with bounds on their number and on silence, and drains them when the bridge ends.
//! The caller owns the listener and the signal to stop.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use bridge_host::Host;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use crate::gate::Gate;
use crate::router::router;

/// Connections served at once; further ones wait in the system's queue.
const MAX_CONNECTIONS: usize = 256;

/// How long a connection may stay silent before or within a request's head.
const HEADER_TIMEOUT: Duration = Duration::from_secs(30);

/// How long answers under way may take once the bridge ends.
const DRAIN_LIMIT: Duration = Duration::from_secs(3);

/// How long to wait after a failed accept: without file descriptors it fails again at once.
const ACCEPT_BACKOFF: Duration = Duration::from_millis(100);

/// Serves the listener until `shutdown` is ready; then ends all sessions, lets answers under way finish, and
/// returns within a few seconds.
///
/// # Errors
/// When the listener has no local address.
pub async fn serve(
    listener: TcpListener,
    host: Host,
    gate: Gate,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let router = router(listener.local_addr()?.port(), host.clone(), gate);
    let connections = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let draining = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADER_TIMEOUT);

    let accepting = async {
        loop {
            let (stream, permit) = accept(&listener, &connections).await;
            let service = TowerToHyperService::new(router.clone());
            let connection = draining.watch(http.serve_connection(TokioIo::new(stream), service));
            tokio::spawn(async move {
                if let Err(error) = connection.await {
                    tracing::debug!(%error, "connection ended");
                }
                drop(permit);
            });
        }
    };
    tokio::select! {
        () = accepting => {}
        () = shutdown => {}
    }
    drop(listener);
    let drained = timeout(DRAIN_LIMIT, draining.shutdown());
    let ((), drained) = tokio::join!(host.shutdown(), drained);
    if drained.is_err() {
        tracing::warn!("some requests did not finish in time and were cut off");
    }
    Ok(())
}

async fn accept(
    listener: &TcpListener,
    connections: &Arc<Semaphore>,
) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed, so there is always a permit in the end.
    let permit = Arc::clone(connections).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Calls are small and answered one at a time: waiting to fill a segment would only delay them.
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "connection without TCP_NODELAY");
                }
                return (stream, permit);
            }
            Err(error) => {
                tracing::error!(%error, "accept a connection");
                sleep(ACCEPT_BACKOFF).await;
            }
        }
    }
}
