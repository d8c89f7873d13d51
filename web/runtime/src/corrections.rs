//! Built-in functions that the engine gets wrong, each replaced in a file of its own that names the engine's issue. Once
//! the engine is fixed the file goes: a test in `tests/it/corrections.rs` fails then, and says so.

mod class_source;
mod date_parse;
mod json_parse;
mod number_format;
mod regexp_source;
mod sort;

use boa_engine::{Context, JsResult};

pub(crate) use regexp_source::correct_literal as correct_regexp_literal;

/// Puts the corrections in place of the engine's functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    class_source::register(context)?;
    date_parse::register(context)?;
    json_parse::register(context)?;
    number_format::register(context)?;
    regexp_source::register(context)?;
    sort::register(context)
}
