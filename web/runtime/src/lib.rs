//! JavaScript with plugins: Boa, cells in a lasting realm, `require`, the console, and values that cross to a plugin
//! and back.
//!
//! The library runs as it stands in a Web Worker and in a terminal. What differs is handed in as [`Surroundings`]: a
//! [`Transport`] that carries calls, a [`ConsoleSink`] that shows lines, a [`Pace`] that stops it. It starts no thread,
//! opens no file, and never panics on what a script does.

mod arguments;
mod bytes;
mod catalog;
mod cell;
mod checks;
mod commonjs;
mod completion;
mod console;
mod depth;
mod display;
mod docs;
mod documents;
mod error_stack;
mod frames;
mod globals;
mod guards;
mod heap;
mod host_api;
mod host_hooks;
mod inspect;
mod jobs;
mod limits;
mod lines;
mod loader;
mod pace;
mod plugin_error;
mod plugin_module;
mod realm;
mod require;
mod rewritten;
mod script_error;
mod spans;
mod tokens;
mod transport;
mod uncaught;
mod value;

pub use catalog::Catalog;
pub use cell::{in_brackets, is_complete, is_object};
pub use completion::{Called, Candidate, Completions, Written};
pub use console::ConsoleSink;
pub use documents::{Documents, NoDocuments};
pub use frames::{Frame, Place, frame_lines};
pub use heap::Heap;
pub use limits::{LIMITS, Limit, THREAD_STACK};
pub use pace::{Headlong, Pace};
pub use realm::{Outcome, PastCell, Profile, Realm, Surroundings, UnknownProfile};
pub use script_error::{Position, ScriptError};
pub use spans::{Span, spans};
pub use transport::{Call, CallError, CallErrorCode, NoTransport, Transport, decoded_result};
