//! The iterators of `URLSearchParams`. They look at the list as it is when they are asked.

use std::rc::Rc;

use boa_engine::builtins::iterable::create_iter_result_object;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsData, JsObject, JsResult, JsSymbol, JsValue, js_string};
use boa_gc::{Finalize, Trace};

use super::pairs::{read, to_js};
use crate::globals::web::argument::type_error;
use crate::globals::web::class;

/// What every iterator of this kind inherits from.
struct Prototype(JsObject);

#[derive(Debug, Clone, Copy)]
enum Kind {
    Entries,
    Keys,
    Values,
}

#[derive(Debug, Trace, Finalize, JsData)]
struct Iterator {
    params: JsValue,
    next: usize,
    #[unsafe_ignore_trace]
    kind: Kind,
}

/// Makes the prototype.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let parent = context.intrinsics().constructors().iterator().prototype();
    let prototype = JsObject::from_proto_and_data(parent, boa_engine::builtins::object::OrdinaryObject);
    let next = class::function("next", 0, next, context);
    class::hidden(&prototype, js_string!("next"), next, context)?;
    let tag = js_string!("URLSearchParams Iterator");
    class::hidden(&prototype, JsSymbol::to_string_tag(), tag, context)?;
    context.insert_data(Rc::new(Prototype(prototype)));
    Ok(())
}

pub(super) fn entries(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    iterate(this, Kind::Entries, context)
}

pub(super) fn keys(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    iterate(this, Kind::Keys, context)
}

pub(super) fn values(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    iterate(this, Kind::Values, context)
}

fn iterate(params: &JsValue, kind: Kind, context: &Context) -> JsResult<JsValue> {
    read(params, |_| ())?;
    let prototype = context
        .get_data::<Rc<Prototype>>()
        .ok_or_else(|| type_error("URLSearchParams is not set up"))?;
    let iterator = Iterator {
        params: params.clone(),
        next: 0,
        kind,
    };
    Ok(JsObject::from_proto_and_data(prototype.0.clone(), iterator).into())
}

fn next(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (params, place, kind) =
        class::data_mut(this, "URLSearchParams Iterator", |iterator: &mut Iterator| {
            let place = iterator.next;
            iterator.next += 1;
            (iterator.params.clone(), place, iterator.kind)
        })?;
    let Some((name, value)) = read(&params, |pairs| pairs.get(place).cloned())? else {
        return Ok(create_iter_result_object(JsValue::undefined(), true, context));
    };
    let given = match kind {
        Kind::Keys => to_js(&name),
        Kind::Values => to_js(&value),
        Kind::Entries => JsArray::from_iter([to_js(&name), to_js(&value)], context).into(),
    };
    Ok(create_iter_result_object(given, false, context))
}
