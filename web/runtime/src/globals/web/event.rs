//! `Event`: what an `EventTarget` tells its listeners.

use boa_engine::{Context, JsArgs as _, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, GcRefCell, Trace};

use super::argument::{option, required};
use super::class::{self, Definition};

const NAME: &str = "Event";

/// The state of one event.
#[derive(Debug, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct Event {
    #[unsafe_ignore_trace]
    kind: JsString,
    bubbles: bool,
    is_cancelable: bool,
    was_prevented: bool,
    /// No further listener hears of it.
    pub(super) was_stopped: bool,
    is_dispatched: bool,
    in_passive_listener: bool,
    is_trusted: bool,
    time: f64,
    target: GcRefCell<Option<JsObject>>,
    /// The fields of a `MessageEvent`.
    message: Option<Message>,
}

/// The fields that a `MessageEvent` adds to an event.
#[derive(Debug, Clone, Trace, Finalize)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct Message {
    pub(super) data: JsValue,
    #[unsafe_ignore_trace]
    pub(super) origin: JsString,
    #[unsafe_ignore_trace]
    pub(super) last_event_id: JsString,
    pub(super) ports: JsObject,
}

/// Defines the class.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    class::define(
        &Definition {
            name: NAME,
            length: 1,
            construct,
            parent: None,
            methods: &[
                ("preventDefault", 0, prevent_default),
                ("stopPropagation", 0, stop_propagation),
                ("stopImmediatePropagation", 0, stop_immediate_propagation),
            ],
            statics: &[],
            properties: &[
                ("type", kind, None),
                ("target", target, None),
                ("currentTarget", current_target, None),
                ("bubbles", bubbles, None),
                ("cancelable", cancelable, None),
                ("defaultPrevented", default_prevented, None),
                ("isTrusted", is_trusted, None),
                ("timeStamp", time_stamp, None),
            ],
        },
        context,
    )
    .map(drop)
}

/// An event that the runtime itself raises.
///
/// # Errors
/// When the class is not there.
pub(super) fn trusted(kind: JsString, context: &Context) -> JsResult<JsObject> {
    class::instance(NAME, Event::trusted(kind, context), context)
}

impl Event {
    /// Creates the state of an event that the runtime itself raises.
    pub(super) fn trusted(kind: JsString, context: &Context) -> Self {
        Self {
            is_trusted: true,
            ..Self::new(kind, context)
        }
    }

    /// Creates the state of an event from the options of its constructor.
    ///
    /// # Errors
    /// Whatever a getter of the options throws, or a `TypeError` if they are no object.
    pub(super) fn from_options(kind: JsString, options: &JsValue, context: &mut Context) -> JsResult<Self> {
        Ok(Self {
            bubbles: option(options, "bubbles", "new Event", context)?.to_boolean(),
            is_cancelable: option(options, "cancelable", "new Event", context)?.to_boolean(),
            ..Self::new(kind, context)
        })
    }

    pub(super) fn with_message(self, message: Message) -> Self {
        Self {
            message: Some(message),
            ..self
        }
    }

    pub(super) fn message(&self) -> Option<&Message> {
        self.message.as_ref()
    }

    fn new(kind: JsString, context: &Context) -> Self {
        Self {
            kind,
            bubbles: false,
            is_cancelable: false,
            was_prevented: false,
            was_stopped: false,
            is_dispatched: false,
            in_passive_listener: false,
            is_trusted: false,
            time: context.clock().now().nanos_since_epoch() as f64 / 1e6,
            target: GcRefCell::new(None),
            message: None,
        }
    }

    pub(super) fn kind(&self) -> &JsString {
        &self.kind
    }

    pub(super) fn was_prevented(&self) -> bool {
        self.was_prevented
    }

    /// Begins to tell listeners; false if it is being told already.
    pub(super) fn begin(&mut self, target: JsObject) -> bool {
        if std::mem::replace(&mut self.is_dispatched, true) {
            return false;
        }
        *self.target.borrow_mut() = Some(target);
        true
    }

    pub(super) fn end(&mut self) {
        self.is_dispatched = false;
        self.was_stopped = false;
    }

    pub(super) fn set_passive(&mut self, is_passive: bool) {
        self.in_passive_listener = is_passive;
    }
}

fn construct(args: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let kind = required(args, 0, "new Event")?.to_string(context)?;
    let event = Event::from_options(kind, args.get_or_undefined(1), context)?;
    Ok(JsObject::from_proto_and_data(prototype, event))
}

fn prevent_default(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data_mut(this, NAME, |event: &mut Event| {
        event.was_prevented |= event.is_cancelable && !event.in_passive_listener;
        JsValue::undefined()
    })
}

/// There is one target only, so nothing follows anyway.
fn stop_propagation(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |_: &Event| JsValue::undefined())
}

fn stop_immediate_propagation(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data_mut(this, NAME, |event: &mut Event| {
        event.was_stopped = true;
        JsValue::undefined()
    })
}

fn kind(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| event.kind.clone().into())
}

fn target(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| {
        event
            .target
            .borrow()
            .clone()
            .map_or_else(JsValue::null, JsValue::from)
    })
}

fn current_target(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    match class::data(this, NAME, |event: &Event| event.is_dispatched)? {
        true => target(this, args, context),
        false => Ok(JsValue::null()),
    }
}

fn bubbles(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| event.bubbles.into())
}

fn cancelable(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| event.is_cancelable.into())
}

fn default_prevented(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| event.was_prevented.into())
}

fn is_trusted(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| event.is_trusted.into())
}

fn time_stamp(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| event.time.into())
}
