//! Top-level `await`, `for await` and `import` of a cell. The engine has them in modules only, so a cell calls functions
//! that wait: they are JavaScript, because only JavaScript code can be suspended, and ask three native ones.

use std::rc::Rc;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsArray, JsPromise};
use boa_engine::property::Attribute;
use boa_engine::{
    Context, JsArgs as _, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};

use crate::bounds::StopSignal;
use crate::jobs::Jobs;
use crate::modules::require;
use crate::trace::{INTERNAL_FILE, WAITING};
use web_source::{MARK, input};

/// Declared, not defined: names of a script are no properties of the global object, so that nobody lists them.
const SOURCE: &str = r#"
const [await‌, import‌, forAwait‌, start‌] = (function (watch, isSettled, take, main) {
  const wait = function (value) {
    const watched = watch(value);
    while (!isSettled(watched));
    return take(watched);
  };
  const load = function (loading, specifier, names) {
    const module = wait(loading);
    for (const name of names) {
      if (!(name in module)) {
        throw new SyntaxError(`The requested module '${specifier}' does not provide an export named '${name}'`);
      }
    }
    return module;
  };
  const forAwait = function (values) {
    const asynchronous = values[Symbol.asyncIterator];
    if (asynchronous == null) {
      return (function* () { for (const value of values) yield wait(value); })();
    }
    const inner = asynchronous.call(values);
    const next = inner.next;
    return {
      __proto__: Iterator.prototype,
      next() { return wait(next.call(inner)); },
      return(value) { return inner.return === undefined ? { done: true, value } : wait(inner.return(value)); },
    };
  };
  const start = function (code) {
    const [exports, ...others] = main();
    code.call(exports, exports, ...others);
  };
  return [wait, load, forAwait, start];
})(...natives‌);
"#;

/// Defines the functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(jobs: Rc<Jobs>, context: &mut Context) -> JsResult<()> {
    context.insert_data(jobs);
    let source = input(SOURCE).with_path(std::path::Path::new(INTERNAL_FILE));
    let natives: Vec<JsValue> = [
        watch as fn(&JsValue, &[JsValue], &mut Context) -> JsResult<JsValue>,
        is_settled,
        take,
        require::main_arguments,
    ]
    .into_iter()
    .map(|native| {
        FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(native))
            .name(js_string!(WAITING))
            .build()
            .into()
    })
    .collect();
    let name = JsString::from(format!("natives{MARK}"));
    let natives = JsArray::from_iter(natives, context);
    context.register_global_property(name.clone(), natives, Attribute::CONFIGURABLE)?;
    context.eval(source)?;
    context
        .global_object()
        .delete_property_or_throw(name, context)
        .map(drop)
}

/// Gives a promise for whatever is waited for, in a box that becomes true when its turn in the queue has come.
fn watch(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let promise = JsPromise::resolve(args.get_or_undefined(0).clone(), context)?;
    let watched = JsObject::with_null_proto();
    watched.set(js_string!("promise"), promise.clone(), false, context)?;
    let arrive = NativeFunction::from_copy_closure_with_captures(
        |_, _, watched: &JsObject, context| {
            watched.set(js_string!("settled"), true, false, context)?;
            Ok(JsValue::undefined())
        },
        watched.clone(),
    )
    .to_js_function(context.realm());
    promise.then(Some(arrive.clone()), Some(arrive), context)?;
    Ok(watched.into())
}

/// Does one thing that is left to do, and answers whether the promise had its turn.
fn is_settled(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    StopSignal::check(context)?;
    let settled = watched(args)?.get(js_string!("settled"), context)?.to_boolean();
    let Some(jobs) = context.get_data::<Rc<Jobs>>().cloned() else {
        return Err(not_set_up());
    };
    jobs.set_idle(None);
    if settled {
        return Ok(true.into());
    }
    if jobs.step(context)? {
        return Ok(false.into());
    }
    let Some(rest) = jobs.rest(context) else {
        return Err(JsNativeError::error()
            .with_message("this await would never end: nothing is left to run that could settle its promise")
            .into());
    };
    jobs.set_idle(Some(rest));
    Ok(false.into())
}

fn take(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let promise = watched(args)?.get(js_string!("promise"), context)?;
    let promise = promise.as_object().ok_or_else(not_set_up)?;
    match JsPromise::from_object(promise)?.state() {
        PromiseState::Fulfilled(value) => Ok(value),
        PromiseState::Rejected(reason) => Err(JsError::from_opaque(reason)),
        PromiseState::Pending => Err(not_set_up()),
    }
}

fn watched(args: &[JsValue]) -> JsResult<JsObject> {
    args.get_or_undefined(0).as_object().ok_or_else(not_set_up)
}

fn not_set_up() -> JsError {
    JsNativeError::error().with_message("await is not set up").into()
}
