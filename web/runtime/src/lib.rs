//! JavaScript with plugins: Boa, `require`, the console, and values that cross to a plugin and back.
//!
//! The library runs as it stands in a Web Worker and in a terminal. What differs is handed in: a [`Transport`]
//! that carries calls and a [`ConsoleSink`] that shows lines. It starts no thread, opens no file, and never panics
//! on what a script does.

mod catalog;
mod console;
mod inspect;
mod plugin_error;
mod plugin_module;
mod rejections;
mod require;
mod runtime;
mod script_error;
mod transport;
mod value;

pub use catalog::Catalog;
pub use console::{ConsoleLevel, ConsoleSink};
pub use runtime::Runtime;
pub use script_error::{Position, ScriptError};
pub use transport::{Call, CallError, CallErrorCode, NoTransport, Transport};
