//! `Date.parse` and `new Date` of dates as people write them. Boa 0.22 reads the standard's format and what its own dates
//! write, and nothing else: `June 1, 2024` and `2024-06-01 10:00:00` are NaN, and so is a fraction of a second with other
//! than three digits. The standard leaves these to the engine; browsers and Node.js agree on most. No issue found.
//!
//! The engine's methods are asked first, and compute all times.

mod iso;
mod legacy;
mod tokens;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{Attribute, PropertyDescriptor, PropertyKey};
use boa_engine::value::PreferredType;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::bounds::replace_method;

/// The largest time of a date.
const MAX_TIME: f64 = 8.64e15;

/// Replaces the method and the constructor.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let date = context.intrinsics().constructors().date();
    let (constructor, prototype) = (date.constructor(), date.prototype());
    let parse = constructor
        .get(js_string!("parse"), context)?
        .to_object(context)?;
    replace_method(&constructor, "parse", context, |engine| {
        NativeFunction::from_copy_closure_with_captures(
            |_, args, engine, context| {
                let text = args.get_or_undefined(0).to_string(context)?;
                parse_text(&text, engine, context).map(JsValue::from)
            },
            engine,
        )
    })?;
    replace_constructor(&constructor, &prototype, parse, context)
}

/// Puts a constructor in the engine's place that looks the same. It leaves all to the engine but a text.
fn replace_constructor(
    engine: &JsObject,
    prototype: &JsObject,
    parse: JsObject,
    context: &mut Context,
) -> JsResult<()> {
    let native = NativeFunction::from_copy_closure_with_captures(
        |new_target, args, (engine, parse): &(JsObject, JsObject), context| {
            let Some(new_target) = new_target.as_object() else {
                return engine.call(&JsValue::undefined(), args, context);
            };
            let time = match args {
                [value] => time_of(value, parse, context)?,
                _ => None,
            };
            let args = time.as_ref().map_or(args, std::slice::from_ref);
            engine
                .construct(args, Some(&new_target), context)
                .map(JsValue::from)
        },
        (engine.clone(), parse),
    );
    let length = engine.get(js_string!("length"), context)?.to_length(context)?;
    let constructor: JsObject = FunctionObjectBuilder::new(context.realm(), native)
        .name(js_string!("Date"))
        .length(usize::try_from(length).unwrap_or_default())
        .constructor(true)
        .build()
        .into();
    for key in engine.own_property_keys(context)? {
        let property = engine.borrow().properties().get(&key);
        if let Some(property) = property {
            constructor.define_property_or_throw(key, property, context)?;
        }
    }
    let own = PropertyDescriptor::builder()
        .value(constructor.clone())
        .writable(true)
        .enumerable(false)
        .configurable(true);
    let key = PropertyKey::from(js_string!("constructor"));
    prototype.define_property_or_throw(key, own, context)?;
    let attribute = Attribute::WRITABLE | Attribute::CONFIGURABLE;
    context.register_global_property(js_string!("Date"), constructor, attribute)
}

/// Returns what the constructor is to be given in place of a value; nothing for a date, which the engine copies.
fn time_of(value: &JsValue, parse: &JsObject, context: &mut Context) -> JsResult<Option<JsValue>> {
    let is_date = |object: JsObject| object.is::<boa_engine::builtins::date::Date>();
    if value.as_object().is_some_and(is_date) {
        return Ok(None);
    }
    let primitive = value.to_primitive(context, PreferredType::Default)?;
    match primitive.as_string() {
        Some(text) => parse_text(&text, parse, context).map(|time| Some(time.into())),
        None => Ok(Some(primitive)),
    }
}

fn parse_text(text: &JsString, engine: &JsObject, context: &mut Context) -> JsResult<f64> {
    let mut parse = |text: JsString| {
        engine
            .call(&JsValue::undefined(), &[text.into()], context)?
            .to_number(context)
    };
    let time = parse(text.clone())?;
    if !time.is_nan() {
        return Ok(time);
    }
    let text = text.to_std_string_lossy();
    if let Some(standard) = iso::standard_form(&text) {
        let time = parse(standard.into())?;
        if !time.is_nan() {
            return Ok(time);
        }
    }
    let Some(date) = legacy::read(&text) else {
        return Ok(f64::NAN);
    };
    let time = parse(date.standard_form().into())? - date.offset.map_or(0.0, |minutes| minutes * 60_000.0);
    Ok(if time.abs() <= MAX_TIME { time } else { f64::NAN })
}
