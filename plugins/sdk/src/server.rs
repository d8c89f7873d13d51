//! The gRPC server of a plugin: every service that a go-plugin host expects, on one socket.

mod connections;
mod controller;
mod module;
mod reflection;
mod routes;
mod streams;

use std::time::Duration;

use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tonic::transport::{Error, Server};

use crate::Plugin;
use crate::socket::Socket;
use crate::tls::Tls;
use connections::connections;
use routes::Routes;

/// How long calls that are under way may take to end, once the plugin has been told to stop. Hosts wait longer.
const DRAIN: Duration = Duration::from_millis(500);

/// How much of a message may be under way before its receiver takes it: one of this size needs no extra round trip.
const WINDOW: u32 = 1024 * 1024;

/// Serves until `stop` is cancelled, which the `Shutdown` call does too; then lets the calls under way end.
pub(crate) async fn serve(
    plugin: Plugin,
    socket: Socket,
    tls: Option<Tls>,
    stop: CancellationToken,
) -> Result<(), Error> {
    // The file of the socket goes when this function returns.
    let Socket {
        listener,
        path: _path,
    } = socket;
    let server = Server::builder()
        .initial_stream_window_size(WINDOW)
        .initial_connection_window_size(WINDOW)
        .serve_with_incoming_shutdown(
            Routes::new(plugin, &stop).await,
            connections(listener, tls),
            stop.clone().cancelled_owned(),
        );
    let drained = async {
        stop.cancelled().await;
        sleep(DRAIN).await;
    };
    tokio::select! {
        served = server => served,
        () = drained => Ok(()),
    }
}
