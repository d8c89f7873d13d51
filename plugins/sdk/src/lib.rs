//! Write Pontoon plugins in Rust.
