//! What scripts find beside the language itself, one module for each object or family.

pub(crate) mod arguments;
pub(crate) mod console;
pub(crate) mod display;
pub(crate) mod help;
pub(crate) mod intl;
pub(crate) mod process;
pub(crate) mod uncaught;
pub(crate) mod web;

pub use console::ConsoleSink;
