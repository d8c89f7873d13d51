//! The plugin host: which plugins exist, which may run, and their processes, one set for each session.
//! A library without HTTP and without JavaScript; the web server and the terminal are two callers of it.
//!
//! # Reading order
//! [`config`] says what was asked for. `catalog` finds candidates, probes each once and reports on them.
//! `plugin` is one process: its command, its handshake, its gRPC client, its end. `session` owns the processes
//! of one browser tab or terminal. [`Host`] is the handle over all of it. `check` looks at one file for its author.
//!
//! # What never happens here
//! - No path, argument or environment variable comes from a caller of [`Host`] after it was made.
//! - No process is shared by two sessions, and none outlives its session, the host, or the program.
//! - Only `plugin::command` builds a command, and only the spawner's thread starts one.
//! - Nothing waits on a pipe of a plugin in order to end.

mod catalog;
mod check;
pub mod config;
mod host;
mod plugin;
mod session;
mod text;

pub use catalog::{Candidate, CatalogModule, Outcome, Reason, Report, Standing, survey};
pub use check::{Checkup, Rule, Times, check};
pub use host::{Host, HostStartError, OpenError, OpenedSession};
pub use plugin::{CallError, Exit, StartError};
pub use session::{Hold, InvokeError, PluginState, Principal, SessionId};
pub use text::{chain, printable};
