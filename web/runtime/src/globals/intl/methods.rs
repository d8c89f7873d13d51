//! `toLocaleString` of numbers, BigInts, dates and arrays, `toLocaleDateString`, `toLocaleTimeString`, and
//! `localeCompare`. Without Intl the engine writes numbers and dates as for machines, and compares code units.

use std::cell::RefCell;
use std::rc::Rc;

use boa_engine::builtins::date::Date;
use boa_engine::object::builtins::JsDate;
use boa_engine::{
    Context, JsArgs as _, JsBigInt, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};
use web_locale::{Data, Service};

use super::convert;
use super::formatters::Formatters;
use super::services::{DATE_OPTIONS, NUMBER_OPTIONS, options_of};
use crate::bounds::replace_method;

/// The arrays that `toLocaleString` is writing, each in the one before.
#[derive(Default)]
struct Open(RefCell<Vec<JsObject>>);

type Native = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<JsValue>;

/// Replaces the methods.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Open::default()));
    let constructors = context.intrinsics().constructors();
    let date = constructors.date().prototype();
    let typed_array = constructors.typed_array().prototype();
    let methods = [
        (
            constructors.number().prototype(),
            "toLocaleString",
            number as Native,
        ),
        (constructors.bigint().prototype(), "toLocaleString", bigint),
        (date.clone(), "toLocaleString", date_and_time),
        (date.clone(), "toLocaleDateString", date_alone),
        (date, "toLocaleTimeString", time_alone),
        (constructors.array().prototype(), "toLocaleString", array),
        (typed_array, "toLocaleString", array),
        (constructors.string().prototype(), "localeCompare", compare),
    ];
    for (prototype, name, native) in methods {
        replace_method(&prototype, name, context, |_| NativeFunction::from_fn_ptr(native))?;
    }
    Ok(())
}

fn number(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let boxed = || {
        this.as_object()
            .and_then(|object| object.downcast_ref::<f64>().map(|number| *number))
    };
    let number = this.as_number().or_else(boxed).ok_or_else(|| wrong("a number"))?;
    format_number(Data::Number(number), args, context)
}

fn bigint(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let boxed = || {
        let object = this.as_object()?;
        object.downcast_ref::<JsBigInt>().map(|number| number.clone())
    };
    let number = this.as_bigint().or_else(boxed).ok_or_else(|| wrong("a BigInt"))?;
    format_number(Data::BigInt(number.to_string()), args, context)
}

fn format_number(number: Data, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let locales = convert::locales(args.first(), context)?;
    let options = convert::options(args.get(1), NUMBER_OPTIONS, context)?;
    format(
        Service::NumberFormat,
        locales,
        options,
        "format",
        &[number],
        context,
    )
}

fn date_and_time(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    format_date(
        this,
        args,
        Shown {
            date: true,
            time: true,
        },
        context,
    )
}

fn date_alone(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    format_date(
        this,
        args,
        Shown {
            date: true,
            time: false,
        },
        context,
    )
}

fn time_alone(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    format_date(
        this,
        args,
        Shown {
            date: false,
            time: true,
        },
        context,
    )
}

/// What a method shows.
#[derive(Clone, Copy)]
struct Shown {
    date: bool,
    time: bool,
}

const DATE_PARTS: [&str; 4] = ["weekday", "year", "month", "day"];
const TIME_PARTS: [&str; 5] = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits"];

fn format_date(this: &JsValue, args: &[JsValue], shown: Shown, context: &mut Context) -> JsResult<JsValue> {
    let date = this
        .as_object()
        .filter(JsObject::is::<Date>)
        .ok_or_else(|| wrong("a Date"))?;
    let time = JsDate::from_object(date)?.get_time(context)?.to_number(context)?;
    let locales = convert::locales(args.first(), context)?;
    let options = convert::options(args.get(1), DATE_OPTIONS, context)?;
    let options = shown.complete(options)?;
    if time.is_nan() {
        return Ok(js_string!("Invalid Date").into());
    }
    format(
        Service::DateTimeFormat,
        locales,
        options,
        "format",
        &[Data::Number(time)],
        context,
    )
}

impl Shown {
    /// Adds the parts that the method shows if the options name none of them.
    fn complete(self, options: Data) -> JsResult<Data> {
        let has = |parts: &[&str]| parts.iter().any(|part| !options.get(part).is_undefined());
        let (has_date_style, has_time_style) = (has(&["dateStyle"]), has(&["timeStyle"]));
        if (has_time_style && !self.time) || (has_date_style && !self.date) {
            let (name, method) = match self.date {
                true => ("timeStyle", "toLocaleDateString"),
                false => ("dateStyle", "toLocaleTimeString"),
            };
            return Err(JsNativeError::typ()
                .with_message(format!("Invalid option : {name} in {method}"))
                .into());
        }
        let is_complete = has_date_style
            || has_time_style
            || (self.date && has(&DATE_PARTS))
            || (self.time && has(&TIME_PARTS));
        let mut properties = match options {
            Data::Object(properties) => properties,
            _ => Vec::new(),
        };
        let mut add = |parts: &[&str]| {
            for part in parts {
                properties.push(((*part).to_owned(), Data::text("numeric")));
            }
        };
        if !is_complete && self.date {
            add(&["year", "month", "day"]);
        }
        if !is_complete && self.time {
            add(&["hour", "minute", "second"]);
        }
        Ok(Data::Object(properties))
    }
}

fn compare(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if this.is_null_or_undefined() {
        return Err(wrong("a text").into());
    }
    let own = Data::Text(this.to_string(context)?.to_std_string_lossy());
    let other = convert::text(args.first(), context)?;
    let locales = convert::locales(args.get(1), context)?;
    let options = convert::options(args.get(2), options_of(Service::Collator), context)?;
    format(
        Service::Collator,
        locales,
        options,
        "compare",
        &[own, other],
        context,
    )
}

/// Writes the elements, each by its own method. An array inside itself is left out.
fn array(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let array = this.to_object(context)?;
    let open = context.get_data::<Rc<Open>>().cloned().unwrap_or_default();
    if open.0.borrow().contains(&array) {
        return Ok(js_string!().into());
    }
    open.0.borrow_mut().push(array.clone());
    let text = elements(&array, args, context);
    open.0.borrow_mut().pop();
    text.map(JsValue::from)
}

fn elements(array: &JsObject, args: &[JsValue], context: &mut Context) -> JsResult<JsString> {
    let arguments = [args.get_or_undefined(0).clone(), args.get_or_undefined(1).clone()];
    let length = array.get(js_string!("length"), context)?.to_length(context)?;
    let mut texts = Vec::new();
    for index in 0..length {
        let element = array.get(index, context)?;
        let text = match element.is_null_or_undefined() {
            true => js_string!(),
            false => {
                let method = element
                    .to_object(context)?
                    .get(js_string!("toLocaleString"), context)?;
                let method = method.as_callable().ok_or_else(|| wrong("a function"))?;
                method.call(&element, &arguments, context)?.to_string(context)?
            }
        };
        if index > 0 {
            texts.push(js_string!(","));
        }
        texts.push(text);
    }
    let texts: Vec<_> = texts.iter().map(JsString::as_str).collect();
    Ok(JsString::concat_array(&texts))
}

fn format(
    service: Service,
    locales: Data,
    options: Data,
    method: &str,
    args: &[Data],
    context: &mut Context,
) -> JsResult<JsValue> {
    let formatter = Formatters::of(context)?.get(service, locales, options)?;
    let value = formatter.call(method, args).map_err(convert::error)?;
    convert::to_js(value, context)
}

fn wrong(what: &str) -> JsNativeError {
    JsNativeError::typ().with_message(format!("this is not {what}"))
}
