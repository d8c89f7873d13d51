//! A manifest as a JavaScript object: exports in the manifest's order, each function forwarding its call.

use std::rc::Rc;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction};
use proto::manifest::{ExportKind, Manifest};

use crate::plugin_error;
use crate::transport::{Call, Transport};
use crate::value::{arguments_from_js, value_to_js};

/// Remembers who carries calls, and the class of the errors that they throw.
pub(crate) fn register(transport: Rc<dyn Transport>, error_class: JsObject, context: &mut Context) {
    context.insert_data(Rc::new(Carrier {
        transport,
        error_class,
    }));
}

/// The module object.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn create(manifest: &Manifest, context: &mut Context) -> JsResult<JsObject> {
    let module = JsObject::with_object_proto(context.intrinsics());
    let module_name: Rc<str> = manifest.module.as_str().into();
    for export in &manifest.exports {
        let export_name: Rc<str> = export.name.as_str().into();
        let value = match &export.kind {
            ExportKind::Function => stub(&module_name, &export_name, None, context),
            ExportKind::Object(methods) => {
                let object = JsObject::with_object_proto(context.intrinsics());
                for method in methods {
                    let function = stub(&module_name, &export_name, Some(&method.name), context);
                    object.create_data_property_or_throw(
                        JsString::from(method.name.as_str()),
                        function,
                        context,
                    )?;
                }
                object
            }
        };
        module.create_data_property_or_throw(JsString::from(&*export_name), value, context)?;
    }
    Ok(module)
}

struct Carrier {
    transport: Rc<dyn Transport>,
    error_class: JsObject,
}

/// The function behind one export or method.
fn stub(module: &Rc<str>, export: &Rc<str>, method: Option<&str>, context: &Context) -> JsObject {
    let name = JsString::from(method.unwrap_or(export));
    let captures = (Rc::clone(module), Rc::clone(export), method.map(Rc::<str>::from));
    let forward = NativeFunction::from_copy_closure_with_captures(
        |_, args, (module, export, method), context| {
            forward(module, export, method.as_deref(), args, context)
        },
        captures,
    );
    FunctionObjectBuilder::new(context.realm(), forward)
        .name(name)
        .constructor(false)
        .build()
        .into()
}

fn forward(
    module: &str,
    export: &str,
    method: Option<&str>,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let Some(carrier) = context.get_data::<Rc<Carrier>>().cloned() else {
        return Err(JsNativeError::error().with_message("calls are not set up").into());
    };
    let call = Call {
        module: module.to_owned(),
        export: export.to_owned(),
        method: method.map(str::to_owned),
        args: arguments_from_js(args, context)?,
    };
    match carrier.transport.invoke(call) {
        Ok(result) => value_to_js(result, context),
        Err(failure) => {
            let called = match method {
                Some(method) => format!("{export}.{method}"),
                None => export.to_owned(),
            };
            Err(plugin_error::thrown(
                &carrier.error_class,
                failure,
                module,
                &called,
                context,
            ))
        }
    }
}
