//! `Intl`, and the methods of numbers, dates, texts and arrays that use it. The host does the work (`web_locale`); where
//! it has nothing, nothing is defined and the engine's own methods stay.

mod arguments;
mod convert;
mod formatters;
mod methods;
mod object;
mod segments;
mod services;

use std::rc::Rc;

use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{Attribute, PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsSymbol, JsValue, NativeFunction, js_string};
use web_locale::{Intl, Service};

use crate::values::property::own_value;
use formatters::Formatters;

/// Defines `Intl` and replaces the methods.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(host: Option<Rc<dyn Intl>>, context: &mut Context) -> JsResult<()> {
    let Some(host) = host else {
        return Ok(());
    };
    context.insert_data(Rc::new(Formatters::new(host)));
    let prototype = context.intrinsics().constructors().object().prototype();
    let intl = JsObject::from_proto_and_data(prototype, OrdinaryObject);
    tag(&intl, "Intl", context)?;
    for (name, function) in [
        ("getCanonicalLocales", canonical_locales as NativeFunctionPointer),
        ("supportedValuesOf", supported_values),
    ] {
        let function = function_of(name, 1, NativeFunction::from_fn_ptr(function), context);
        define(&intl, JsString::from(name), function, context)?;
    }
    segments::register(context)?;
    for service in services::SERVICES {
        let constructor = object::constructor(service, context)?;
        if service.service == Service::Segmenter
            && let Some(prototype) = own_value(&constructor, &js_string!("prototype").into())
                .and_then(|prototype| prototype.as_object())
        {
            let segment = NativeFunction::from_fn_ptr(segments::segment);
            let segment = function_of("segment", 1, segment, context);
            define(&prototype, js_string!("segment"), segment, context)?;
        }
        define(
            &intl,
            JsString::from(service.service.name()),
            constructor,
            context,
        )?;
    }
    let attribute = Attribute::WRITABLE | Attribute::CONFIGURABLE;
    context.register_global_property(js_string!("Intl"), intl, attribute)?;
    methods::register(context)
}

fn canonical_locales(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let locales = convert::requested(args.first(), context)?;
    let formatters = Formatters::of(context)?;
    let canonical = formatters.call(None, "getCanonicalLocales", &[locales])?;
    convert::to_js(canonical, context)
}

fn supported_values(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let key = convert::text(args.first(), context)?;
    let formatters = Formatters::of(context)?;
    let values = formatters.call(None, "supportedValuesOf", &[key])?;
    convert::to_js(values, context)
}

/// Makes a function that looks like a built-in one.
fn function_of(name: &str, length: usize, native: NativeFunction, context: &Context) -> JsObject {
    FunctionObjectBuilder::new(context.realm(), native)
        .name(JsString::from(name))
        .length(length)
        .constructor(false)
        .build()
        .into()
}

/// Defines a property that is not listed.
fn define(
    object: &JsObject,
    key: impl Into<PropertyKey>,
    value: impl Into<JsValue>,
    context: &mut Context,
) -> JsResult<()> {
    let property = PropertyDescriptor::builder()
        .value(value)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(key, property, context).map(drop)
}

fn tag(object: &JsObject, tag: &str, context: &mut Context) -> JsResult<()> {
    let property = PropertyDescriptor::builder()
        .value(JsString::from(tag))
        .writable(false)
        .enumerable(false)
        .configurable(true);
    object
        .define_property_or_throw(JsSymbol::to_string_tag(), property, context)
        .map(drop)
}
