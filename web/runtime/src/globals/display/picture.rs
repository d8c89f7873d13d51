//! Pictures: bytes, Base64 as plugins give them, data URLs, and SVG markup.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use boa_engine::{Context, JsResult, JsValue};
use web_output::{Image, Shown};

use super::arguments::{markup, range_error, refused, type_error};
use crate::values::bytes::View;

/// Bytes of one picture.
const MAX_BYTES: usize = 16 * 1024 * 1024;
const FORMATS: &str = "PNG, JPEG, GIF, WebP and BMP";

/// A picture, if the value is nothing else.
pub(super) fn recognise(value: &JsValue, context: &mut Context) -> Option<Shown> {
    let is_candidate = value
        .as_string()
        .is_none_or(|text| text.to_std_string_lossy().starts_with("data:image/"));
    if is_candidate {
        image(value, context).ok()
    } else {
        None
    }
}

/// A picture from bytes, Base64 or a data URL.
///
/// # Errors
/// A `TypeError` if it is none, a `RangeError` if it is too large.
pub(super) fn image(value: &JsValue, context: &mut Context) -> JsResult<Shown> {
    let bytes = if let Some(text) = value.as_string() {
        if text.len() > MAX_BYTES * 2 {
            return Err(too_large(text.len()));
        }
        match text_bytes(&text.to_std_string_lossy()) {
            Some(Content::Svg(markup)) => return Ok(Shown::Svg(markup)),
            Some(Content::Bytes(bytes)) => bytes,
            None => {
                let takes = "the bytes of an image, Base64 or a data URL";
                return Err(refused("display.image", takes, value, context));
            }
        }
    } else {
        let view = value.as_object().and_then(|object| View::of(&object, context));
        let Some(view) = view else {
            let takes = "the bytes of an image or a data URL";
            return Err(refused("display.image", takes, value, context));
        };
        if view.len() > MAX_BYTES {
            return Err(too_large(view.len()));
        }
        view.read(MAX_BYTES)
    };
    let start: Vec<String> = bytes.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Image::recognise(bytes).map(Shown::Image).ok_or_else(|| {
        type_error(format!(
            "display.image knows {FORMATS}; these bytes begin with {}",
            start.join(" ")
        ))
    })
}

/// A drawing.
///
/// # Errors
/// A `TypeError` if the markup is no SVG, a `RangeError` if it is too long.
pub(super) fn svg(value: &JsValue, context: &mut Context) -> JsResult<Shown> {
    let markup = markup(value, "display.svg", "SVG markup", context)?;
    match drawing(&markup) {
        Some(drawing) => Ok(Shown::Svg(drawing)),
        None => Err(refused(
            "display.svg",
            "markup with an <svg> element",
            value,
            context,
        )),
    }
}

enum Content {
    Bytes(Vec<u8>),
    Svg(String),
}

fn text_bytes(text: &str) -> Option<Content> {
    let Some(url) = text.strip_prefix("data:") else {
        let compact: String = text.split_whitespace().collect();
        return STANDARD
            .decode(compact)
            .ok()
            .filter(|bytes| !bytes.is_empty())
            .map(Content::Bytes);
    };
    let (head, body) = url.split_once(',')?;
    let body = unescaped(body);
    let bytes = if head.trim_end().ends_with(";base64") {
        STANDARD.decode(body).ok()?
    } else {
        body
    };
    if head.starts_with("image/svg+xml") {
        return drawing(&String::from_utf8_lossy(&bytes)).map(Content::Svg);
    }
    Some(Content::Bytes(bytes))
}

/// The markup from the `<svg` on, with the namespace without which no browser draws it.
fn drawing(markup: &str) -> Option<String> {
    let drawing = &markup[markup.find("<svg")?..];
    let (tag, rest) = drawing.split_at(drawing.find('>')?);
    Some(if tag.contains("xmlns=") {
        drawing.to_owned()
    } else {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"{}{rest}",
            &tag["<svg".len()..]
        )
    })
}

/// `%20` and its like as bytes.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    bytes
}

fn too_large(bytes: usize) -> boa_engine::JsError {
    range_error(format!(
        "display.image takes at most {MAX_BYTES} bytes, and got {bytes}"
    ))
}
