//! What ends a cell, as data for whoever shows it.

mod syntax;
mod thrown;

pub(crate) use syntax::{from_syntax, syntax_line};
pub(crate) use thrown::from_thrown;
