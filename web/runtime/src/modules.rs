//! What `require` and `import` find: plugins, the user's other documents, and the built-in module `docs`.

pub(crate) mod catalog;
mod commonjs;
pub(crate) mod docs;
mod documents;
mod loader;
pub(crate) mod plugin_error;
pub(crate) mod plugin_module;
pub(crate) mod require;
mod transport;

pub use catalog::Catalog;
pub use documents::{Documents, NoDocuments};
pub(crate) use loader::Loader;
pub use transport::{Call, CallError, CallErrorCode, NoTransport, Transport, decoded_result};
