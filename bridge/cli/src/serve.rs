//! `pontoon serve`: binds the port, says where to go and what was found, and ends in order on Ctrl-C.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use anyhow::{Context as _, Result};
use bridge_host::Host;
use bridge_host::config::HostConfig;
use bridge_server::Gate;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

use crate::args::{PluginArgs, ServeArgs};
use crate::output::say;
use crate::{report, telemetry};

/// Serves until Ctrl-C or SIGTERM.
pub(crate) fn run(args: &ServeArgs, plugins: PluginArgs) -> Result<ExitCode> {
    telemetry::to_stderr();
    let config = plugins.resolve()?;
    let runtime = Runtime::new().context("start the runtime")?;
    runtime.block_on(serve(args, config))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(args: &ServeArgs, config: HostConfig) -> Result<()> {
    let listener = bind(args.port).await?;
    let address = listener.local_addr().context("read the port")?;
    let shutdown = shutdown_signal()?;
    let host = Host::new(&config)?;
    let gate = Gate::default();

    let link = launch_link(&gate, address)?;
    say(&format!(
        "Pontoon is ready. Open this link, which works once and within ten minutes:\n\n    {link}\n\n\
         Ctrl-C stops it, with every plugin it started.\n"
    ))?;
    offer_fresh_links(gate.clone(), address);
    say(&report::text(&*host.discover().await))?;
    if args.open {
        open::that_detached(&link).context("open the default browser; open the link above by hand")?;
    }
    bridge_server::serve(listener, host, gate, shutdown)
        .await
        .context("serve")
}

async fn bind(port: u16) -> Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).await.map_err(|error| {
        let hint = match error.kind() {
            io::ErrorKind::AddrInUse => {
                "listen on {}: another program uses the port, maybe another pontoon; stop it, or choose a port with --port"
            }
            io::ErrorKind::PermissionDenied => "listen on {}: ports below 1024 need privileges; choose one with --port",
            _ => "listen on {}",
        };
        anyhow::Error::new(error).context(hint.replace("{}", &address.to_string()))
    })
}

/// The code stands in the fragment, which no browser sends anywhere.
fn launch_link(gate: &Gate, address: SocketAddr) -> Result<String> {
    let code = gate.issue_code(Instant::now())?;
    Ok(format!("http://{address}/#code={code}"))
}

/// Someone at a terminal gets another link with each Enter. The thread ends with the program.
fn offer_fresh_links(gate: Gate, address: SocketAddr) {
    if !io::stdin().is_terminal() {
        return;
    }
    thread::spawn(move || -> Result<()> {
        say("Press Enter for a fresh link.\n")?;
        for line in io::stdin().lock().lines() {
            line.context("read the terminal")?;
            say(&format!("    {}\n", launch_link(&gate, address)?))?;
        }
        Ok(())
    });
}

/// Ready when the user or the system asks the program to end.
fn shutdown_signal() -> Result<impl Future<Output = ()>> {
    let mut interrupt = signal(SignalKind::interrupt()).context("listen for Ctrl-C")?;
    let mut terminate = signal(SignalKind::terminate()).context("listen for SIGTERM")?;
    let mut hangup = signal(SignalKind::hangup()).context("listen for SIGHUP")?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    })
}
