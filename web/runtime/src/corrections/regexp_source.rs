//! `RegExp.prototype.source` of a pattern with an escaped slash: `/a\/b/.source` is `a\\/b` in Boa 0.22, another
//! expression. <https://github.com/boa-dev/boa/issues/5535>
//!
//! Not corrected: a backslash before a line terminator, which only `new RegExp` can be given. The engine's text is then
//! the same as that of a backslash before an `n`.

use boa_engine::{Context, JsResult, JsString, JsValue, NativeFunction};

use crate::bounds::replace_getter;

const BACKSLASH: u16 = b'\\' as u16;
const SLASH: u16 = b'/' as u16;
const OPENING: u16 = b'[' as u16;
const CLOSING: u16 = b']' as u16;

/// Replaces the getter.
///
/// # Errors
/// When the engine cannot define the property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let prototype = context.intrinsics().constructors().regexp().prototype();
    replace_getter(&prototype, "source", context, |getter| {
        NativeFunction::from_copy_closure_with_captures(
            |this, args, getter, context| {
                let source = getter.call(this, args, context)?;
                Ok(match source.as_string() {
                    Some(source) => JsValue::from(correct(&source)),
                    None => source,
                })
            },
            getter,
        )
    })
}

/// Corrects a whole literal with its flags, as the engine writes it for people.
pub(crate) fn correct_literal(literal: &str) -> String {
    let parts = literal.strip_prefix('/').and_then(|rest| rest.rsplit_once('/'));
    match parts {
        Some((source, flags)) => {
            let source = correct(&JsString::from(source)).to_std_string_escaped();
            format!("/{source}/{flags}")
        }
        None => literal.to_owned(),
    }
}

/// Returns the source that the standard asks for. The engine has put a backslash before every slash of the pattern; one is
/// needed only where a slash would end a literal, which it does not after another backslash or inside `[…]`.
fn correct(escaped: &JsString) -> JsString {
    let mut pattern: Vec<u16> = Vec::with_capacity(escaped.len());
    for unit in escaped.iter() {
        if unit == SLASH {
            pattern.pop();
        }
        pattern.push(unit);
    }
    let mut source = Vec::with_capacity(escaped.len());
    let (mut is_escaped, mut is_in_class) = (false, false);
    for unit in pattern {
        if unit == SLASH && !is_escaped && !is_in_class {
            source.push(BACKSLASH);
        }
        source.push(unit);
        match unit {
            _ if is_escaped => is_escaped = false,
            BACKSLASH => is_escaped = true,
            OPENING => is_in_class = true,
            CLOSING => is_in_class = false,
            _ => {}
        }
    }
    JsString::from(source.as_slice())
}
