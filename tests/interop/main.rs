//! Rust and Go together: both hosts with both kinds of plugins, and values on their way through all of them.

mod genuine_host;
mod guide;
mod matrix;
mod values;
