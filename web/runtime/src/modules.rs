//! What `require` and `import` find: plugins, the user's other documents, and the built-in module `docs`.

mod call_signal;
pub(crate) mod catalog;
mod commonjs;
pub(crate) mod docs;
mod documents;
pub(crate) mod esm;
mod loader;
mod node_builtins;
mod package;
pub(crate) mod plugin_error;
pub(crate) mod plugin_module;
pub(crate) mod registry;
pub(crate) mod require;
pub(crate) mod resolve;
mod transport;

pub use catalog::{Catalog, PluginModule};
pub use documents::{Documents, NoDocuments};
pub(crate) use loader::Loader;
pub use transport::{Call, CallError, CallErrorCode, NoTransport, Transport, decoded_result};
