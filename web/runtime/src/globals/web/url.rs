//! `URL`. The parser is the `url` crate's, which follows the same standard as browsers.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue};
use url::{Url, quirks};

use super::argument::{optional_text, text, type_error};
use super::class::{self, Definition};
use super::location::{Location, NAME};
use super::search_params;

/// Defines the class.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    class::define(
        &Definition {
            name: NAME,
            length: 1,
            construct,
            parent: None,
            methods: &[("toString", 0, href), ("toJSON", 0, href)],
            statics: &[("parse", 1, parse), ("canParse", 1, can_parse)],
            properties: PROPERTIES,
        },
        context,
    )
    .map(drop)
}

const PROPERTIES: &[(&str, NativeFunctionPointer, Option<NativeFunctionPointer>)] = &[
    ("href", href, Some(set_href)),
    ("origin", |this, _, _| get(this, quirks::origin), None),
    (
        "protocol",
        |this, _, _| get(this, |url| quirks::protocol(url).to_owned()),
        Some(|this, args, context| set_checked(this, args, context, quirks::set_protocol)),
    ),
    (
        "username",
        |this, _, _| get(this, |url| quirks::username(url).to_owned()),
        Some(|this, args, context| set_checked(this, args, context, quirks::set_username)),
    ),
    (
        "password",
        |this, _, _| get(this, |url| quirks::password(url).to_owned()),
        Some(|this, args, context| set_checked(this, args, context, quirks::set_password)),
    ),
    (
        "host",
        |this, _, _| get(this, |url| quirks::host(url).to_owned()),
        Some(|this, args, context| set_checked(this, args, context, quirks::set_host)),
    ),
    (
        "hostname",
        |this, _, _| get(this, |url| quirks::hostname(url).to_owned()),
        Some(|this, args, context| set_checked(this, args, context, quirks::set_hostname)),
    ),
    (
        "port",
        |this, _, _| get(this, |url| quirks::port(url).to_owned()),
        Some(|this, args, context| set_checked(this, args, context, quirks::set_port)),
    ),
    (
        "pathname",
        |this, _, _| get(this, |url| quirks::pathname(url).to_owned()),
        Some(|this, args, context| set(this, args, context, quirks::set_pathname)),
    ),
    (
        "search",
        |this, _, _| get(this, |url| quirks::search(url).to_owned()),
        Some(|this, args, context| set(this, args, context, quirks::set_search)),
    ),
    ("searchParams", params, None),
    (
        "hash",
        |this, _, _| get(this, |url| quirks::hash(url).to_owned()),
        Some(|this, args, context| set(this, args, context, quirks::set_hash)),
    ),
];

fn construct(args: &[JsValue], prototype: JsObject, context: &mut Context) -> JsResult<JsObject> {
    let (address, base) = address_and_base("new URL", args, context)?;
    let url = read(&address, base.as_deref()).map_err(type_error)?;
    let location = Location { url, params: None };
    Ok(JsObject::from_proto_and_data(prototype, location))
}

fn parse(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (address, base) = address_and_base("URL.parse", args, context)?;
    match read(&address, base.as_deref()) {
        Ok(url) => class::instance(NAME, Location { url, params: None }, context).map(JsValue::from),
        Err(_) => Ok(JsValue::null()),
    }
}

fn can_parse(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (address, base) = address_and_base("URL.canParse", args, context)?;
    Ok(read(&address, base.as_deref()).is_ok().into())
}

fn address_and_base(
    what: &str,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<(String, Option<String>)> {
    Ok((text(args, 0, what, context)?, optional_text(args, 1, context)?))
}

fn read(address: &str, base: Option<&str>) -> Result<Url, String> {
    let base = base
        .map(|base| Url::parse(base).map_err(|error| format!("Invalid base URL {base:?}: {error}")))
        .transpose()?;
    Url::options()
        .base_url(base.as_ref())
        .parse(address)
        .map_err(|error| format!("Invalid URL {address:?}: {error}"))
}

fn href(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    get(this, |url| url.as_str().to_owned())
}

fn set_href(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let address = args.get_or_undefined(0).to_string(context)?.to_std_string_lossy();
    let url = read(&address, None).map_err(type_error)?;
    change(this, |own| *own = url)
}

fn params(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let made = class::data(this, NAME, |location: &Location| match &location.params {
        Some(params) => Ok(params.clone()),
        None => Err(location.url.query().unwrap_or_default().to_owned()),
    })?;
    let params = match (made, this.as_object()) {
        (Ok(params), _) => params,
        (Err(query), Some(url)) => {
            let params = search_params::of_url(url, &query, context)?;
            class::data_mut(this, NAME, |location: &mut Location| {
                location.params = Some(params.clone());
            })?;
            params
        }
        (Err(_), None) => return Err(class::wrong_object(NAME)),
    };
    Ok(params.into())
}

fn get(this: &JsValue, read: impl FnOnce(&Url) -> String) -> JsResult<JsValue> {
    class::data(this, NAME, |location: &Location| {
        JsString::from(read(&location.url)).into()
    })
}

/// A part that the standard does not allow is left as it is.
fn set_checked(
    this: &JsValue,
    args: &[JsValue],
    context: &mut Context,
    set_part: impl FnOnce(&mut Url, &str) -> Result<(), ()>,
) -> JsResult<JsValue> {
    set(this, args, context, |url, value| {
        let _ = set_part(url, value);
    })
}

fn set(
    this: &JsValue,
    args: &[JsValue],
    context: &mut Context,
    set: impl FnOnce(&mut Url, &str),
) -> JsResult<JsValue> {
    let value = args.get_or_undefined(0).to_string(context)?.to_std_string_lossy();
    change(this, |url| set(url, &value))
}

/// Changes the URL, and with it the list of its query.
fn change(this: &JsValue, change: impl FnOnce(&mut Url)) -> JsResult<JsValue> {
    let (params, query) = class::data_mut(this, NAME, |location: &mut Location| {
        change(&mut location.url);
        let query = location.url.query().unwrap_or_default().to_owned();
        (location.params.clone(), query)
    })?;
    if let Some(params) = params {
        search_params::replace(&params, &query)?;
    }
    Ok(JsValue::undefined())
}
