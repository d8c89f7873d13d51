//! Converts the arguments of the methods.

use boa_engine::value::JsValue;
use boa_engine::{Context, JsNativeError, JsResult, JsSymbol, js_string};
use web_locale::Data;

use super::convert;

/// Members of a list; an iterator that never ends must not eat the memory.
const MAX_MEMBERS: usize = 1_000_000;

pub(super) fn none(_: &[JsValue], _: &mut Context) -> JsResult<Vec<Data>> {
    Ok(Vec::new())
}

pub(super) fn number(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    Ok(vec![convert::number(args.first(), context)?])
}

pub(super) fn two_numbers(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    both(args)?;
    Ok(vec![
        convert::number(args.first(), context)?,
        convert::number(args.get(1), context)?,
    ])
}

/// A number of the usual type, which BigInts are refused for.
pub(super) fn plain_number(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    let number = args.first().cloned().unwrap_or_default().to_number(context)?;
    Ok(vec![Data::Number(number)])
}

pub(super) fn two_plain_numbers(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    both(args)?;
    Ok(vec![
        Data::Number(args[0].to_number(context)?),
        Data::Number(args[1].to_number(context)?),
    ])
}

pub(super) fn number_and_unit(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    let mut converted = plain_number(args, context)?;
    converted.push(convert::text(args.get(1), context)?);
    Ok(converted)
}

pub(super) fn time(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    Ok(vec![convert::time(args.first(), context)?])
}

pub(super) fn two_times(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    both(args)?;
    Ok(vec![
        convert::time(args.first(), context)?,
        convert::time(args.get(1), context)?,
    ])
}

pub(super) fn two_texts(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    Ok(vec![
        convert::text(args.first(), context)?,
        convert::text(args.get(1), context)?,
    ])
}

/// Texts, from anything that can be iterated.
pub(super) fn list(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Data>> {
    let mut texts = Vec::new();
    let Some(list) = args.first().filter(|list| !list.is_undefined()) else {
        return Ok(vec![Data::List(texts)]);
    };
    let wrong = |message: &str| JsNativeError::typ().with_message(message.to_owned());
    let object = list.to_object(context)?;
    let method = object.get(JsSymbol::iterator(), context)?;
    let method = method
        .as_callable()
        .ok_or_else(|| wrong("the list is not iterable"))?;
    let iterator = method.call(list, &[], context)?.to_object(context)?;
    let next = iterator.get(js_string!("next"), context)?;
    let next = next
        .as_callable()
        .ok_or_else(|| wrong("the iterator has no next method"))?;
    loop {
        let step = next
            .call(&iterator.clone().into(), &[], context)?
            .to_object(context)?;
        if step.get(js_string!("done"), context)?.to_boolean() {
            return Ok(vec![Data::List(texts)]);
        }
        let text = step.get(js_string!("value"), context)?;
        let text = text.as_string().filter(|_| texts.len() < MAX_MEMBERS);
        let Some(text) = text else {
            return Err(wrong("Iterable yielded a value that is not a string").into());
        };
        texts.push(Data::Text(text.to_std_string_lossy()));
    }
}

fn both(args: &[JsValue]) -> JsResult<()> {
    match args {
        [start, end, ..] if !start.is_undefined() && !end.is_undefined() => Ok(()),
        _ => Err(JsNativeError::typ()
            .with_message("startRange or endRange cannot be undefined")
            .into()),
    }
}
