//! The constructors of `Intl`, their prototypes and their objects.

use std::rc::Rc;

use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{
    Context, JsData, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string,
};
use boa_gc::{Finalize, GcRefCell, Trace};
use web_locale::{Formatter, Service};

use super::convert;
use super::formatters::Formatters;
use super::services::{Definition, Method};
use super::{define, function_of, tag};

/// The state of one object.
#[derive(Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct IntlObject {
    #[unsafe_ignore_trace]
    service: Service,
    #[unsafe_ignore_trace]
    formatter: Rc<dyn Formatter>,
    /// The function that the bound getter gives, once it was asked for.
    bound: GcRefCell<Option<JsObject>>,
}

/// Makes a constructor with its prototype.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn constructor(definition: &'static Definition, context: &mut Context) -> JsResult<JsObject> {
    let name = definition.service.name();
    let object = context.intrinsics().constructors().object().prototype();
    let prototype = JsObject::from_proto_and_data(object, OrdinaryObject);
    tag(&prototype, &format!("Intl.{name}"), context)?;
    for method in definition.methods {
        add(&prototype, definition.service, method, context)?;
    }
    let native = NativeFunction::from_copy_closure_with_captures(
        move |new_target, args, prototype: &JsObject, context| {
            construct(definition, new_target, args, prototype, context)
        },
        prototype.clone(),
    );
    let constructor: JsObject = FunctionObjectBuilder::new(context.realm(), native)
        .name(JsString::from(name))
        .length(0)
        .constructor(true)
        .build()
        .into();
    let fixed = PropertyDescriptor::builder()
        .value(prototype.clone())
        .writable(false)
        .enumerable(false)
        .configurable(false);
    constructor.define_property_or_throw(js_string!("prototype"), fixed, context)?;
    define(
        &prototype,
        js_string!("constructor"),
        constructor.clone(),
        context,
    )?;
    let supported = NativeFunction::from_copy_closure(move |_, args, context| {
        let locales = convert::requested(args.first(), context)?;
        let formatters = Formatters::of(context)?;
        let supported = formatters.call(Some(definition.service), "supportedLocalesOf", &[locales])?;
        convert::to_js(supported, context)
    });
    let supported = function_of("supportedLocalesOf", 1, supported, context);
    define(&constructor, js_string!("supportedLocalesOf"), supported, context)?;
    Ok(constructor)
}

fn construct(
    definition: &Definition,
    new_target: &JsValue,
    args: &[JsValue],
    prototype: &JsObject,
    context: &mut Context,
) -> JsResult<JsValue> {
    let prototype = match new_target.as_object() {
        // A class that extends this one has a prototype of its own.
        Some(target) => target.get(js_string!("prototype"), context)?.as_object(),
        None if definition.is_callable => None,
        None => {
            let message = format!("Constructor Intl.{} requires 'new'", definition.service.name());
            return Err(JsNativeError::typ().with_message(message).into());
        }
    }
    .unwrap_or_else(|| prototype.clone());
    let locales = convert::locales(args.first(), context)?;
    let options = convert::options(args.get(1), definition.options, context)?;
    let object = IntlObject {
        service: definition.service,
        formatter: Formatters::of(context)?.create(definition.service, &locales, &options)?,
        bound: GcRefCell::new(None),
    };
    Ok(JsObject::from_proto_and_data(prototype, object).into())
}

fn add(
    prototype: &JsObject,
    service: Service,
    method: &'static Method,
    context: &mut Context,
) -> JsResult<()> {
    let native = NativeFunction::from_copy_closure(move |this, args, context| match method.is_bound {
        true => bound(this, service, method, context),
        false => call(this, service, method, args, context),
    });
    if !method.is_bound {
        let function = function_of(method.name, method.length, native, context);
        return define(prototype, JsString::from(method.name), function, context);
    }
    let getter = function_of(&format!("get {}", method.name), 0, native, context);
    let property = PropertyDescriptor::builder()
        .get(getter)
        .enumerable(false)
        .configurable(true);
    prototype
        .define_property_or_throw(JsString::from(method.name), property, context)
        .map(drop)
}

/// Gives the function that is bound to the object, always the same.
fn bound(this: &JsValue, service: Service, method: &'static Method, context: &Context) -> JsResult<JsValue> {
    let object = checked(this, service)?;
    let known = object
        .downcast_ref::<IntlObject>()
        .and_then(|object| object.bound.borrow().clone());
    if let Some(function) = known {
        return Ok(function.into());
    }
    let native = NativeFunction::from_copy_closure_with_captures(
        move |_, args, object: &JsObject, context| {
            call(&object.clone().into(), service, method, args, context)
        },
        object.clone(),
    );
    let function = function_of("", method.length, native, context);
    if let Some(object) = object.downcast_ref::<IntlObject>() {
        *object.bound.borrow_mut() = Some(function.clone());
    }
    Ok(function.into())
}

fn call(
    this: &JsValue,
    service: Service,
    method: &Method,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let formatter = formatter(this, service)?;
    let args = (method.arguments)(args, context)?;
    let value = formatter.call(method.name, &args).map_err(convert::error)?;
    convert::to_js(value, context)
}

/// The formatter of an object.
///
/// # Errors
/// A `TypeError` if it is no object of the service.
pub(super) fn formatter(this: &JsValue, service: Service) -> JsResult<Rc<dyn Formatter>> {
    let object = checked(this, service)?;
    let formatter = object
        .downcast_ref::<IntlObject>()
        .map(|object| Rc::clone(&object.formatter));
    formatter.ok_or_else(|| wrong(service).into())
}

fn checked(this: &JsValue, service: Service) -> JsResult<JsObject> {
    let is_own = |object: &JsObject| {
        object
            .downcast_ref::<IntlObject>()
            .is_some_and(|object| object.service == service)
    };
    this.as_object()
        .filter(is_own)
        .ok_or_else(|| wrong(service).into())
}

fn wrong(service: Service) -> JsNativeError {
    JsNativeError::typ().with_message(format!("this is not an Intl.{}", service.name()))
}
