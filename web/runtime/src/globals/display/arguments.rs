//! Reading what `display` is given, and refusing what cannot be displayed.

use boa_engine::{Context, JsError, JsNativeError, JsResult, JsString, JsValue};

use crate::inspect::inspect;

/// Characters of markup that are displayed at once.
const MAX_MARKUP: usize = 1024 * 1024;
/// Characters of a title or label.
const MAX_LABEL: usize = 200;

/// The first argument.
///
/// # Errors
/// A `TypeError` if there is none.
pub(super) fn required<'a>(args: &'a [JsValue], what: &str, takes: &str) -> JsResult<&'a JsValue> {
    args.first()
        .ok_or_else(|| type_error(format!("{what} takes {takes}, and got nothing")))
}

/// A member of the options; `undefined` if there are none.
///
/// # Errors
/// Whatever a getter throws, or a `TypeError` if the options are no object.
pub(super) fn option(options: &JsValue, name: &str, context: &mut Context) -> JsResult<JsValue> {
    match options.as_object() {
        Some(options) => options.get(JsString::from(name), context),
        None if options.is_null_or_undefined() => Ok(JsValue::undefined()),
        None => Err(refused(
            "display",
            "its options as an object such as { title: \"…\" }",
            options,
            context,
        )),
    }
}

/// The title.
///
/// # Errors
/// As [`option`].
pub(super) fn title(options: &JsValue, context: &mut Context) -> JsResult<String> {
    text_option(options, "title", context)
}

/// A text in the options; empty if it is not there.
///
/// # Errors
/// As [`option`].
pub(super) fn text_option(options: &JsValue, name: &str, context: &mut Context) -> JsResult<String> {
    let value = option(options, name, context)?;
    if value.is_undefined() {
        return Ok(String::new());
    }
    label(&value, context)
}

/// A number in the options.
///
/// # Errors
/// As [`option`], or a `TypeError` if it is no finite number.
pub(super) fn number_option(options: &JsValue, name: &str, context: &mut Context) -> JsResult<Option<f64>> {
    let value = option(options, name, context)?;
    match value.as_number().filter(|number| number.is_finite()) {
        None if value.is_undefined() => Ok(None),
        None => Err(refused(
            &format!("the option {name}"),
            "a number",
            &value,
            context,
        )),
        number => Ok(number),
    }
}

/// A short text.
///
/// # Errors
/// Whatever the conversion throws.
pub(super) fn label(value: &JsValue, context: &mut Context) -> JsResult<String> {
    let label = value.to_string(context)?.to_std_string_lossy();
    Ok(match label.char_indices().nth(MAX_LABEL) {
        Some((end, _)) => format!("{}…", &label[..end]),
        None => label,
    })
}

/// Markup of a size that can be displayed.
///
/// # Errors
/// A `TypeError` if it is no string, a `RangeError` if it is too long.
pub(super) fn markup(value: &JsValue, what: &str, takes: &str, context: &mut Context) -> JsResult<String> {
    let Some(markup) = value.as_string() else {
        return Err(refused(what, &format!("{takes} as a string"), value, context));
    };
    if markup.len() > MAX_MARKUP {
        let length = markup.len();
        return Err(range_error(format!(
            "{what} takes at most {MAX_MARKUP} characters, and got {length}"
        )));
    }
    Ok(markup.to_std_string_lossy())
}

/// The error for a value that is not what a method takes.
pub(super) fn refused(what: &str, takes: &str, value: &JsValue, context: &mut Context) -> JsError {
    let shown = inspect(value, context);
    let shown: String = match shown.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown,
    };
    type_error(format!("{what} takes {takes}, and got {shown}"))
}

pub(super) fn type_error(message: String) -> JsError {
    JsNativeError::typ().with_message(message).into()
}

pub(super) fn range_error(message: String) -> JsError {
    JsNativeError::range().with_message(message).into()
}
