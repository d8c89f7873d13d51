//! Strings that are made longer at one stroke.

use boa_engine::{Context, JsArgs as _, JsResult, JsValue};

use crate::bounds::guard::{Guard, range};
use crate::bounds::limits::STRING_LENGTH;

pub(super) const GUARDS: &[(&str, Guard)] = &[
    ("concat", concat),
    ("repeat", repeat),
    ("padStart", pad),
    ("padEnd", pad),
];

fn concat(this: &JsValue, args: &[JsValue], _: &mut Context) -> JsResult<()> {
    let strings = [this].into_iter().chain(args).filter_map(JsValue::as_string);
    check(strings.map(|text| text.len() as f64).sum())
}

fn repeat(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<()> {
    // Only a string and a number have nothing that a look would call.
    let (Some(text), Some(count)) = (this.as_string(), args.get_or_undefined(0).as_number()) else {
        let count = args.get_or_undefined(0).to_integer_or_infinity(context)?;
        return match count.as_integer() {
            Some(count) => check(count as f64),
            None => Ok(()),
        };
    };
    if count.is_infinite() {
        return Ok(());
    }
    check(text.len().max(1) as f64 * count)
}

fn pad(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<()> {
    let length = args.get_or_undefined(0).to_length(context)?;
    check(length as f64)
}

pub(super) fn check(length: f64) -> JsResult<()> {
    if length > STRING_LENGTH as f64 {
        return Err(range(format!(
            "a string of {length} code units is too long; at most {STRING_LENGTH} are made at once"
        )));
    }
    Ok(())
}
