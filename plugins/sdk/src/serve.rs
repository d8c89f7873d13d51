//! [`serve`]: the whole life of a plugin's process, from the host's cookie to the last answer.

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

use plugins_handshake::{HandshakeLine, Network};
use thiserror::Error;
use tokio::runtime;
use tokio_util::sync::CancellationToken;

use crate::environment::Environment;
use crate::error::chain;
use crate::server;
use crate::socket::{Socket, SocketError};
use crate::stop::Signals;
use crate::threads::MAX_THREADS;
use crate::tls::{Tls, TlsError};
use crate::{DefinitionError, Module, Plugin, report};

/// Serves the module to the host that started this process, until the host no longer wants it: the `main` of a
/// plugin. What it returns is for `main` to return.
///
/// Started by a person it says on standard error that this is a plugin, and fails. A definition that breaks a rule
/// is reported there too; [`Module::build`] in a test finds it earlier.
///
/// Print nothing on standard output before this: the host takes the first line for the plugin's address.
#[must_use = "return it from main"]
pub fn serve(module: Module) -> ExitCode {
    let Some(environment) = Environment::read() else {
        report::not_started_by_a_host();
        return ExitCode::FAILURE;
    };
    match run(module, &environment) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report::error(&chain(&error));
            ExitCode::FAILURE
        }
    }
}

/// Why a plugin could not serve.
#[derive(Debug, Error)]
enum ServeError {
    #[error(transparent)]
    Definition(#[from] DefinitionError),
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error("start the runtime")]
    Runtime(#[source] io::Error),
    #[error("catch signals")]
    Signals(#[source] io::Error),
    #[error(transparent)]
    Socket(#[from] SocketError),
    #[error("tell the host the plugin's address")]
    Announce(#[source] io::Error),
    #[error("serve gRPC")]
    Transport(#[from] tonic::transport::Error),
}

fn run(module: Module, environment: &Environment) -> Result<(), ServeError> {
    let plugin = module.build()?;
    let tls = environment
        .host_certificate
        .as_deref()
        .map(Tls::with)
        .transpose()?;
    for item in &environment.version.invalid {
        report::warn(&format!("server sent invalid plugin version {item:?}"));
    }
    report::report_panics();
    // One thread suffices for the wire, and keeps the process small; handlers run on others.
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(MAX_THREADS)
        .build()
        .map_err(ServeError::Runtime)?;
    let served = runtime.block_on(serve_until_stopped(plugin, environment, tls));
    // Handlers that still block are not waited for: they end with the process.
    runtime.shutdown_background();
    served
}

async fn serve_until_stopped(
    plugin: Plugin,
    environment: &Environment,
    tls: Option<Tls>,
) -> Result<(), ServeError> {
    let signals = Signals::catch(environment.host).map_err(ServeError::Signals)?;
    let folder = environment.socket_dir.clone().unwrap_or_else(env::temp_dir);
    let socket = Socket::bind(&folder, environment.socket_group.as_deref())?;
    let line = HandshakeLine {
        app_version: environment.version.version,
        network: Network::Unix(socket.path.to_path_buf()),
        certificate: tls.as_ref().map(|tls| tls.certificate().to_vec()),
        multiplexing: environment.asks_for_multiplexing.then_some(false),
    };
    announce(&line).map_err(ServeError::Announce)?;
    let stop = CancellationToken::new();
    tokio::spawn(signals.cancel(stop.clone()));
    Ok(server::serve(plugin, socket, tls, stop).await?)
}

fn announce(line: &HandshakeLine) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{line}")?;
    stdout.flush()
}
