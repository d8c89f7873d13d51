//! The parts of the page. They take values and callbacks; none knows the worker, the bridge or the storage.

mod candidates;
mod chart;
mod console_entry;
mod display;
mod editor;
mod elapsed;
mod exception;
mod header;
mod icons;
mod message;
mod objects;
mod output;
mod output_chunk;
mod plugin_module;
mod plugins;
mod problem_panel;
mod prompt;
mod table;
mod value;

pub(crate) use editor::Editor;
pub(crate) use header::Header;
pub(crate) use objects::ObjectsContext;
pub(crate) use output::Output;
pub(crate) use plugins::Plugins;
pub(crate) use problem_panel::{EnginePanel, RefusalPanel, UnreachablePanel};
pub(crate) use prompt::{Entered, Prompt};
