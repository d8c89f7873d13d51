//! `TextEncoder` and `TextDecoder`. Encodings: UTF-8, UTF-16 in both orders, and windows-1252, which is what the web
//! means by Latin-1.

mod decoder;
mod label;

use boa_engine::object::builtins::JsUint8Array;
use boa_engine::{Context, JsArgs as _, JsData, JsObject, JsResult, JsString, JsValue, js_string};
use boa_gc::{Finalize, Trace};

use super::argument::{option, optional_text, range_error, required, type_error};
use super::class::{self, Definition};
use crate::values::bytes::View;
use decoder::Decoder;
use label::Encoding;

const ENCODER: &str = "TextEncoder";
const DECODER: &str = "TextDecoder";

#[derive(Debug, Trace, Finalize, JsData)]
struct Encoder;

#[derive(Debug, Trace, Finalize, JsData)]
struct TextDecoder(#[unsafe_ignore_trace] Decoder);

/// Defines both classes.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let encoder = Definition {
        name: ENCODER,
        length: 0,
        construct: |_, prototype, _| Ok(JsObject::from_proto_and_data(prototype, Encoder)),
        parent: None,
        methods: &[("encode", 0, encode), ("encodeInto", 2, encode_into)],
        statics: &[],
        properties: &[("encoding", |_, _, _| Ok(js_string!("utf-8").into()), None)],
    };
    class::define(&encoder, context)?;
    let decoder = Definition {
        name: DECODER,
        length: 0,
        construct,
        parent: None,
        methods: &[("decode", 0, decode)],
        statics: &[],
        properties: &[
            ("encoding", encoding, None),
            ("fatal", fatal, None),
            ("ignoreBOM", ignore_bom, None),
        ],
    };
    class::define(&decoder, context).map(drop)
}

fn encode(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    class::data(this, ENCODER, |_: &Encoder| ())?;
    let text = optional_text(args, 0, context)?.unwrap_or_default();
    Ok(JsUint8Array::from_iter(text.into_bytes(), context)?.into())
}

/// Writes whole characters only.
fn encode_into(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    class::data(this, ENCODER, |_: &Encoder| ())?;
    let text = required(args, 0, "encodeInto")?
        .to_string(context)?
        .to_std_string_lossy();
    let view = required(args, 1, "encodeInto")?
        .as_object()
        .filter(|array| JsUint8Array::from_object(array.clone()).is_ok())
        .and_then(|array| View::of(&array, context))
        .ok_or_else(|| type_error("encodeInto takes a text and a Uint8Array to write it to"))?;
    let end = text.floor_char_boundary(view.len());
    let written = view.write(&text.as_bytes()[..end]);
    let read = text[..written].encode_utf16().count();
    let result = JsObject::with_object_proto(context.intrinsics());
    result.create_data_property_or_throw(js_string!("read"), read as f64, context)?;
    result.create_data_property_or_throw(js_string!("written"), written as f64, context)?;
    Ok(result.into())
}

fn construct(args: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let encoding = match optional_text(args, 0, context)? {
        None => Encoding::Utf8,
        Some(label) => Encoding::from_label(&label).ok_or_else(|| {
            range_error(format!(
                "the encoding {label:?} is not known; known are utf-8, utf-16le, utf-16be and windows-1252"
            ))
        })?,
    };
    let options = args.get_or_undefined(1);
    let is_fatal = option(options, "fatal", DECODER, context)?.to_boolean();
    let keeps_bom = option(options, "ignoreBOM", DECODER, context)?.to_boolean();
    let decoder = Decoder::new(encoding, is_fatal, keeps_bom);
    Ok(JsObject::from_proto_and_data(prototype, TextDecoder(decoder)))
}

fn decode(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let input = args.get_or_undefined(0);
    let bytes = match input.as_object() {
        None if input.is_undefined() => Vec::new(),
        object => object
            .and_then(|object| View::of(&object, context))
            .ok_or_else(|| type_error("decode takes an ArrayBuffer, a typed array or a DataView"))?
            .read(usize::MAX),
    };
    let is_stream = option(args.get_or_undefined(1), "stream", "decode", context)?.to_boolean();
    let decoded = class::data_mut(this, DECODER, |decoder: &mut TextDecoder| {
        decoder.0.decode(&bytes, is_stream)
    })?;
    match decoded {
        Ok(units) => Ok(JsString::from(units.as_slice()).into()),
        Err(_) => class::data(this, DECODER, |decoder: &TextDecoder| decoder.0.encoding.name())
            .and_then(|name| Err(type_error(format!("the bytes are not valid {name}")))),
    }
}

fn encoding(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, DECODER, |decoder: &TextDecoder| {
        JsString::from(decoder.0.encoding.name()).into()
    })
}

fn fatal(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, DECODER, |decoder: &TextDecoder| decoder.0.is_fatal.into())
}

fn ignore_bom(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, DECODER, |decoder: &TextDecoder| decoder.0.keeps_bom.into())
}
