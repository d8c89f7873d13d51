//! A manifest as a JavaScript object: exports in the manifest's order, each a function that forwards its call and
//! has a twin `async` that gives a promise.

use std::rc::Rc;
use std::task::{Context as TaskContext, Poll, Waker};

use boa_engine::builtins::promise::ResolvingFunctions;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsPromise;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction};
use futures_util::FutureExt as _;
use futures_util::future::ready;
use proto::manifest::{ExportKind, Manifest, Signature};
use proto::value::Value;

use crate::bounds::StopSignal;
use crate::jobs::{Jobs, Settle};
use crate::modules::call_signal::{self, CallSignal};
use crate::modules::plugin_error;
use crate::modules::transport::{Call, CallError, Transport};
use crate::values::{arguments_from_js, value_to_js};

/// Remembers who carries calls, and the class of the errors that they throw.
pub(crate) fn register(transport: Rc<dyn Transport>, error_class: JsObject, context: &mut Context) {
    context.insert_data(Rc::new(Carrier {
        transport,
        error_class,
    }));
}

/// The module object.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn create(manifest: &Manifest, context: &mut Context) -> JsResult<JsObject> {
    let module = JsObject::with_object_proto(context.intrinsics());
    let module_name: Rc<str> = manifest.module.as_str().into();
    for export in &manifest.exports {
        let export_name: Rc<str> = export.name.as_str().into();
        let target = |method: Option<&str>| Target {
            module: Rc::clone(&module_name),
            export: Rc::clone(&export_name),
            method: method.map(Rc::from),
        };
        let value = match &export.kind {
            ExportKind::Function => function(&target(None), export.signature(), &export.doc, context)?,
            ExportKind::Object(methods) => {
                let object = JsObject::with_object_proto(context.intrinsics());
                for method in methods {
                    let doc = if method.doc.is_empty() {
                        &method.summary
                    } else {
                        &method.doc
                    };
                    let function = function(&target(Some(&method.name)), method.signature(), doc, context)?;
                    object.create_data_property_or_throw(
                        JsString::from(method.name.as_str()),
                        function,
                        context,
                    )?;
                }
                object
            }
        };
        module.create_data_property_or_throw(JsString::from(&*export_name), value, context)?;
    }
    Ok(module)
}

struct Carrier {
    transport: Rc<dyn Transport>,
    error_class: JsObject,
}

/// What one function calls.
#[derive(Clone)]
struct Target {
    module: Rc<str>,
    export: Rc<str>,
    method: Option<Rc<str>>,
}

impl Target {
    fn name(&self) -> &str {
        self.method.as_deref().unwrap_or(&self.export)
    }

    /// The function as a script reaches it from the module, such as `strings.upper`.
    fn path(&self) -> String {
        match &self.method {
            Some(method) => format!("{}.{method}", self.export),
            None => self.export.to_string(),
        }
    }

    fn call(&self, args: Vec<Value>) -> Call {
        Call {
            module: self.module.to_string(),
            export: self.export.to_string(),
            method: self.method.as_deref().map(str::to_owned),
            args,
        }
    }

    /// The exception for a failed call.
    fn thrown(&self, failure: CallError, carrier: &Carrier, context: &mut Context) -> JsError {
        plugin_error::thrown(&carrier.error_class, failure, &self.module, &self.path(), context)
    }
}

/// The function behind one export or method, with its twin.
fn function(
    target: &Target,
    signature: Option<Signature>,
    doc: &str,
    context: &mut Context,
) -> JsResult<JsObject> {
    let length = signature.map_or(0, |signature| signature.required());
    let build = |native, context: &Context| {
        FunctionObjectBuilder::new(context.realm(), native)
            .name(JsString::from(target.name()))
            .length(length)
            .constructor(false)
            .build()
    };
    let blocking = build(native(target, forward), context);
    let asynchronous = build(native(target, start), context);
    for (name, value) in [
        ("async", JsValue::from(asynchronous)),
        ("doc", JsString::from(doc).into()),
    ] {
        let hidden = PropertyDescriptor::builder()
            .value(value)
            .writable(true)
            .enumerable(false)
            .configurable(true);
        blocking.define_property_or_throw(JsString::from(name), hidden, context)?;
    }
    Ok(blocking.into())
}

type Forward = fn(&Target, &[JsValue], &mut Context) -> JsResult<JsValue>;

fn native(target: &Target, forward: Forward) -> NativeFunction {
    // The engine knows how to look through tuples, and a target is one with names.
    let Target {
        module,
        export,
        method,
    } = target.clone();
    NativeFunction::from_copy_closure_with_captures(
        move |_, args, (module, export, method), context| {
            StopSignal::check(context)?;
            let target = Target {
                module: Rc::clone(module),
                export: Rc::clone(export),
                method: method.clone(),
            };
            forward(&target, args, context)
        },
        (module, export, method),
    )
}

/// `module.export(…)`: blocks, and gives the result.
fn forward(target: &Target, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let carrier = carrier(context)?;
    let call = target.call(arguments_from_js(&target.path(), args, context)?);
    match carrier.transport.invoke(call) {
        Ok(result) => value_to_js(result, context),
        Err(failure) => {
            // A call that a stop cut short did not fail.
            StopSignal::check(context)?;
            Err(target.thrown(failure, &carrier, context))
        }
    }
}

/// `module.export.async(…)`: gives a promise at once. Arguments that cannot cross reject it, as in any async function,
/// and so does a signal that aborts before the answer is there.
fn start(target: &Target, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let carrier = carrier(context)?;
    let jobs = context.get_data::<Rc<Jobs>>().cloned().ok_or_else(not_set_up)?;
    let (promise, settle) = JsPromise::new_pending(context);
    let (args, signal) = call_signal::split(args, context);
    if let Some(reason) = signal.as_ref().and_then(CallSignal::reason) {
        reject(&settle, JsError::from_opaque(reason), context)?;
        return Ok(promise.into());
    }
    match arguments_from_js(&target.path(), args, context) {
        Err(error) => reject(&settle, error, context)?,
        Ok(args) => {
            let mut answer = carrier.transport.start(target.call(args));
            // The first look is what sends the call off.
            if let Poll::Ready(answered) = answer.poll_unpin(&mut TaskContext::from_waker(Waker::noop())) {
                answer = ready(answered).boxed_local();
            }
            let target = target.clone();
            let work = answer.map(move |answer| -> Settle {
                Box::new(move |promise, context| settle_call(answer, &target, &carrier, promise, context))
            });
            let work = match signal {
                Some(signal) => signal.abortable(work.boxed_local(), settle.clone()),
                None => work.boxed_local(),
            };
            jobs.add_outside(settle, work);
        }
    }
    Ok(promise.into())
}

fn settle_call(
    answer: Result<Value, CallError>,
    target: &Target,
    carrier: &Carrier,
    promise: &ResolvingFunctions,
    context: &mut Context,
) -> JsResult<()> {
    match answer {
        Ok(result) => {
            let result = value_to_js(result, context)?;
            promise
                .resolve
                .call(&JsValue::undefined(), &[result], context)
                .map(drop)
        }
        Err(failure) => {
            let error = target.thrown(failure, carrier, context);
            reject(promise, error, context)
        }
    }
}

fn reject(promise: &ResolvingFunctions, error: JsError, context: &mut Context) -> JsResult<()> {
    let reason = error.into_opaque(context)?;
    promise
        .reject
        .call(&JsValue::undefined(), &[reason], context)
        .map(drop)
}

fn carrier(context: &Context) -> JsResult<Rc<Carrier>> {
    context.get_data::<Rc<Carrier>>().cloned().ok_or_else(not_set_up)
}

fn not_set_up() -> JsError {
    JsNativeError::error().with_message("calls are not set up").into()
}
