//! Log lines on standard error: warnings, or what `PONTOON_LOG` asks for (such as `info,bridge_host=debug`).

use std::io::{self, IsTerminal as _};

use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Installs the subscriber of the program.
pub(crate) fn init() {
    let wish = std::env::var("PONTOON_LOG").ok();
    let filter = wish
        .and_then(|wish| wish.parse().ok())
        .unwrap_or(Targets::new().with_default(Level::WARN));
    tracing_subscriber::registry()
        .with(
            fmt::layer()
                .with_ansi(io::stderr().is_terminal())
                .with_writer(io::stderr),
        )
        .with(filter)
        .init();
}
