//! `MessageEvent`: the event that carries a message.

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue, js_string};

use super::argument::{option, optional_text, required, sequence, type_error};
use super::class::{self, Definition};
use super::event::{Event, Message};

const NAME: &str = "MessageEvent";

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
            parent: Some("Event"),
            methods: &[],
            statics: &[],
            properties: &[
                (
                    "data",
                    |this, _, _| get(this, |message| message.data.clone()),
                    None,
                ),
                (
                    "origin",
                    |this, _, _| get(this, |message| message.origin.clone().into()),
                    None,
                ),
                (
                    "lastEventId",
                    |this, _, _| get(this, |message| message.last_event_id.clone().into()),
                    None,
                ),
                ("source", |this, _, _| get(this, |_| JsValue::null()), None),
                (
                    "ports",
                    |this, _, _| get(this, |message| message.ports.clone().into()),
                    None,
                ),
            ],
        },
        context,
    )
    .map(drop)
}

/// A message from a port.
///
/// # Errors
/// When the engine cannot make it.
pub(super) fn trusted(data: JsValue, context: &mut Context) -> JsResult<JsObject> {
    let message = Message {
        data,
        origin: JsString::default(),
        last_event_id: JsString::default(),
        ports: frozen(Vec::new(), context)?,
    };
    let event = Event::trusted(js_string!("message"), context).with_message(message);
    class::instance(NAME, event, context)
}

fn construct(args: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let kind = required(args, 0, "new MessageEvent")?.to_string(context)?;
    let options = args.get_or_undefined(1);
    let ports = match option(options, "ports", "new MessageEvent", context)? {
        none if none.is_undefined() => Vec::new(),
        ports => sequence(&ports, context)?
            .ok_or_else(|| type_error("the option ports of new MessageEvent is a list"))?,
    };
    let data = option(options, "data", "new MessageEvent", context)?;
    let mut text = |name| {
        let value = option(options, name, "new MessageEvent", context)?;
        optional_text(&[value], 0, context).map(|text| JsString::from(text.unwrap_or_default()))
    };
    let (origin, last_event_id) = (text("origin")?, text("lastEventId")?);
    let message = Message {
        data: if data.is_undefined() {
            JsValue::null()
        } else {
            data
        },
        origin,
        last_event_id,
        ports: frozen(ports, context)?,
    };
    let event = Event::from_options(kind, options, context)?.with_message(message);
    Ok(JsObject::from_proto_and_data(prototype, event))
}

fn frozen(ports: Vec<JsValue>, context: &mut Context) -> JsResult<JsObject> {
    let ports = JsObject::from(JsArray::from_iter(ports, context));
    ports.set_integrity_level(boa_engine::object::IntegrityLevel::Frozen, context)?;
    Ok(ports)
}

fn get(this: &JsValue, read: impl FnOnce(&Message) -> JsValue) -> JsResult<JsValue> {
    class::data(this, NAME, |event: &Event| event.message().map(read))?
        .ok_or_else(|| class::wrong_object(NAME))
}
