//! Methods that visit every index of an array, whether it holds anything or not.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsValue, js_string};

use crate::bounds::guard::{Guard, range};
use crate::bounds::limits::ARRAY_VISIT;
use crate::bounds::strings;

pub(super) const GUARDS: &[(&str, Guard)] = &[
    ("concat", visit),
    ("copyWithin", visit),
    ("every", visit),
    ("fill", visit),
    ("filter", visit),
    ("find", visit),
    ("findIndex", visit),
    ("findLast", visit),
    ("findLastIndex", visit),
    ("flat", visit),
    ("flatMap", visit),
    ("forEach", visit),
    ("includes", visit),
    ("indexOf", visit),
    ("join", join),
    ("lastIndexOf", visit),
    ("map", visit),
    ("reduce", visit),
    ("reduceRight", visit),
    ("reverse", visit),
    ("some", visit),
    ("sort", visit),
    ("toLocaleString", join),
    ("toReversed", visit),
    ("toSorted", visit),
    ("toSpliced", visit),
    ("toString", join),
    ("with", visit),
];

fn visit(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<()> {
    let Some(length) = this.as_object().and_then(|array| length(&array)) else {
        return Ok(());
    };
    if length > ARRAY_VISIT as f64 {
        return Err(range(format!(
            "an array of {length} elements is too long to visit; at most {ARRAY_VISIT} are visited at once"
        )));
    }
    Ok(())
}

/// What `Array.from` is given may say by itself how long it is.
pub(super) fn from(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<()> {
    visit(args.get_or_undefined(0), args, context)
}

/// The text is at least as long as its separators and the strings among the elements.
fn join(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<()> {
    visit(this, args, context)?;
    let Some(array) = this.as_object() else {
        return Ok(());
    };
    let separator = args.get_or_undefined(0).as_string().map_or(1, |text| text.len());
    let separators = length(&array).unwrap_or_default() - 1.0;
    let array = array.borrow();
    let strings = array
        .properties()
        .index_property_values()
        .filter_map(|property| Some(property.value()?.as_string()?.len() as f64));
    strings::check(separators.max(0.0) * separator as f64 + strings.sum::<f64>())
}

fn length(array: &JsObject) -> Option<f64> {
    let key = PropertyKey::from(js_string!("length"));
    array.borrow().properties().get(&key)?.value()?.as_number()
}
