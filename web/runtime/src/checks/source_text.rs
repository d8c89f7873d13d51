//! `Function.prototype.toString` without what was put into the source.

use boa_engine::{Context, JsResult, JsString, NativeFunction};

use super::places::{prefix, statement};
use crate::cell::without_marks;
use crate::guards::replace_method;

/// Puts the user's own text in place of what the engine reads.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let function = context.intrinsics().constructors().function().prototype();
    replace_method(&function, "toString", context, |method| {
        NativeFunction::from_copy_closure_with_captures(
            |this, args, method, context| {
                let source = method.call(this, args, context)?;
                match source.as_string().map(|source| source.to_std_string()) {
                    Some(Ok(source)) => Ok(JsString::from(written(&source)).into()),
                    _ => Ok(source),
                }
            },
            method,
        )
    })
}

/// A source as the user wrote it.
fn written(source: &str) -> String {
    let statement = statement();
    let source = source
        .replace(&format!(";{statement}"), "")
        .replace(&statement, "");
    let (begin, end) = prefix();
    let mut pieces = source.split(&begin);
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        written.push_str(piece.split_once(end).map_or(piece, |(_, rest)| rest));
    }
    without_marks(&written)
}
