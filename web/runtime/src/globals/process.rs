//! The global `process`, as far as libraries written for Node ask for it where they run in browsers: an empty environment,
//! and nothing that says that this is Node.

use boa_engine::object::builtins::JsArray;
use boa_engine::object::{FunctionObjectBuilder, ObjectInitializer};
use boa_engine::property::Attribute;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::values::property::own_value;

/// Defines `process` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(args: Option<&[String]>, context: &mut Context) -> JsResult<()> {
    let empty = || JsObject::with_object_proto(context.intrinsics());
    let (env, versions) = (empty(), empty());
    let args = args.unwrap_or_default().iter().map(String::as_str);
    let argv: Vec<JsValue> = ["pontoon", "script"]
        .into_iter()
        .chain(args)
        .map(|arg| JsString::from(arg).into())
        .collect();
    let argv = JsArray::from_iter(argv, context);
    let next_tick = FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(next_tick))
        .name(js_string!("nextTick"))
        .length(1)
        .build();
    let process = ObjectInitializer::new(context)
        .property(js_string!("title"), js_string!("pontoon"), Attribute::all())
        .property(js_string!("browser"), true, Attribute::all())
        .property(js_string!("env"), env, Attribute::all())
        .property(js_string!("argv"), argv, Attribute::all())
        .property(js_string!("version"), js_string!(""), Attribute::all())
        .property(js_string!("versions"), versions, Attribute::all())
        .property(js_string!("nextTick"), next_tick, Attribute::all())
        .function(NativeFunction::from_fn_ptr(ignore), js_string!("emitWarning"), 1)
        .function(NativeFunction::from_fn_ptr(ignore), js_string!("on"), 2)
        .function(NativeFunction::from_fn_ptr(root), js_string!("cwd"), 0)
        .build();
    let hidden = Attribute::WRITABLE | Attribute::CONFIGURABLE;
    context.register_global_property(js_string!("process"), process, hidden)
}

/// `process.nextTick(callback, ...args)`: a microtask.
fn next_tick(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let global = context.global_object();
    let queue =
        own_value(&global, &js_string!("queueMicrotask").into()).and_then(|queue| queue.as_callable());
    let Some(queue) = queue else {
        return Ok(JsValue::undefined());
    };
    let callback = args.get_or_undefined(0).clone();
    let rest = args.get(1..).unwrap_or_default().to_vec();
    let tick = NativeFunction::from_copy_closure_with_captures(
        |_, _, (callback, rest): &(JsValue, Vec<JsValue>), context| match callback.as_callable() {
            Some(callback) => callback.call(&JsValue::undefined(), rest, context),
            None => Ok(JsValue::undefined()),
        },
        (callback, rest),
    );
    let tick = tick.to_js_function(context.realm());
    queue.call(&JsValue::undefined(), &[tick.into()], context)
}

/// What nobody here listens to.
fn ignore(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::undefined())
}

/// `process.cwd()`: there is no folder that a script could reach.
fn root(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(js_string!("/").into())
}
