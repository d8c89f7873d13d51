//! `JSON.stringify` of data that lies too deep.

use std::collections::HashSet;

use boa_engine::builtins::proxy::Proxy;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsValue};

use super::range;
use crate::limits::DATA_DEPTH;

/// Walks plain data level by level. What getters and `toJSON` give is counted by the engine's own limit of calls.
pub(super) fn check(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<()> {
    let Some(root) = args.get_or_undefined(0).as_object() else {
        return Ok(());
    };
    let mut level = vec![root];
    let mut seen = HashSet::new();
    for _ in 0..=DATA_DEPTH {
        let mut inner = Vec::new();
        for object in level {
            if !object.is::<Proxy>() && seen.insert(object.clone()) {
                inner.extend(children(&object, context));
            }
        }
        if inner.is_empty() {
            return Ok(());
        }
        level = inner;
    }
    Err(range(format!(
        "this data lies more than {DATA_DEPTH} levels deep, which JSON.stringify does not walk"
    )))
}

/// The objects in an object that are found without running anything.
fn children(object: &JsObject, context: &mut Context) -> Vec<JsObject> {
    let keys = object.own_property_keys(context).unwrap_or_default();
    let object = object.borrow();
    keys.iter()
        .filter_map(|key| object.properties().get(key)?.value()?.as_object())
        .collect()
}
