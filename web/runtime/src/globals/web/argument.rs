//! Arguments as the web platform converts them.

use boa_engine::{
    Context, JsArgs as _, JsError, JsNativeError, JsResult, JsString, JsSymbol, JsValue, js_string,
};

/// Members of a list; an iterator that never ends must not eat the memory.
const MAX_MEMBERS: usize = 1_000_000;

/// An argument that must be there.
///
/// # Errors
/// A `TypeError` that says how many arguments `what` takes.
pub(super) fn required<'a>(args: &'a [JsValue], index: usize, what: &str) -> JsResult<&'a JsValue> {
    args.get(index).ok_or_else(|| {
        let takes = match index {
            0 => "at least 1 argument".to_owned(),
            _ => format!("at least {} arguments", index + 1),
        };
        type_error(format!("{what} takes {takes}, and got {}", args.len()))
    })
}

/// A required text without lone surrogates: each becomes the replacement character.
///
/// # Errors
/// Whatever the conversion throws.
pub(super) fn text(args: &[JsValue], index: usize, what: &str, context: &mut Context) -> JsResult<String> {
    let text = required(args, index, what)?.to_string(context)?;
    Ok(text.to_std_string_lossy())
}

/// The same, or nothing if it is not there.
///
/// # Errors
/// Whatever the conversion throws.
pub(super) fn optional_text(
    args: &[JsValue],
    index: usize,
    context: &mut Context,
) -> JsResult<Option<String>> {
    match args.get_or_undefined(index) {
        value if value.is_undefined() => Ok(None),
        value => Ok(Some(value.to_string(context)?.to_std_string_lossy())),
    }
}

/// A member of an options object; `undefined` if there are no options.
///
/// # Errors
/// Whatever a getter throws, or a `TypeError` if the options are no object.
pub(super) fn option(options: &JsValue, name: &str, what: &str, context: &mut Context) -> JsResult<JsValue> {
    if options.is_null_or_undefined() {
        return Ok(JsValue::undefined());
    }
    match options.as_object() {
        Some(options) => options.get(JsString::from(name), context),
        None => Err(type_error(format!("the options of {what} are no object"))),
    }
}

pub(super) fn type_error(message: impl Into<std::borrow::Cow<'static, str>>) -> JsError {
    JsNativeError::typ().with_message(message).into()
}

pub(super) fn range_error(message: impl Into<std::borrow::Cow<'static, str>>) -> JsError {
    JsNativeError::range().with_message(message).into()
}

/// The members of anything that can be iterated; nothing for a value that cannot.
///
/// # Errors
/// Whatever the iteration throws.
pub(super) fn sequence(value: &JsValue, context: &mut Context) -> JsResult<Option<Vec<JsValue>>> {
    let Some(object) = value.as_object() else {
        return Ok(None);
    };
    let method = object.get(JsSymbol::iterator(), context)?;
    if method.is_null_or_undefined() {
        return Ok(None);
    }
    let wrong = || type_error("the value has a Symbol.iterator that gives no iterator");
    let iterator = method
        .as_callable()
        .ok_or_else(wrong)?
        .call(value, &[], context)?
        .as_object()
        .ok_or_else(wrong)?;
    let next = iterator
        .get(js_string!("next"), context)?
        .as_callable()
        .ok_or_else(wrong)?;
    let mut members = Vec::new();
    loop {
        let step = next.call(&iterator.clone().into(), &[], context)?;
        let step = step.as_object().ok_or_else(wrong)?;
        if step.get(js_string!("done"), context)?.to_boolean() {
            return Ok(Some(members));
        }
        if members.len() == MAX_MEMBERS {
            return Err(range_error(format!(
                "the list has more than {MAX_MEMBERS} members"
            )));
        }
        members.push(step.get(js_string!("value"), context)?);
    }
}
