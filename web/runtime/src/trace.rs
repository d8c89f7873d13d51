//! Stack traces: the engine's frames in places of the user's own text, and what `error.stack` says.

pub(crate) mod error_stack;
mod frames;

pub use frames::{Frame, Place, frame_lines};
pub(crate) use frames::{INTERNAL_FILE, QUEUE, Sources, WAITING};
