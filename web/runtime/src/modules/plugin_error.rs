//! The global class `PluginError`: what a failed call throws, with the facts as own properties.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::{Attribute, PropertyDescriptor};
use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::modules::transport::{CallError, CallErrorCode};

/// Defines the class in the context's global scope and gives its constructor.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<JsObject> {
    let name = js_string!("PluginError");
    let constructor = FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(construct))
        .name(name.clone())
        .length(1)
        .constructor(true)
        .build();
    let error = context.intrinsics().constructors().error().clone();
    constructor.set_prototype(Some(error.constructor()));

    let prototype =
        JsObject::from_proto_and_data(error.prototype(), boa_engine::builtins::object::OrdinaryObject);
    define_hidden(&prototype, "name", name.clone(), context)?;
    define_hidden(&prototype, "message", js_string!(), context)?;
    define_hidden(&prototype, "constructor", constructor.clone(), context)?;
    let fixed = PropertyDescriptor::builder()
        .value(prototype)
        .writable(false)
        .enumerable(false)
        .configurable(false);
    constructor.define_property_or_throw(js_string!("prototype"), fixed, context)?;

    let constructor = JsObject::from(constructor);
    context.register_global_property(
        name,
        constructor.clone(),
        Attribute::WRITABLE | Attribute::CONFIGURABLE,
    )?;
    Ok(constructor)
}

/// The error that a script catches. `method` is the call as the script wrote it, such as `strings.upper`.
pub(crate) fn thrown(
    class: &JsObject,
    failure: CallError,
    module: &str,
    method: &str,
    context: &mut Context,
) -> JsError {
    let CallError {
        code,
        message,
        stderr,
    } = failure;
    let message = match code {
        CallErrorCode::CallTimeout => format!("{module} {method}(): {message}"),
        _ => message,
    };
    // `Error` itself is asked, not the class: then the innermost frame is the plugin's function.
    let base = context.intrinsics().constructors().error().constructor();
    let created = base
        .construct(&[JsString::from(message).into()], Some(class), context)
        .and_then(|error| {
            for (name, value) in [
                ("code", JsString::from(code.as_str())),
                ("module", module.into()),
                ("method", method.into()),
                ("stderr", stderr.into()),
            ] {
                error.create_data_property_or_throw(JsString::from(name), value, context)?;
            }
            Ok(error)
        });
    match created {
        Ok(error) => JsError::from_opaque(error.into()),
        Err(error) => error,
    }
}

/// `new PluginError(message, options)`: an `Error` in all but its class.
fn construct(new_target: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let error = context.intrinsics().constructors().error().constructor();
    let class = new_target.as_object();
    error.construct(args, class.as_ref(), context).map(JsValue::from)
}

fn define_hidden(
    object: &JsObject,
    name: &str,
    value: impl Into<JsValue>,
    context: &mut Context,
) -> JsResult<()> {
    let property = PropertyDescriptor::builder()
        .value(value)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object
        .define_property_or_throw(JsString::from(name), property, context)
        .map(drop)
}
