//! `atob` and `btoa`: text whose characters are bytes, to Base64 and back, as forgiving as browsers are.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use boa_engine::{Context, JsResult, JsString, JsValue, js_string};

use super::argument::required;
use super::dom_exception;
use crate::bounds::stoppable;

/// Text without padding is fine, and so are bits that are left over.
const FORGIVING: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// Defines both functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    context.register_global_builtin_callable(js_string!("btoa"), 1, stoppable(btoa))?;
    context.register_global_builtin_callable(js_string!("atob"), 1, stoppable(atob))
}

fn btoa(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = required(args, 0, "btoa")?.to_string(context)?;
    let bytes: Result<Vec<u8>, _> = text.iter().map(u8::try_from).collect();
    match bytes {
        Ok(bytes) => Ok(JsString::from(base64::engine::general_purpose::STANDARD.encode(bytes)).into()),
        Err(_) => Err(dom_exception::thrown(
            "InvalidCharacterError",
            "the text has characters beyond U+00FF; encode it with TextEncoder first",
            context,
        )),
    }
}

fn atob(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = required(args, 0, "atob")?
        .to_string(context)?
        .to_std_string_lossy();
    let mut text: String = text
        .chars()
        .filter(|next| !matches!(next, ' ' | '\t' | '\n' | '\x0c' | '\r'))
        .collect();
    // Padding may be left out, but where it is it must be right.
    if text.len().is_multiple_of(4) {
        let padding = text.len() - text.trim_end_matches('=').len();
        text.truncate(text.len() - padding.min(2));
    }
    match FORGIVING.decode(&text) {
        Ok(bytes) => {
            let units: Vec<u16> = bytes.into_iter().map(u16::from).collect();
            Ok(JsString::from(units.as_slice()).into())
        }
        Err(_) => Err(dom_exception::thrown(
            "InvalidCharacterError",
            "the text is not correctly encoded as Base64",
            context,
        )),
    }
}
