//! [`BrowserIntl`]: the browser's own `Intl`, for scripts.

use js_sys::{Array, BigInt, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_locale::{Data, ErrorKind, Formatter, Intl, IntlError, Service};

/// `Intl` of the worker's own scope.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BrowserIntl;

impl Intl for BrowserIntl {
    fn create(
        &self,
        service: Service,
        locales: &Data,
        options: &Data,
    ) -> Result<Box<dyn Formatter>, IntlError> {
        let constructor: Function = get(&intl()?, service.name())?.unchecked_into();
        let arguments = Array::of2(&to_js(locales), &to_js(options));
        let formatter = Reflect::construct(&constructor, &arguments).map_err(|thrown| error(&thrown))?;
        Ok(Box::new(BrowserFormatter { service, formatter }))
    }

    fn call(&self, service: Option<Service>, function: &str, args: &[Data]) -> Result<Data, IntlError> {
        let holder = match service {
            Some(service) => get(&intl()?, service.name())?,
            None => intl()?,
        };
        call(&holder, function, args).map(|value| from_js(&value))
    }
}

struct BrowserFormatter {
    service: Service,
    formatter: JsValue,
}

impl Formatter for BrowserFormatter {
    fn call(&self, method: &str, args: &[Data]) -> Result<Data, IntlError> {
        let value = call(&self.formatter, method, args)?;
        match (self.service, method) {
            (Service::Segmenter, "segment") => segments(&value),
            _ => Ok(from_js(&value)),
        }
    }
}

/// Where segments end and which are like words; who asks has the text.
fn segments(segments: &JsValue) -> Result<Data, IntlError> {
    let segments = js_sys::try_iter(segments).map_err(|thrown| error(&thrown))?;
    let mut ends = Vec::new();
    for segment in segments.into_iter().flatten() {
        let segment = segment.map_err(|thrown| error(&thrown))?;
        let start = get(&segment, "index")?.as_f64().unwrap_or_default();
        let text: JsString = get(&segment, "segment")?.unchecked_into();
        let is_word = get(&segment, "isWordLike")?.is_truthy();
        let end = Data::Number(start + f64::from(text.length()));
        ends.push(Data::List(vec![end, Data::Bool(is_word)]));
    }
    Ok(Data::List(ends))
}

fn intl() -> Result<JsValue, IntlError> {
    get(&js_sys::global(), "Intl")
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, IntlError> {
    Reflect::get(object, &name.into()).map_err(|thrown| error(&thrown))
}

fn call(holder: &JsValue, name: &str, args: &[Data]) -> Result<JsValue, IntlError> {
    let function: Function = get(holder, name)?.unchecked_into();
    let args: Array = args.iter().map(to_js).collect();
    function.apply(holder, &args).map_err(|thrown| error(&thrown))
}

fn error(thrown: &JsValue) -> IntlError {
    let text = |name| get(thrown, name).ok().and_then(|value| value.as_string());
    IntlError {
        kind: match text("name").as_deref() {
            Some("RangeError") => ErrorKind::Range,
            _ => ErrorKind::Type,
        },
        message: text("message").unwrap_or_default(),
    }
}

fn to_js(data: &Data) -> JsValue {
    match data {
        Data::Undefined => JsValue::UNDEFINED,
        Data::Bool(truth) => (*truth).into(),
        Data::Number(number) => (*number).into(),
        Data::BigInt(digits) => {
            BigInt::new(&digits.as_str().into()).map_or(JsValue::UNDEFINED, JsValue::from)
        }
        Data::Text(text) => text.into(),
        Data::List(items) => items.iter().map(to_js).collect::<Array>().into(),
        Data::Object(properties) => {
            let object = Object::new();
            for (name, value) in properties {
                // A new object takes every property.
                let _ = Reflect::set(&object, &name.into(), &to_js(value));
            }
            object.into()
        }
    }
}

fn from_js(value: &JsValue) -> Data {
    if let Some(truth) = value.as_bool() {
        return Data::Bool(truth);
    }
    if let Some(number) = value.as_f64() {
        return Data::Number(number);
    }
    if let Some(text) = value.as_string() {
        return Data::Text(text);
    }
    if let Some(items) = value.dyn_ref::<Array>() {
        return Data::List(items.iter().map(|item| from_js(&item)).collect());
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return Data::Undefined;
    };
    let entries = Object::entries(object);
    let properties = entries.iter().filter_map(|entry| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, from_js(&entry.get(1))))
    });
    Data::Object(properties.collect())
}
