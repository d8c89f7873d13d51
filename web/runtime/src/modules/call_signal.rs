//! The option `{ signal }` of an asynchronous call: an `AbortSignal` that cancels it.

use boa_engine::builtins::promise::ResolvingFunctions;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};
use boa_gc::{Finalize, Trace};
use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;

use crate::events::Signal;
use crate::events::signal::AlgorithmId;
use crate::jobs::{Cancel, Settle, cancellable};
use crate::values::property::own_value;

/// The signal of one call.
pub(super) struct CallSignal(JsObject);

/// Stops listening to the signal when it is dropped, as it is when the call ends.
struct Listening {
    signal: JsObject,
    algorithm: AlgorithmId,
}

#[derive(Debug, Trace, Finalize)]
struct Aborting {
    promise: ResolvingFunctions,
    #[unsafe_ignore_trace]
    cancel: Cancel,
}

/// Takes the signal off the arguments. Only a plain object with the one property `signal` that is an `AbortSignal` is
/// such an option; anything else is an argument.
pub(super) fn split<'a>(args: &'a [JsValue], context: &mut Context) -> (&'a [JsValue], Option<CallSignal>) {
    if let Some((last, before)) = args.split_last()
        && let Some(signal) = option(last, context)
    {
        return (before, Some(CallSignal(signal)));
    }
    (args, None)
}

impl CallSignal {
    /// Why it aborted already; `None` if it did not.
    pub(super) fn reason(&self) -> Option<JsValue> {
        self.0.downcast_ref::<Signal>()?.reason()
    }

    /// The same work, which is cancelled when the signal aborts. The promise is rejected with the reason.
    pub(super) fn abortable(
        self,
        work: LocalBoxFuture<'static, Settle>,
        promise: ResolvingFunctions,
    ) -> LocalBoxFuture<'static, Settle> {
        let (work, cancel) = cancellable(work);
        let listening = self.listen(Aborting { promise, cancel });
        work.map(move |settle| -> Settle {
            Box::new(move |promise, context| {
                drop(listening);
                settle(promise, context)
            })
        })
        .boxed_local()
    }

    fn listen(self, aborting: Aborting) -> Option<Listening> {
        let algorithm = NativeFunction::from_copy_closure_with_captures(
            |_, args, aborting, context| reject_and_cancel(args, aborting, context),
            aborting,
        );
        let algorithm = self.0.downcast_ref::<Signal>()?.add_algorithm(algorithm);
        Some(Listening {
            signal: self.0,
            algorithm,
        })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(signal) = self.signal.downcast_ref::<Signal>() {
            signal.remove_algorithm(self.algorithm);
        }
    }
}

fn option(value: &JsValue, context: &mut Context) -> Option<JsObject> {
    let object = value.as_object()?;
    let plain = context.intrinsics().constructors().object().prototype();
    if object.prototype().is_some_and(|prototype| prototype != plain) {
        return None;
    }
    let name = PropertyKey::from(js_string!("signal"));
    let signal = own_value(&object, &name)?.as_object()?;
    let is_alone = object.own_property_keys(context).ok()? == [name];
    (is_alone && signal.is::<Signal>()).then_some(signal)
}

fn reject_and_cancel(args: &[JsValue], aborting: &Aborting, context: &mut Context) -> JsResult<JsValue> {
    aborting
        .promise
        .reject
        .call(&JsValue::undefined(), args, context)?;
    aborting.cancel.cancel();
    Ok(JsValue::undefined())
}
