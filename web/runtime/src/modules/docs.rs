//! What scripts can look up with the built-in module `docs` and the global `help`: the manifests of the session's plugins,
//! what this runtime says of its own functions, and its limits.

pub(crate) mod builtin;
pub(crate) mod entry;
mod index;
mod manifest;
mod module;
mod search;
mod to_js;

pub(crate) use index::{Docs, MODULE, register};
pub(crate) use module::create;
