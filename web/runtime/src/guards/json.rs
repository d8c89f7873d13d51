//! `JSON.stringify` of data that lies too deep, and of data that comes about only while it is written.

use std::collections::HashSet;

use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::builtins::proxy::Proxy;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsArgs as _, JsError, JsObject, JsResult, JsValue, NativeFunction, js_string};
use boa_gc::{Finalize, GcRefCell, Trace};

use super::{range, replace_method, strings};
use crate::limits::DATA_DEPTH;
use crate::realm::Memory;

/// Puts the check in front of `JSON.stringify`.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let json = context.intrinsics().objects().json();
    replace_method(&json, "stringify", context, |method| {
        NativeFunction::from_copy_closure_with_captures(
            |this, args, method, context| {
                Memory::check_in(context)?;
                let replacer = args.get_or_undefined(1).as_callable();
                if replacer.is_none() && !comes_about(args.get_or_undefined(0), context)? {
                    return method.call(this, args, context);
                }
                let mut args = args.to_vec();
                args.resize(3, JsValue::undefined());
                // A list of names says in which order they are written, which a function cannot.
                if args[1].is_undefined() || replacer.is_some() {
                    args[1] = watching(replacer, context);
                }
                method.call(this, &args, context)
            },
            method,
        )
    })
}

/// Whether code makes some of the data: a getter, a proxy, or a `toJSON` of the script's own. Data is walked level by
/// level as far as none does.
///
/// # Errors
/// A `RangeError` if it lies too deep, or if its strings alone are too long.
fn comes_about(root: &JsValue, context: &mut Context) -> JsResult<bool> {
    let Some(root) = root.as_object() else {
        return Ok(false);
    };
    let mut level = vec![root];
    let mut seen = HashSet::new();
    let mut text = 0;
    for _ in 0..=DATA_DEPTH {
        let mut inner = Vec::new();
        for object in level {
            if !seen.insert(object.clone()) {
                continue;
            }
            if object.is::<Proxy>() || has_to_json(&object) {
                return Ok(true);
            }
            let keys = object.own_property_keys(context)?;
            let object = object.borrow();
            for property in keys.iter().filter_map(|key| object.properties().get(key)) {
                // A getter has none.
                let Some(value) = property.value() else {
                    return Ok(true);
                };
                text += value.as_string().map_or(0, |text| text.len());
                inner.extend(value.as_object());
            }
        }
        strings::check(text as f64)?;
        if inner.is_empty() {
            return Ok(false);
        }
        level = inner;
    }
    Err(too_deep())
}

/// Whether an object has a `toJSON` that is written in JavaScript.
fn has_to_json(object: &JsObject) -> bool {
    let key = PropertyKey::from(js_string!("toJSON"));
    let mut holder = Some(object.clone());
    while let Some(object) = holder {
        if object.is::<Proxy>() {
            return true;
        }
        if let Some(property) = object.borrow().properties().get(&key) {
            let function = property.value().and_then(JsValue::as_object);
            return function.is_none_or(|function| function.is::<OrdinaryFunction>());
        }
        holder = object.prototype();
    }
    false
}

/// What the replacer knows of the data.
#[derive(Trace, Finalize)]
struct Watch {
    replacer: Option<JsObject>,
    /// The objects that are being written, each in the one before.
    open: GcRefCell<Vec<JsObject>>,
}

/// A replacer that counts how deep the data lies, and leaves the rest to the script's own.
fn watching(replacer: Option<JsObject>, context: &Context) -> JsValue {
    let watch = Watch {
        replacer,
        open: GcRefCell::new(Vec::new()),
    };
    NativeFunction::from_copy_closure_with_captures(
        |holder, args, watch: &Watch, context| {
            if let Some(holder) = holder.as_object() {
                let mut open = watch.open.borrow_mut();
                match open.iter().rposition(|object| *object == holder) {
                    Some(place) => open.truncate(place + 1),
                    None => open.push(holder),
                }
                // The outermost holds the data and is no part of it.
                if open.len() > DATA_DEPTH + 2 {
                    return Err(too_deep());
                }
            }
            match &watch.replacer {
                Some(replacer) => replacer.call(holder, args, context),
                None => Ok(args.get_or_undefined(1).clone()),
            }
        },
        watch,
    )
    .to_js_function(context.realm())
    .into()
}

fn too_deep() -> JsError {
    range(format!(
        "this data lies more than {DATA_DEPTH} levels deep, which JSON.stringify does not walk"
    ))
}
