//! The methods of `URLSearchParams`.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs as _, JsResult, JsString, JsValue};

use super::iterator::{entries, keys, values};
use super::pairs::{change, read, serialize, to_js};
use crate::globals::web::argument::{optional_text, required, text, type_error};

pub(super) const METHODS: &[(&str, usize, NativeFunctionPointer)] = &[
    ("append", 2, append),
    ("delete", 1, delete),
    ("get", 1, get),
    ("getAll", 1, get_all),
    ("has", 1, has),
    ("set", 2, set),
    ("sort", 0, sort),
    ("toString", 0, to_string),
    ("forEach", 1, for_each),
    ("entries", 0, entries),
    ("keys", 0, keys),
    ("values", 0, values),
];

pub(super) fn size(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    read(this, |pairs| (pairs.len() as f64).into())
}

fn append(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let pair = both("URLSearchParams.append", args, context)?;
    change(this, |pairs| pairs.push(pair))
}

fn delete(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (name, value) = name_and_value("URLSearchParams.delete", args, context)?;
    change(this, |pairs| {
        pairs.retain(|(other, held)| *other != name || value.as_ref().is_some_and(|value| value != held));
    })
}

fn get(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text(args, 0, "URLSearchParams.get", context)?;
    read(this, |pairs| {
        let found = pairs.iter().find(|(other, _)| *other == name);
        found.map_or_else(JsValue::null, |(_, value)| to_js(value))
    })
}

fn get_all(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text(args, 0, "URLSearchParams.getAll", context)?;
    let values: Vec<JsValue> = read(this, |pairs| {
        let found = pairs.iter().filter(|(other, _)| *other == name);
        found.map(|(_, value)| to_js(value)).collect()
    })?;
    Ok(JsArray::from_iter(values, context).into())
}

fn has(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (name, value) = name_and_value("URLSearchParams.has", args, context)?;
    read(this, |pairs| {
        pairs
            .iter()
            .any(|(other, held)| *other == name && value.as_ref().is_none_or(|value| value == held))
            .into()
    })
}

/// The first of that name gets the value; the others go.
fn set(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (name, value) = both("URLSearchParams.set", args, context)?;
    change(this, |pairs| {
        match pairs.iter().position(|(other, _)| *other == name) {
            None => pairs.push((name, value)),
            Some(first) => {
                pairs[first].1 = value;
                let mut place = 0;
                pairs.retain(|(other, _)| {
                    place += 1;
                    place <= first + 1 || *other != name
                });
            }
        }
    })
}

/// By the code units of UTF-16, as JavaScript compares; equal names keep their order.
fn sort(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    change(this, |pairs| {
        pairs.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    })
}

fn to_string(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    read(this, |pairs| JsString::from(serialize(pairs)).into())
}

fn for_each(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = required(args, 0, "URLSearchParams.forEach")?
        .as_callable()
        .ok_or_else(|| type_error("URLSearchParams.forEach takes a function"))?;
    let mut place = 0;
    // The callback may change the list.
    while let Some((name, value)) = read(this, |pairs| pairs.get(place).cloned())? {
        let arguments = [to_js(&value), to_js(&name), this.clone()];
        callback.call(args.get_or_undefined(1), &arguments, context)?;
        place += 1;
    }
    Ok(JsValue::undefined())
}

/// The name that a method is about, and the value where one is given.
fn name_and_value(what: &str, args: &[JsValue], context: &mut Context) -> JsResult<(String, Option<String>)> {
    Ok((text(args, 0, what, context)?, optional_text(args, 1, context)?))
}

/// Checks that a required second argument is there.
fn both(what: &str, args: &[JsValue], context: &mut Context) -> JsResult<(String, String)> {
    required(args, 1, what)?;
    Ok((text(args, 0, what, context)?, text(args, 1, what, context)?))
}
