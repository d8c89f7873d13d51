//! JavaScript values to [`Data`] and back, as the constructors and methods of `Intl` convert them.

use boa_engine::object::builtins::JsArray;
use boa_engine::value::PreferredType;
use boa_engine::{
    Context, JsBigInt, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, js_string,
};
use web_locale::{Data, ErrorKind, IntlError};

/// The locale where a script names none, in the page too: examples show the same to everybody.
const DEFAULT_LOCALE: &str = "en-US";

/// Options for which every object is true.
const BOOLEANS: [&str; 4] = ["hour12", "ignorePunctuation", "numeric", "useGrouping"];

/// Converts the list of locales. Without any it is [`DEFAULT_LOCALE`].
///
/// # Errors
/// A `TypeError` if it is none; whatever a getter throws.
pub(super) fn locales(value: Option<&JsValue>, context: &mut Context) -> JsResult<Data> {
    match requested(value, context)? {
        Data::List(locales) if locales.is_empty() => Ok(Data::List(vec![Data::text(DEFAULT_LOCALE)])),
        locales => Ok(locales),
    }
}

/// Converts the list of locales as it is.
///
/// # Errors
/// A `TypeError` if it is none; whatever a getter throws.
pub(super) fn requested(value: Option<&JsValue>, context: &mut Context) -> JsResult<Data> {
    let value = match value {
        Some(value) if !value.is_undefined() => value,
        _ => return Ok(Data::List(Vec::new())),
    };
    if let Some(text) = value.as_string() {
        return Ok(Data::List(vec![Data::Text(text.to_std_string_lossy())]));
    }
    let list = value.to_object(context)?;
    let length = list.get(js_string!("length"), context)?.to_length(context)?;
    let mut locales = Vec::new();
    for index in 0..length {
        if !list.has_property(index, context)? {
            continue;
        }
        let locale = list.get(index, context)?;
        if !locale.is_string() && !locale.is_object() {
            return Err(JsNativeError::typ()
                .with_message("Incorrect locale information provided")
                .into());
        }
        locales.push(Data::Text(locale.to_string(context)?.to_std_string_lossy()));
    }
    Ok(Data::List(locales))
}

/// Reads the options with these names.
///
/// # Errors
/// A `TypeError` if the value is null; whatever a getter throws.
pub(super) fn options(value: Option<&JsValue>, names: &[&str], context: &mut Context) -> JsResult<Data> {
    let value = match value {
        Some(value) if !value.is_undefined() => value,
        _ => return Ok(Data::Undefined),
    };
    let object = value.to_object(context)?;
    let mut options = Vec::new();
    for name in names {
        let value = object.get(JsString::from(*name), context)?;
        if !value.is_undefined() {
            options.push(((*name).to_owned(), option(name, &value, context)?));
        }
    }
    Ok(Data::Object(options))
}

fn option(name: &str, value: &JsValue, context: &mut Context) -> JsResult<Data> {
    if let Some(truth) = value.as_boolean() {
        return Ok(Data::Bool(truth));
    }
    if let Some(number) = value.as_number() {
        return Ok(Data::Number(number));
    }
    if value.is_object() && BOOLEANS.contains(&name) {
        return Ok(Data::Bool(true));
    }
    Ok(Data::Text(value.to_string(context)?.to_std_string_lossy()))
}

/// Converts a number, a BigInt, or a text with a number, which keeps all of its digits.
///
/// # Errors
/// Whatever the conversion throws.
pub(super) fn number(value: Option<&JsValue>, context: &mut Context) -> JsResult<Data> {
    let value = value.cloned().unwrap_or_default();
    let value = value.to_primitive(context, PreferredType::Number)?;
    if let Some(number) = value.as_bigint() {
        return Ok(Data::BigInt(number.to_string()));
    }
    if let Some(text) = value.as_string() {
        return Ok(Data::Text(text.to_std_string_lossy()));
    }
    value.to_number(context).map(Data::Number)
}

/// Converts a time; without one it is now.
///
/// # Errors
/// Whatever the conversion throws.
pub(super) fn time(value: Option<&JsValue>, context: &mut Context) -> JsResult<Data> {
    match value {
        Some(value) if !value.is_undefined() => value.to_number(context).map(Data::Number),
        _ => Ok(Data::Number(context.clock().system_time_millis() as f64)),
    }
}

/// Converts a text.
///
/// # Errors
/// Whatever the conversion throws.
pub(super) fn text(value: Option<&JsValue>, context: &mut Context) -> JsResult<Data> {
    let text = value.cloned().unwrap_or_default().to_string(context)?;
    Ok(Data::Text(text.to_std_string_lossy()))
}

/// Makes a JavaScript value.
///
/// # Errors
/// When the engine cannot make it.
pub(super) fn to_js(data: Data, context: &mut Context) -> JsResult<JsValue> {
    Ok(match data {
        Data::Undefined => JsValue::undefined(),
        Data::Bool(truth) => truth.into(),
        Data::Number(number) => number.into(),
        Data::BigInt(digits) => JsBigInt::from_string(&digits).map_or_else(JsValue::undefined, JsValue::from),
        Data::Text(text) => JsString::from(text).into(),
        Data::List(items) => {
            let items = items.into_iter().map(|item| to_js(item, context));
            let items: Vec<JsValue> = items.collect::<JsResult<_>>()?;
            JsArray::from_iter(items, context).into()
        }
        Data::Object(properties) => {
            let object = JsObject::with_object_proto(context.intrinsics());
            for (name, value) in properties {
                let value = to_js(value, context)?;
                object.create_data_property_or_throw(JsString::from(name), value, context)?;
            }
            object.into()
        }
    })
}

/// The error to throw.
pub(super) fn error(error: IntlError) -> JsError {
    match error.kind {
        ErrorKind::Range => JsNativeError::range(),
        ErrorKind::Type => JsNativeError::typ(),
    }
    .with_message(error.message)
    .into()
}
