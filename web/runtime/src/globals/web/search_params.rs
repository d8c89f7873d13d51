//! `URLSearchParams`: the query of a URL as a list of names and values, alone or as a part of a `URL`.

mod iterator;
mod list;

use boa_engine::{Context, JsArgs as _, JsData, JsObject, JsResult, JsString, JsSymbol, JsValue, js_string};
use boa_gc::{Finalize, Trace};

use super::argument::{optional_text, required, sequence, text, type_error};
use super::class::{self, Definition};
use super::url;

pub(super) const NAME: &str = "URLSearchParams";

/// Names and values.
pub(super) type Pairs = Vec<(String, String)>;

/// The state of one list.
#[derive(Debug, Default, Trace, Finalize, JsData)]
pub(super) struct SearchParams {
    #[unsafe_ignore_trace]
    pub(super) pairs: Pairs,
    /// The `URL` whose query this is.
    owner: Option<JsObject>,
}

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
pub(super) fn of_url(url: JsObject, pairs: Pairs, context: &Context) -> JsResult<JsObject> {
    let owner = Some(url);
    class::instance(NAME, SearchParams { pairs, owner }, context)
}

/// Reads a query without its question mark.
pub(super) fn parse(query: &str) -> Pairs {
    ::url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

fn serialize(pairs: &Pairs) -> String {
    ::url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

/// The list, for a method that only looks.
fn read<R>(this: &JsValue, read: impl FnOnce(&Pairs) -> R) -> JsResult<R> {
    class::data(this, NAME, |params: &SearchParams| read(&params.pairs))
}

/// Changes the list, and with it the query of its `URL`.
fn change(this: &JsValue, change: impl FnOnce(&mut Pairs)) -> JsResult<JsValue> {
    let (query, owner) = class::data_mut(this, NAME, |params: &mut SearchParams| {
        change(&mut params.pairs);
        (serialize(&params.pairs), params.owner.clone())
    })?;
    if let Some(owner) = owner {
        url::set_query(&owner, &query)?;
    }
    Ok(JsValue::undefined())
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

/// The name that a method is about, and the value where one is given.
fn name_and_value(what: &str, args: &[JsValue], context: &mut Context) -> JsResult<(String, Option<String>)> {
    Ok((text(args, 0, what, context)?, optional_text(args, 1, context)?))
}

fn to_js(text: &str) -> JsValue {
    JsString::from(text).into()
}

/// Checks that a required second argument is there.
fn both(what: &str, args: &[JsValue], context: &mut Context) -> JsResult<(String, String)> {
    required(args, 1, what)?;
    Ok((text(args, 0, what, context)?, text(args, 1, what, context)?))
}
