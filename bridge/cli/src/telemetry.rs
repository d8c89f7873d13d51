//! Log lines: warnings, or what `PONTOON_LOG` asks for (such as `info,bridge_host=debug`). Where scripts run in a
//! terminal, what plugins log is among them only if it is asked for: a failed call brings its plugin's last words.

use std::io::{self, IsTerminal as _};

use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::{self, MakeWriter};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// The target of what plugins log.
const PLUGINS: &str = "plugin";

/// For commands that serve others or look at plugins: on standard error, plugins among them.
pub(crate) fn to_stderr() {
    init(warnings(), io::stderr, io::stderr().is_terminal());
}

/// For a script: on standard error, without plugins.
pub(crate) fn of_script() {
    init(of_ourselves(), io::stderr, io::stderr().is_terminal());
}

/// For a prompt: where the writer shows them, without plugins.
pub(crate) fn of_prompt(writer: impl for<'a> MakeWriter<'a> + Send + Sync + 'static, is_coloured: bool) {
    init(of_ourselves(), writer, is_coloured);
}

fn init(usual: Targets, writer: impl for<'a> MakeWriter<'a> + Send + Sync + 'static, is_coloured: bool) {
    let wish = std::env::var("PONTOON_LOG").ok();
    let filter = wish.and_then(|wish| wish.parse().ok()).unwrap_or(usual);
    tracing_subscriber::registry()
        .with(fmt::layer().with_ansi(is_coloured).with_writer(writer))
        .with(filter)
        .init();
}

fn warnings() -> Targets {
    Targets::new().with_default(Level::WARN)
}

fn of_ourselves() -> Targets {
    warnings().with_target(PLUGINS, LevelFilter::OFF)
}
