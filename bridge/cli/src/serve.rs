//! `pontoon serve`: binds the port, prints the link and what was found, and shuts down on Ctrl-C.

mod start_block;

use std::io::{self, BufRead as _, IsTerminal as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use anyhow::{Context as _, Result, anyhow};
use bridge_host::Host;
use bridge_host::config::HostConfig;
use bridge_server::Gate;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

use crate::args::{PluginArgs, ServeArgs};
use crate::doctor::port::{self, Owner};
use crate::output::say;
use crate::telemetry;

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
    say(&format!("Open     {link}  (works once, 10 min)"))?;
    let plugins = host.discover().await;
    say(&start_block::plugins(&plugins, args.verbose))?;
    let takes_enter = io::stdin().is_terminal();
    say(start_block::keys(takes_enter))?;
    if takes_enter {
        offer_new_links(gate.clone(), address);
    }
    if args.open {
        open::that_detached(&link).context("open the default browser; open the link above by hand")?;
    }
    bridge_server::serve(listener, host, gate, shutdown)
        .await
        .context("serve")
}

async fn bind(port: u16) -> Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address)
        .await
        .map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => {
                let by = port::owner(port).map_or_else(
                    || "by another user's program".to_owned(),
                    |Owner { id, name }| format!("by {name}, process {id}"),
                );
                anyhow!("Port {port} is in use ({by}). Stop it, or use --port 0")
            }
            io::ErrorKind::PermissionDenied => {
                anyhow!("Port {port} needs privileges, as all below 1024 do. Choose another with --port")
            }
            _ => anyhow::Error::new(error).context(format!("listen on port {port}")),
        })
}

/// The code stands in the fragment, which no browser sends anywhere.
fn launch_link(gate: &Gate, address: SocketAddr) -> Result<String> {
    let code = gate.issue_code(Instant::now())?;
    Ok(format!("http://{address}/#code={code}"))
}

/// Prints another link with each Enter. The thread ends with the program.
fn offer_new_links(gate: Gate, address: SocketAddr) {
    thread::spawn(move || -> Result<()> {
        for line in io::stdin().lock().lines() {
            line.context("read the terminal")?;
            say(&format!("Open     {}", launch_link(&gate, address)?))?;
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
