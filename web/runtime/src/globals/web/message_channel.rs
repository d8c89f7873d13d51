//! `MessageChannel` and `MessagePort`: two ports in the same realm. A message is cloned when it is posted, and dispatched
//! at the other port in its own task. An open port does not keep a run alive; a message on its way does.

use boa_engine::job::{NativeJob, TimeoutJob};
use boa_engine::{Context, JsArgs as _, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::argument::{required, sequence};
use super::class::{self, Definition};
use super::port::Port;
use super::{event_target, message_event, structured_clone};
use crate::globals::uncaught;

const CHANNEL: &str = "MessageChannel";
const PORT: &str = "MessagePort";

#[derive(Debug, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
struct Channel {
    ports: [JsObject; 2],
}

/// Defines both classes.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let port = Definition {
        name: PORT,
        length: 0,
        construct: class::illegal,
        parent: Some("EventTarget"),
        methods: &[
            ("postMessage", 1, post_message),
            ("start", 0, start),
            ("close", 0, close),
        ],
        statics: &[],
        properties: &[
            (
                "onmessage",
                |this, _, _| handler(this, "message"),
                Some(set_on_message),
            ),
            (
                "onmessageerror",
                |this, _, _| handler(this, "messageerror"),
                Some(|this, args, _| set_handler(this, args, "messageerror")),
            ),
        ],
    };
    class::define(&port, context)?;
    let channel = Definition {
        name: CHANNEL,
        length: 0,
        construct,
        parent: None,
        methods: &[],
        statics: &[],
        properties: &[
            ("port1", |this, _, _| port_of(this, 0), None),
            ("port2", |this, _, _| port_of(this, 1), None),
        ],
    };
    class::define(&channel, context).map(drop)
}

fn construct(_: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let ports = [
        class::instance(PORT, Port::default(), context)?,
        class::instance(PORT, Port::default(), context)?,
    ];
    for (port, other) in [(&ports[0], &ports[1]), (&ports[1], &ports[0])] {
        with_port(port, |port| *port.other.borrow_mut() = Some(other.clone()))?;
    }
    Ok(JsObject::from_proto_and_data(prototype, Channel { ports }))
}

fn port_of(this: &JsValue, place: usize) -> JsResult<JsValue> {
    class::data(this, CHANNEL, |channel: &Channel| {
        channel.ports[place].clone().into()
    })
}

/// Sends a clone to the other port.
fn post_message(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let other = class::data(this, PORT, |port: &Port| port.other.borrow().clone())?;
    let value = required(args, 0, "postMessage")?;
    // The second argument is the list of buffers, or options with such a list.
    let options = args.get_or_undefined(1);
    let transfer = match sequence(options, context)? {
        Some(_) => options.clone(),
        None => super::argument::option(options, "transfer", "postMessage", context)?,
    };
    let copy = structured_clone::copy(value, &transfer, context)?;
    if let Some(other) = other {
        with_port(&other, |port| port.arrived.borrow_mut().push_back(copy))?;
        deliver_later(&other, context)?;
    }
    Ok(JsValue::undefined())
}

/// Starts to dispatch messages, with those that arrived before.
fn start(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let waiting = class::data_mut(this, PORT, |port: &mut Port| {
        match std::mem::replace(&mut port.is_started, true) {
            true => 0,
            false => port.arrived.borrow().len(),
        }
    })?;
    if let Some(port) = this.as_object() {
        for _ in 0..waiting {
            deliver_later(&port, context)?;
        }
    }
    Ok(JsValue::undefined())
}

/// Disconnects both ports. Messages posted before still arrive.
fn close(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let other = class::data(this, PORT, |port: &Port| port.other.borrow_mut().take())?;
    if let Some(other) = other {
        with_port(&other, |port| *port.other.borrow_mut() = None)?;
    }
    Ok(JsValue::undefined())
}

/// Dispatches the next message in its own task. The task queues with the timers, so that two ports which answer each
/// other for ever do not starve them.
fn deliver_later(port: &JsObject, context: &mut Context) -> JsResult<()> {
    if !with_port(port, |port| port.is_started)? {
        return Ok(());
    }
    let port = port.clone();
    let job = NativeJob::new(move |context| {
        deliver(&port, context)
            .or_else(|error| uncaught::report(error, context))
            .map(|()| JsValue::undefined())
    });
    context.enqueue_job(TimeoutJob::new(job, 0).into());
    Ok(())
}

fn deliver(port: &JsObject, context: &mut Context) -> JsResult<()> {
    let message = with_port(port, |port| port.arrived.borrow_mut().pop_front())?;
    if let Some(message) = message {
        let event = message_event::trusted(message, context)?;
        event_target::dispatch(port, &event, context)?;
    }
    Ok(())
}

/// Sets `onmessage`, which starts the port, as in the standard; adding a listener does not.
fn set_on_message(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    set_handler(this, args, "message")?;
    start(this, &[], context)
}

fn handler(this: &JsValue, kind: &str) -> JsResult<JsValue> {
    class::data(this, PORT, |_: &Port| ())?;
    let handler = event_target::handler(this, &JsString::from(kind))?;
    Ok(handler.map_or_else(JsValue::null, JsValue::from))
}

fn set_handler(this: &JsValue, args: &[JsValue], kind: &str) -> JsResult<JsValue> {
    class::data(this, PORT, |_: &Port| ())?;
    let handler = args.get_or_undefined(0).as_object().filter(JsObject::is_callable);
    event_target::set_handler(this, &JsString::from(kind), handler)?;
    Ok(JsValue::undefined())
}

fn with_port<R>(port: &JsObject, act: impl FnOnce(&mut Port) -> R) -> JsResult<R> {
    class::data_mut(&port.clone().into(), PORT, act)
}
