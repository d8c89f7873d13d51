//! The global `args`: what the command line gives a script.

use boa_engine::object::builtins::JsArray;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsResult, JsString, js_string};

/// Defines `args`, where there is a command line.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(args: Option<&[String]>, context: &mut Context) -> JsResult<()> {
    let Some(args) = args else { return Ok(()) };
    let texts = args.iter().map(|arg| JsString::from(arg.as_str()).into());
    let array = JsArray::from_iter(texts.collect::<Vec<_>>(), context);
    context.register_global_property(js_string!("args"), array, Attribute::all())
}
