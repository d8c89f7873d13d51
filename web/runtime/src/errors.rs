//! What ends a cell, as data for whoever shows it.

mod script_error;

pub use script_error::ScriptError;
