//! `URLSearchParams`: the query of a URL as a list of names and values, alone or as a part of a `URL`.

mod iterator;
mod list;
mod pairs;

use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsSymbol, JsValue, js_string};

use super::argument::{sequence, type_error};
use super::class::{self, Definition};
use pairs::{NAME, Pairs, SearchParams, parse};

/// Defines the class.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    iterator::register(context)?;
    let (_, prototype) = class::define(
        &Definition {
            name: NAME,
            length: 0,
            construct,
            parent: None,
            methods: list::METHODS,
            statics: &[],
            properties: &[("size", list::size, None)],
        },
        context,
    )?;
    let entries = prototype.get(js_string!("entries"), context)?;
    class::hidden(&prototype, JsSymbol::iterator(), entries, context)
}

/// The list that belongs to a `URL`.
///
/// # Errors
/// When the class is not there.
pub(super) fn of_url(url: JsObject, query: &str, context: &Context) -> JsResult<JsObject> {
    let params = SearchParams {
        pairs: parse(query),
        owner: Some(url),
    };
    class::instance(NAME, params, context)
}

/// Replaces the list because the query of its `URL` changed.
///
/// # Errors
/// A `TypeError` if `params` is no list.
pub(super) fn replace(params: &JsObject, query: &str) -> JsResult<()> {
    class::data_mut(&params.clone().into(), NAME, |params: &mut SearchParams| {
        params.pairs = parse(query);
    })
}

fn construct(args: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let init = args.get_or_undefined(0);
    let pairs = match init.as_object() {
        None if init.is_undefined() => Vec::new(),
        None => {
            let query = init.to_string(context)?.to_std_string_lossy();
            parse(query.strip_prefix('?').unwrap_or(&query))
        }
        Some(object) => match sequence(init, context)? {
            Some(members) => members
                .iter()
                .map(|member| pair(member, context))
                .collect::<JsResult<_>>()?,
            None => record(&object, context)?,
        },
    };
    let params = SearchParams { pairs, owner: None };
    Ok(JsObject::from_proto_and_data(prototype, params))
}

fn pair(member: &JsValue, context: &mut Context) -> JsResult<(String, String)> {
    let wrong = || type_error("new URLSearchParams takes a list of pairs, each a name and a value");
    match sequence(member, context)?.as_deref() {
        Some([name, value]) => Ok((
            name.to_string(context)?.to_std_string_lossy(),
            value.to_string(context)?.to_std_string_lossy(),
        )),
        _ => Err(wrong()),
    }
}

/// The own enumerable properties with string keys.
fn record(object: &JsObject, context: &mut Context) -> JsResult<Pairs> {
    let mut pairs = Pairs::new();
    let entries = context.intrinsics().constructors().object().constructor();
    let entries = entries
        .get(js_string!("entries"), context)?
        .as_callable()
        .ok_or_else(|| type_error("Object.entries is no function"))?
        .call(&JsValue::undefined(), &[object.clone().into()], context)?;
    for entry in sequence(&entries, context)?.unwrap_or_default() {
        let (name, value) = pair(&entry, context)?;
        match pairs.iter_mut().find(|(other, _)| *other == name) {
            Some((_, other)) => *other = value,
            None => pairs.push((name, value)),
        }
    }
    Ok(pairs)
}
