//! `performance.now` and `performance.timeOrigin`, from the context's own clock.

use std::rc::Rc;

use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::context::time::JsInstant;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::class::{self, Definition};

/// When the realm was made: on the clock that only goes forward, and in milliseconds since 1970.
struct Origin(JsInstant, i64);

/// Defines the class and its one object.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let origin = Origin(context.clock().now(), context.clock().system_time_millis());
    context.insert_data(Rc::new(origin));
    let (_, prototype) = class::define(
        &Definition {
            name: "Performance",
            length: 0,
            construct: class::illegal,
            parent: None,
            methods: &[("now", 0, now)],
            statics: &[],
            properties: &[("timeOrigin", time_origin, None)],
        },
        context,
    )?;
    let performance = JsObject::from_proto_and_data(prototype, OrdinaryObject);
    class::hidden(
        &context.global_object(),
        js_string!("performance"),
        performance,
        context,
    )
}

fn now(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let now = context.clock().now();
    let origin = context.get_data::<Rc<Origin>>();
    let elapsed = origin.map_or(0, |origin| (now - origin.0).as_nanos());
    Ok((elapsed as f64 / 1e6).into())
}

fn time_origin(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(context
        .get_data::<Rc<Origin>>()
        .map_or(0.0, |origin| origin.1 as f64)
        .into())
}
