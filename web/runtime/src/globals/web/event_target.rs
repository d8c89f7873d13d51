//! `EventTarget`: listeners, and telling them of an event. What a listener throws is reported; the next one is told
//! all the same.

use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use super::argument::{option, required, type_error};
use super::class::{self, Definition};
use super::event::Event;
use super::port::Port;
use crate::events::{Listener, Listeners, Signal};
use crate::globals::uncaught;

const NAME: &str = "EventTarget";

/// Defines the class.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    class::define(
        &Definition {
            name: NAME,
            length: 0,
            construct: |_, prototype, _| Ok(JsObject::from_proto_and_data(prototype, Listeners::default())),
            parent: None,
            methods: &[
                ("addEventListener", 2, add),
                ("removeEventListener", 2, remove),
                ("dispatchEvent", 1, dispatch_event),
            ],
            statics: &[],
            properties: &[],
        },
        context,
    )
    .map(drop)
}

/// Tells every listener of `target`, in the order in which they were added. Answers whether nobody objected.
///
/// # Errors
/// A limit of the engine; what listeners throw is reported.
pub(super) fn dispatch(target: &JsObject, event: &JsObject, context: &mut Context) -> JsResult<bool> {
    let event_value = JsValue::from(event.clone());
    let kind = class::data(&event_value, "Event", |event: &Event| event.kind().clone())?;
    if !class::data_mut(&event_value, "Event", |event: &mut Event| {
        event.begin(target.clone())
    })? {
        return Err(super::dom_exception::thrown(
            "InvalidStateError",
            "the event is already being dispatched",
            context,
        ));
    }
    let told = tell_listeners(target, &kind, &event_value, context);
    let was_prevented = class::data_mut(&event_value, "Event", |event: &mut Event| {
        event.end();
        event.was_prevented()
    })?;
    told.map(|()| !was_prevented)
}

fn tell_listeners(
    target: &JsObject,
    kind: &JsString,
    event: &JsValue,
    context: &mut Context,
) -> JsResult<()> {
    let all = with_listeners(&target.clone().into(), |all| all.clone())?;
    for listener in all.into_iter().filter(|listener| listener.kind == *kind) {
        if class::data(event, "Event", |event: &Event| event.was_stopped)? {
            break;
        }
        // A listener before it may have removed it.
        let is_there = with_listeners(&target.clone().into(), |now| {
            now.iter().any(|other| other.is(&listener))
        })?;
        if !is_there {
            continue;
        }
        if listener.once {
            with_listeners(&target.clone().into(), |now| {
                now.retain(|other| !other.is(&listener));
            })?;
        }
        class::data_mut(event, "Event", |event: &mut Event| {
            event.set_passive(listener.is_passive);
        })?;
        let told = tell(&listener.callback, target, event, context);
        class::data_mut(event, "Event", |event: &mut Event| event.set_passive(false))?;
        told?;
    }
    Ok(())
}

/// Calls a function, or the `handleEvent` of an object.
fn tell(callback: &JsObject, target: &JsObject, event: &JsValue, context: &mut Context) -> JsResult<()> {
    let event = std::slice::from_ref(event);
    let outcome = if callback.is_callable() {
        callback.call(&target.clone().into(), event, context)
    } else {
        callback
            .get(js_string!("handleEvent"), context)
            .and_then(|method| match method.as_callable() {
                Some(method) => method.call(&callback.clone().into(), event, context),
                None => Err(type_error("the listener has no handleEvent method")),
            })
    };
    outcome
        .map(drop)
        .or_else(|error| uncaught::report(error, context))
}

fn add(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let kind = required(args, 0, "addEventListener")?.to_string(context)?;
    let Some(callback) = listener(args)? else {
        return Ok(JsValue::undefined());
    };
    let options = args.get_or_undefined(2);
    let mut added = Listener {
        kind,
        callback,
        captures: captures(options, context)?,
        once: false,
        is_passive: false,
        is_handler: false,
    };
    let mut signal = JsValue::undefined();
    if options.is_object() {
        added.once = option(options, "once", "addEventListener", context)?.to_boolean();
        added.is_passive = option(options, "passive", "addEventListener", context)?.to_boolean();
        signal = option(options, "signal", "addEventListener", context)?;
    }
    if !signal.is_undefined() {
        let is_too_late = class::data(&signal, "AbortSignal", |signal: &Signal| {
            let is_aborted = signal.reason().is_some();
            if !is_aborted {
                signal.add_algorithm(removal(this, &added));
            }
            is_aborted
        })?;
        if is_too_late {
            return Ok(JsValue::undefined());
        }
    }
    with_listeners(this, |all| {
        if !all.iter().any(|other| other.is(&added)) {
            all.push(added);
        }
    })?;
    Ok(JsValue::undefined())
}

fn remove(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let kind = required(args, 0, "removeEventListener")?.to_string(context)?;
    if let Some(callback) = listener(args)? {
        let captures = captures(args.get_or_undefined(2), context)?;
        remove_listener(this, &kind, &callback, captures)?;
    }
    Ok(JsValue::undefined())
}

/// An algorithm that removes the listener when a signal aborts.
fn removal(target: &JsValue, listener: &Listener) -> NativeFunction {
    NativeFunction::from_copy_closure_with_captures(
        |_, _, (target, listener), _| {
            remove_listener(target, &listener.kind, &listener.callback, listener.captures)?;
            Ok(JsValue::undefined())
        },
        (target.clone(), listener.clone()),
    )
}

/// Takes a listener away, if it is there.
///
/// # Errors
/// A `TypeError` if `target` is no target.
fn remove_listener(target: &JsValue, kind: &JsString, callback: &JsObject, captures: bool) -> JsResult<()> {
    with_listeners(target, |all| {
        all.retain(|other| {
            other.is_handler
                || other.kind != *kind
                || other.callback != *callback
                || other.captures != captures
        });
    })
}

/// The value of a property such as `onabort`.
///
/// # Errors
/// A `TypeError` if `target` is no target.
pub(super) fn handler(target: &JsValue, kind: &JsString) -> JsResult<Option<JsObject>> {
    with_listeners(target, |all| {
        let handler = all.iter().find(|other| other.is_handler && other.kind == *kind);
        handler.map(|handler| handler.callback.clone())
    })
}

/// Sets such a property. A new value keeps the place of the one before in the order of listeners.
///
/// # Errors
/// A `TypeError` if `target` is no target.
pub(super) fn set_handler(target: &JsValue, kind: &JsString, callback: Option<JsObject>) -> JsResult<()> {
    with_listeners(target, |all| {
        let place = all
            .iter()
            .position(|other| other.is_handler && other.kind == *kind);
        match (place, callback) {
            (Some(place), Some(callback)) => all[place].callback = callback,
            (Some(place), None) => drop(all.remove(place)),
            (None, Some(callback)) => all.push(Listener {
                kind: kind.clone(),
                callback,
                captures: false,
                once: false,
                is_passive: false,
                is_handler: true,
            }),
            (None, None) => {}
        }
    })
}

fn dispatch_event(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    with_listeners(this, |_| ())?;
    let event = required(args, 0, "dispatchEvent")?
        .as_object()
        .filter(JsObject::is::<Event>)
        .ok_or_else(|| type_error("dispatchEvent takes an Event"))?;
    let target = this.as_object().ok_or_else(|| class::wrong_object(NAME))?;
    dispatch(&target, &event, context).map(JsValue::from)
}

fn with_listeners<R>(target: &JsValue, act: impl FnOnce(&mut Vec<Listener>) -> R) -> JsResult<R> {
    let object = target.as_object().ok_or_else(|| class::wrong_object(NAME))?;
    if let Some(listeners) = object.downcast_ref::<Listeners>() {
        return Ok(listeners.with(act));
    }
    if let Some(signal) = object.downcast_ref::<Signal>() {
        return Ok(signal.listeners.with(act));
    }
    if let Some(port) = object.downcast_ref::<Port>() {
        return Ok(port.listeners.with(act));
    }
    Err(class::wrong_object(NAME))
}

fn listener(args: &[JsValue]) -> JsResult<Option<JsObject>> {
    let callback = required(args, 1, "an event listener's method")?;
    match callback.as_object() {
        Some(callback) => Ok(Some(callback)),
        None if callback.is_null_or_undefined() => Ok(None),
        None => Err(type_error(
            "a listener is a function or an object with a handleEvent method",
        )),
    }
}

fn captures(options: &JsValue, context: &mut Context) -> JsResult<bool> {
    match options.as_object() {
        Some(options) => Ok(options.get(js_string!("capture"), context)?.to_boolean()),
        None => Ok(options.to_boolean()),
    }
}
