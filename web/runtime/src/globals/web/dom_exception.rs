//! `DOMException`: the error class of the web platform, with its names and their old numbers.

use boa_engine::{Context, JsArgs as _, JsError, JsObject, JsResult, JsString, JsValue, js_string};

use super::argument::optional_text;
use super::class::{self, Definition};

/// Names with the constant and the number that they had before names were used.
const CODES: [(&str, &str, i32); 25] = [
    ("IndexSizeError", "INDEX_SIZE_ERR", 1),
    ("DOMStringSizeError", "DOMSTRING_SIZE_ERR", 2),
    ("HierarchyRequestError", "HIERARCHY_REQUEST_ERR", 3),
    ("WrongDocumentError", "WRONG_DOCUMENT_ERR", 4),
    ("InvalidCharacterError", "INVALID_CHARACTER_ERR", 5),
    ("NoDataAllowedError", "NO_DATA_ALLOWED_ERR", 6),
    ("NoModificationAllowedError", "NO_MODIFICATION_ALLOWED_ERR", 7),
    ("NotFoundError", "NOT_FOUND_ERR", 8),
    ("NotSupportedError", "NOT_SUPPORTED_ERR", 9),
    ("InUseAttributeError", "INUSE_ATTRIBUTE_ERR", 10),
    ("InvalidStateError", "INVALID_STATE_ERR", 11),
    ("SyntaxError", "SYNTAX_ERR", 12),
    ("InvalidModificationError", "INVALID_MODIFICATION_ERR", 13),
    ("NamespaceError", "NAMESPACE_ERR", 14),
    ("InvalidAccessError", "INVALID_ACCESS_ERR", 15),
    ("ValidationError", "VALIDATION_ERR", 16),
    ("TypeMismatchError", "TYPE_MISMATCH_ERR", 17),
    ("SecurityError", "SECURITY_ERR", 18),
    ("NetworkError", "NETWORK_ERR", 19),
    ("AbortError", "ABORT_ERR", 20),
    ("URLMismatchError", "URL_MISMATCH_ERR", 21),
    ("QuotaExceededError", "QUOTA_EXCEEDED_ERR", 22),
    ("TimeoutError", "TIMEOUT_ERR", 23),
    ("InvalidNodeTypeError", "INVALID_NODE_TYPE_ERR", 24),
    ("DataCloneError", "DATA_CLONE_ERR", 25),
];

/// Defines the class.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let (constructor, prototype) = class::define(
        &Definition {
            name: "DOMException",
            length: 0,
            construct,
            parent: None,
            methods: &[],
            statics: &[],
            properties: &[],
        },
        context,
    )?;
    let error = context.intrinsics().constructors().error().prototype();
    prototype.set_prototype(Some(error));
    for (_, constant, code) in CODES {
        for holder in [&constructor, &prototype] {
            let fixed = boa_engine::property::PropertyDescriptor::builder()
                .value(code)
                .writable(false)
                .enumerable(true)
                .configurable(false);
            holder.define_property_or_throw(JsString::from(constant), fixed, context)?;
        }
    }
    Ok(())
}

/// An exception to throw.
pub(super) fn thrown(name: &str, message: &str, context: &mut Context) -> JsError {
    match value(name, message, context) {
        Ok(value) => JsError::from_opaque(value.into()),
        Err(error) => error,
    }
}

/// An exception as a value.
///
/// # Errors
/// When the engine cannot make it.
pub(super) fn value(name: &str, message: &str, context: &mut Context) -> JsResult<JsObject> {
    let prototype = class::prototype("DOMException", context)?;
    make(name, message, &JsValue::undefined(), prototype, context)
}

fn construct(args: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let message = optional_text(args, 0, context)?.unwrap_or_default();
    let second = args.get_or_undefined(1);
    let (name, options) = match second.as_object() {
        Some(options) => {
            let name = options.get(js_string!("name"), context)?;
            (optional_text(&[name], 0, context)?, second.clone())
        }
        None => (optional_text(args, 1, context)?, JsValue::undefined()),
    };
    let name = name.unwrap_or_else(|| "Error".to_owned());
    make(&name, &message, &options, prototype, context)
}

/// An error object, so that it has a stack, with a prototype of its own.
fn make(
    name: &str,
    message: &str,
    options: &JsValue,
    prototype: JsObject,
    context: &mut Context,
) -> JsResult<JsObject> {
    let base = context.intrinsics().constructors().error().constructor();
    let error = base.construct(&[JsString::from(message).into(), options.clone()], None, context)?;
    error.set_prototype(Some(prototype));
    class::hidden(&error, js_string!("name"), JsString::from(name), context)?;
    let code = CODES.iter().find(|(known, _, _)| *known == name);
    let code = code.map_or(0, |(_, _, code)| *code);
    class::hidden(&error, js_string!("code"), code, context)?;
    Ok(error)
}
