//! `AbortController` and `AbortSignal`, with `abort`, `timeout` and `any`.

use std::rc::Rc;

use boa_engine::job::{NativeJob, TimeoutJob};
use boa_engine::{
    Context, JsArgs as _, JsData, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, js_string,
};
use boa_gc::{Finalize, GcRefCell, Trace};

use super::argument::{required, type_error};
use super::class::{self, Definition};
use super::dom_exception;
use super::event;
use super::event_target::{self, dispatch, remove_listener};
use super::listeners::Listeners;
use crate::globals::uncaught;
use crate::jobs::Jobs;

const SIGNAL: &str = "AbortSignal";
const CONTROLLER: &str = "AbortController";

/// The state of one signal.
#[derive(Debug, Default, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct Signal {
    pub(super) listeners: Listeners,
    reason: GcRefCell<Option<JsValue>>,
    /// Signals that abort with this one.
    dependents: GcRefCell<Vec<JsObject>>,
    /// Listeners of any target that go when this signal aborts.
    removals: GcRefCell<Vec<Removal>>,
}

#[derive(Debug, Trace, Finalize)]
#[boa_gc(unsafe_no_drop)]
struct Removal {
    target: JsObject,
    #[unsafe_ignore_trace]
    kind: JsString,
    callback: JsObject,
    captures: bool,
}

#[derive(Debug, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
struct Controller {
    signal: JsObject,
}

/// Defines both classes.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let signal = Definition {
        name: SIGNAL,
        length: 0,
        construct: class::illegal,
        parent: Some("EventTarget"),
        methods: &[("throwIfAborted", 0, throw_if_aborted)],
        statics: &[
            ("abort", 0, aborted_signal),
            ("timeout", 1, timeout),
            ("any", 1, any),
        ],
        properties: &[
            ("aborted", aborted, None),
            ("reason", reason, None),
            ("onabort", handler, Some(set_handler)),
        ],
    };
    class::define(&signal, context)?;
    let controller = Definition {
        name: CONTROLLER,
        length: 0,
        construct: |_, prototype, context| {
            let signal = class::instance(SIGNAL, Signal::default(), context)?;
            Ok(JsObject::from_proto_and_data(prototype, Controller { signal }))
        },
        parent: None,
        methods: &[("abort", 0, abort)],
        statics: &[],
        properties: &[("signal", signal_of, None)],
    };
    class::define(&controller, context).map(drop)
}

/// Whether a signal aborted already.
///
/// # Errors
/// A `TypeError` if it is no signal.
pub(super) fn is_aborted(signal: &JsValue) -> JsResult<bool> {
    class::data(signal, SIGNAL, |signal: &Signal| signal.reason.borrow().is_some())
}

/// Takes a listener away when the signal aborts.
///
/// # Errors
/// A `TypeError` if it is no signal.
pub(super) fn when_aborted(
    signal: &JsValue,
    target: JsObject,
    kind: JsString,
    callback: JsObject,
    captures: bool,
) -> JsResult<()> {
    class::data(signal, SIGNAL, |signal: &Signal| {
        signal.removals.borrow_mut().push(Removal {
            target,
            kind,
            callback,
            captures,
        });
    })
}

/// Aborts a signal and those that depend on it; the second time nothing happens.
fn signal_abort(signal: &JsObject, reason: &JsValue, context: &mut Context) -> JsResult<()> {
    let mut aborting = vec![signal.clone()];
    let mut told = Vec::new();
    // All of them are aborted before the first listener hears of it.
    while let Some(signal) = aborting.pop() {
        let dependents = class::data(&signal.clone().into(), SIGNAL, |signal: &Signal| {
            let mut own = signal.reason.borrow_mut();
            if own.is_some() {
                return None;
            }
            *own = Some(reason.clone());
            Some(std::mem::take(&mut *signal.dependents.borrow_mut()))
        })?;
        if let Some(dependents) = dependents {
            aborting.extend(dependents.into_iter().rev());
            told.push(signal);
        }
    }
    for signal in told {
        let removals = class::data(&signal.clone().into(), SIGNAL, |signal: &Signal| {
            std::mem::take(&mut *signal.removals.borrow_mut())
        })?;
        for removal in removals {
            let target = JsValue::from(removal.target.clone());
            remove_listener(&target, &removal.kind, &removal.callback, removal.captures)?;
        }
        let event = event::trusted(js_string!("abort"), context)?;
        dispatch(&signal, &event, context)?;
    }
    Ok(())
}

fn abort(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let signal = class::data(this, CONTROLLER, |controller: &Controller| {
        controller.signal.clone()
    })?;
    let reason = reason_or_default(args.get_or_undefined(0), context)?;
    signal_abort(&signal, &reason, context)?;
    Ok(JsValue::undefined())
}

fn signal_of(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, CONTROLLER, |controller: &Controller| {
        controller.signal.clone().into()
    })
}

fn aborted(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    is_aborted(this).map(JsValue::from)
}

fn reason(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, SIGNAL, |signal: &Signal| {
        signal.reason.borrow().clone().unwrap_or_default()
    })
}

fn throw_if_aborted(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    match class::data(this, SIGNAL, |signal: &Signal| signal.reason.borrow().clone())? {
        Some(reason) => Err(JsError::from_opaque(reason)),
        None => Ok(JsValue::undefined()),
    }
}

fn handler(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    is_aborted(this)?;
    let handler = event_target::handler(this, &js_string!("abort"))?;
    Ok(handler.map_or_else(JsValue::null, JsValue::from))
}

fn set_handler(this: &JsValue, args: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    is_aborted(this)?;
    let handler = args.get_or_undefined(0).as_object().filter(JsObject::is_callable);
    event_target::set_handler(this, &js_string!("abort"), handler)?;
    Ok(JsValue::undefined())
}

fn aborted_signal(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let reason = reason_or_default(args.get_or_undefined(0), context)?;
    let signal = Signal {
        reason: GcRefCell::new(Some(reason)),
        ..Signal::default()
    };
    class::instance(SIGNAL, signal, context).map(JsValue::from)
}

fn timeout(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let milliseconds = required(args, 0, "AbortSignal.timeout")?.to_number(context)?;
    if !(0.0..=super::timers::MAX_SAFE_INTEGER).contains(&milliseconds) {
        return Err(type_error(
            "AbortSignal.timeout takes a number of milliseconds that is not negative",
        ));
    }
    let signal = class::instance(SIGNAL, Signal::default(), context)?;
    let aborting = signal.clone();
    let job = NativeJob::new(move |context| {
        let reason = dom_exception::value("TimeoutError", "signal timed out", context)?;
        signal_abort(&aborting, &reason.into(), context)
            .or_else(|error| uncaught::report(error, context))
            .map(|()| JsValue::undefined())
    });
    // A limit on something else is nothing to wait for when that is done.
    if let Some(jobs) = context.get_data::<Rc<Jobs>>().cloned() {
        jobs.add_timer_aside(TimeoutJob::new(job, milliseconds as u64), context);
    }
    Ok(signal.into())
}

fn any(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let sources = super::argument::sequence(required(args, 0, "AbortSignal.any")?, context)?
        .ok_or_else(|| type_error("AbortSignal.any takes a list of signals"))?;
    for source in &sources {
        is_aborted(source).map_err(|_| {
            JsError::from(JsNativeError::typ().with_message("AbortSignal.any takes signals only"))
        })?;
    }
    for source in &sources {
        if is_aborted(source)? {
            let reason = reason(source, &[], context)?;
            return aborted_signal(&JsValue::undefined(), &[reason], context);
        }
    }
    let signal = class::instance(SIGNAL, Signal::default(), context)?;
    for source in &sources {
        class::data(source, SIGNAL, |source: &Signal| {
            source.dependents.borrow_mut().push(signal.clone());
        })?;
    }
    Ok(signal.into())
}

fn reason_or_default(reason: &JsValue, context: &mut Context) -> JsResult<JsValue> {
    if reason.is_undefined() {
        return dom_exception::value("AbortError", "signal is aborted without reason", context)
            .map(JsValue::from);
    }
    Ok(reason.clone())
}
