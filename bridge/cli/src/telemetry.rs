//! Log lines, on standard error unless a command says otherwise: warnings, or what `PONTOON_LOG` asks for (such as `info,bridge_host=debug`).

use std::io::{self, IsTerminal as _};

use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::{self, MakeWriter};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Log lines go to standard error.
pub(crate) fn to_stderr() {
    init(io::stderr, io::stderr().is_terminal());
}

/// Installs the subscriber of the program; `writer` shows the lines.
pub(crate) fn init(writer: impl for<'a> MakeWriter<'a> + Send + Sync + 'static, is_coloured: bool) {
    let wish = std::env::var("PONTOON_LOG").ok();
    let filter = wish
        .and_then(|wish| wish.parse().ok())
        .unwrap_or(Targets::new().with_default(Level::WARN));
    tracing_subscriber::registry()
        .with(fmt::layer().with_ansi(is_coloured).with_writer(writer))
        .with(filter)
        .init();
}
