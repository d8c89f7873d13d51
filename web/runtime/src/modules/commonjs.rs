//! `require` of the user's documents: JSON is data, and anything else a CommonJS module: a function's body with
//! `exports`, `module`, `require`, `__filename` and `__dirname`.

use std::path::Path;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue, Script, js_string};
use web_source::{Rewritten, input};

use crate::modules::documents::Documents;
use crate::modules::resolve::folder_of;
use crate::trace::{SourceKind, Sources};
use crate::values::property::{own_value, text_property};

/// The text of a document.
///
/// # Errors
/// When there is none.
pub(crate) fn read(documents: &dyn Documents, name: &str) -> JsResult<String> {
    documents.read(name).map_err(|why| {
        JsNativeError::error()
            .with_message(format!("Cannot find module '{name}' ({why})"))
            .into()
    })
}

/// Whether a document is data.
pub(crate) fn is_json(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "json")
}

/// The data of a document.
///
/// # Errors
/// When it is no JSON.
pub(crate) fn parse_json(name: &str, source: &str, context: &mut Context) -> JsResult<JsValue> {
    let json = context.intrinsics().objects().json();
    let parse = own_value(&json, &js_string!("parse").into()).and_then(|parse| parse.as_callable());
    let parse =
        parse.ok_or_else(|| JsNativeError::typ().with_message("JSON.parse is no function any more"))?;
    let text = JsString::from(source.trim_start_matches('\u{feff}'));
    parse
        .call(&JsValue::undefined(), &[text.into()], context)
        .map_err(|error| {
            let thrown = error
                .into_opaque(context)
                .ok()
                .and_then(|thrown| thrown.as_object());
            let message = thrown.and_then(|thrown| text_property(&thrown, "message"));
            JsNativeError::syntax()
                .with_message(format!("{name}: {}", message.unwrap_or_default()))
                .into()
        })
}

/// A module whose code did not run yet: the object that its code knows as `module`.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn create(name: &str, documents: &dyn Documents, context: &mut Context) -> JsResult<JsObject> {
    let module = JsObject::with_object_proto(context.intrinsics());
    let exports = JsObject::with_object_proto(context.intrinsics());
    let file = documents.full_name(name);
    module.create_data_property_or_throw(js_string!("id"), JsString::from(file.as_str()), context)?;
    module.create_data_property_or_throw(js_string!("filename"), JsString::from(file.as_str()), context)?;
    module.create_data_property_or_throw(js_string!("path"), JsString::from(folder(&file)), context)?;
    module.create_data_property_or_throw(js_string!("exports"), exports, context)?;
    module.create_data_property_or_throw(js_string!("loaded"), false, context)?;
    let children = JsArray::new(context)?;
    module.create_data_property_or_throw(js_string!("children"), children, context)?;
    Ok(module)
}

/// Runs a module's code, which finds `require` under that name.
///
/// # Errors
/// Whatever the code throws.
pub(crate) fn run(
    name: &str,
    wrapped: Rewritten,
    module: &JsObject,
    require: JsObject,
    context: &mut Context,
) -> JsResult<()> {
    let text = input(wrapped.text()).with_path(Path::new(name));
    let script = Script::parse(text, None, context)?;
    if let Some(sources) = Sources::of(context) {
        sources.add(name, wrapped, SourceKind::Script, context);
    }
    let function = script.evaluate(context)?;
    let function = function
        .as_callable()
        .ok_or_else(|| JsNativeError::syntax().with_message(format!("{name}: not one module")))?;
    let args = arguments(module, require, context)?;
    function.call(&args[0].clone(), &args, context).map(drop)
}

/// What a module's code is called with, its `exports` first.
///
/// # Errors
/// When a getter of the module throws.
pub(crate) fn arguments(
    module: &JsObject,
    require: JsObject,
    context: &mut Context,
) -> JsResult<[JsValue; 5]> {
    Ok([
        module.get(js_string!("exports"), context)?,
        require.into(),
        module.clone().into(),
        module.get(js_string!("filename"), context)?,
        module.get(js_string!("path"), context)?,
    ])
}

/// The folder of a document, as `__dirname` has it.
fn folder(name: &str) -> &str {
    match folder_of(name) {
        "" => ".",
        folder => folder,
    }
}
