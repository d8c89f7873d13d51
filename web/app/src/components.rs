//! The parts of the page. They take values and callbacks; none knows the worker, the bridge or the storage.

mod candidates;
mod editor;
mod elapsed;
mod exception;
mod header;
mod icons;
mod output;
mod output_chunk;
mod plugin_module;
mod plugins;
mod problem_panel;

pub(crate) use editor::Editor;
pub(crate) use header::Header;
pub(crate) use output::Output;
pub(crate) use plugins::Plugins;
pub(crate) use problem_panel::{EnginePanel, RefusalPanel, UnreachablePanel};
