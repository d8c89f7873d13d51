//! Stack traces: the engine's frames in places of the user's own text, and what `error.stack` says.

mod code_frame;
pub(crate) mod error_stack;
mod explain;
mod frames;
mod known_values;
mod sources;
mod suggestion;

pub(crate) use code_frame::code_frame;
pub(crate) use frames::{INTERNAL_FILE, QUEUE, WAITING};
pub(crate) use sources::{SourceKind, Sources};
