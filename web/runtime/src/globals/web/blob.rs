//! `Blob`: immutable bytes with a media type, all in memory. There is no `stream()`, because there are no streams.

use std::ops::Range;
use std::rc::Rc;

use boa_engine::builtins::array_buffer::AlignedVec;
use boa_engine::object::builtins::{JsArrayBuffer, JsPromise, JsUint8Array};
use boa_engine::value::IntegerOrInfinity;
use boa_engine::{Context, JsArgs as _, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::argument::{option, optional_text, sequence, type_error};
use super::class::{self, Definition};
use crate::values::bytes::View;

const NAME: &str = "Blob";

/// A part of shared bytes: a blob and its slices have one copy.
#[derive(Debug, Clone, Trace, Finalize, JsData)]
pub(super) struct Blob {
    #[unsafe_ignore_trace]
    all: Rc<[u8]>,
    #[unsafe_ignore_trace]
    range: Range<usize>,
    /// In lower case; empty if unknown.
    #[unsafe_ignore_trace]
    media_type: String,
}

/// Defines the class.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    class::define(
        &Definition {
            name: NAME,
            length: 0,
            construct,
            parent: None,
            methods: &[
                ("slice", 0, slice),
                ("text", 0, text),
                ("arrayBuffer", 0, array_buffer),
                ("bytes", 0, bytes),
            ],
            statics: &[],
            properties: &[("size", size, None), ("type", media_type, None)],
        },
        context,
    )
    .map(drop)
}

/// Clones a blob for `structuredClone`; `None` if the object is not a blob.
///
/// # Errors
/// When the class is not there.
pub(super) fn copy(object: &JsObject, context: &Context) -> JsResult<Option<JsObject>> {
    let blob = object.downcast_ref::<Blob>().map(|blob| blob.clone());
    blob.map(|blob| class::instance(NAME, blob, context)).transpose()
}

impl Blob {
    fn bytes(&self) -> &[u8] {
        &self.all[self.range.clone()]
    }
}

fn construct(args: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let parts = match args.get_or_undefined(0) {
        none if none.is_undefined() => Vec::new(),
        parts => sequence(parts, context)?
            .ok_or_else(|| type_error("new Blob takes a list of texts, buffers and blobs"))?,
    };
    let options = args.get_or_undefined(1);
    let endings = optional_text(&[option(options, "endings", "new Blob", context)?], 0, context)?;
    let is_native = match endings.as_deref() {
        None | Some("transparent") => false,
        Some("native") => true,
        Some(other) => {
            return Err(type_error(format!(
                "the option endings of new Blob is \"transparent\" or \"native\", not {other:?}"
            )));
        }
    };
    let media_type = option(options, "type", "new Blob", context)?;
    let media_type = normalise(optional_text(&[media_type], 0, context)?);
    let mut all = Vec::new();
    for part in &parts {
        append(part, is_native, &mut all, context)?;
    }
    let blob = Blob {
        range: 0..all.len(),
        all: all.into(),
        media_type,
    };
    Ok(JsObject::from_proto_and_data(prototype, blob))
}

fn append(part: &JsValue, is_native: bool, all: &mut Vec<u8>, context: &mut Context) -> JsResult<()> {
    if let Some(object) = part.as_object() {
        if let Some(blob) = object.downcast_ref::<Blob>() {
            all.extend_from_slice(blob.bytes());
            return Ok(());
        }
        if let Some(view) = View::of(&object, context) {
            all.extend(view.read(usize::MAX));
            return Ok(());
        }
    }
    let text = part.to_string(context)?.to_std_string_lossy();
    match is_native {
        // The native line ending of the systems that Pontoon runs on.
        true => all.extend(text.replace("\r\n", "\n").replace('\r', "\n").into_bytes()),
        false => all.extend(text.into_bytes()),
    }
    Ok(())
}

/// Returns the bytes from `start` to `end` as a blob; negative numbers count from the end.
fn slice(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let blob = class::data(this, NAME, Blob::clone)?;
    let length = blob.range.len();
    let start = place(args.get_or_undefined(0), 0, length, context)?;
    let end = place(args.get_or_undefined(1), length, length, context)?.max(start);
    let part = Blob {
        range: blob.range.start + start..blob.range.start + end,
        all: Rc::clone(&blob.all),
        media_type: normalise(optional_text(args, 2, context)?),
    };
    class::instance(NAME, part, context).map(JsValue::from)
}

fn place(value: &JsValue, default: usize, length: usize, context: &mut Context) -> JsResult<usize> {
    if value.is_undefined() {
        return Ok(default);
    }
    Ok(match value.to_integer_or_infinity(context)? {
        IntegerOrInfinity::Integer(place) => {
            let distance = usize::try_from(place.unsigned_abs()).unwrap_or(usize::MAX);
            match place < 0 {
                true => length.saturating_sub(distance),
                false => distance.min(length),
            }
        }
        IntegerOrInfinity::PositiveInfinity => length,
        IntegerOrInfinity::NegativeInfinity => 0,
    })
}

/// Returns the media type in lower case, or nothing if it has characters that no media type has.
fn normalise(media_type: Option<String>) -> String {
    match media_type {
        Some(text) if text.chars().all(|next| matches!(next, ' '..='~')) => text.to_ascii_lowercase(),
        _ => String::new(),
    }
}

fn size(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |blob: &Blob| (blob.range.len() as f64).into())
}

fn media_type(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    class::data(this, NAME, |blob: &Blob| {
        JsString::from(blob.media_type.as_str()).into()
    })
}

fn text(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    promise(this, context, |bytes, _| {
        // A mark of the byte order is no part of the text.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        Ok(JsString::from(String::from_utf8_lossy(bytes).as_ref()).into())
    })
}

fn array_buffer(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    promise(this, context, |bytes, context| {
        let block = AlignedVec::from_slice(0, bytes);
        Ok(JsArrayBuffer::from_byte_block(block, context)?.into())
    })
}

fn bytes(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    promise(this, context, |bytes, context| {
        Ok(JsUint8Array::from_iter(bytes.iter().copied(), context)?.into())
    })
}

/// Returns a promise of the value of `read`; it is rejected if `this` is not a blob.
fn promise(
    this: &JsValue,
    context: &mut Context,
    read: impl FnOnce(&[u8], &mut Context) -> JsResult<JsValue>,
) -> JsResult<JsValue> {
    let value = class::data(this, NAME, Blob::clone).and_then(|blob| read(blob.bytes(), context));
    Ok(match value {
        Ok(value) => JsPromise::resolve(value, context)?.into(),
        Err(error) => JsPromise::reject(error, context)?.into(),
    })
}
