//! `JSON.parse`. Boa 0.22 parses a text with serde_json and then again as a script, both by recursion: 128 arrays or
//! objects inside each other are a SyntaxError, so are `1e400` and `"\ud800"`, and each string of the text stays in the
//! interner for ever. No issue found.
//!
//! Texts are read here without recursion. The engine's own method still words the syntax errors, as deep as it reads.

mod reader;
mod reviver;
mod scanner;

use boa_engine::string::{JsStr, JsStrVariant};
use boa_engine::{
    Context, JsArgs as _, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
};

use crate::bounds::limits::DATA_DEPTH;
use crate::bounds::replace_method;
use reader::{Reader, Refusal};
use reviver::Reviver;

/// How many arrays and objects inside each other the engine's own method reads.
const ENGINE_DEPTH: usize = 127;

/// Replaces the method.
///
/// # Errors
/// When the engine cannot define the property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let json = context.intrinsics().objects().json();
    let reviver = Reviver::new(context)?;
    replace_method(&json, "parse", context, |method| {
        NativeFunction::from_copy_closure_with_captures(
            |_, args, (method, reviver): &(JsObject, Reviver), context| parse(args, method, reviver, context),
            (method, reviver),
        )
    })
}

fn parse(args: &[JsValue], engine: &JsObject, reviver: &Reviver, context: &mut Context) -> JsResult<JsValue> {
    let text = args.get_or_undefined(0).to_string(context)?;
    let function = args.get_or_undefined(1).as_callable();
    let read = match text.as_str().variant() {
        JsStrVariant::Latin1(units) => Reader::new(units, function.is_some()).read(context),
        JsStrVariant::Utf16(units) => Reader::new(units, function.is_some()).read(context),
    };
    match (read, function) {
        (Ok((value, _)), None) => Ok(value),
        (Ok((value, sources)), Some(function)) => reviver.revive(value, &sources, &text, &function, context),
        (Err(Refusal::Depth), _) => Err(JsNativeError::range()
            .with_message(format!(
                "this text nests more than {DATA_DEPTH} levels deep, which JSON.parse does not read"
            ))
            .into()),
        (Err(Refusal::Syntax { place, depth }), _) => {
            if depth < ENGINE_DEPTH {
                // The engine would take a lone surrogate for the error.
                let text = JsString::from(text.to_std_string_lossy());
                engine.call(&JsValue::undefined(), &[text.into()], context)?;
            }
            Err(syntax_error(text.as_str(), place))
        }
    }
}

fn syntax_error(text: JsStr<'_>, place: usize) -> JsError {
    let (mut line, mut column) = (1, 1);
    for unit in text.iter().take(place) {
        (line, column) = match unit == u16::from(b'\n') {
            true => (line + 1, 1),
            false => (line, column + 1),
        };
    }
    let found = match text.get(place) {
        Some(_) => "unexpected character",
        None => "unexpected end",
    };
    JsNativeError::syntax()
        .with_message(format!("{found} at line {line} column {column}"))
        .into()
}
