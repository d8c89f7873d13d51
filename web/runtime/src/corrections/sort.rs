//! `sort` and `toSorted` with a comparison that contradicts itself, such as `() => Math.random() - 0.5`: Boa 0.22 hands it to
//! a sort of Rust that panics then, which ends the engine. No issue found.
//!
//! A merge sort needs no such promise: it always ends, and loses no element.

use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use crate::bounds::{StopSignal, replace_method};

/// Replaces the methods.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let intrinsics = context.intrinsics().constructors();
    let arrays = intrinsics.array().prototype();
    let typed_arrays = intrinsics.typed_array().prototype();
    for (prototype, name, sort) in [
        (&arrays, "sort", sort_array as Sort),
        (&arrays, "toSorted", sort_copy_of_array),
        (&typed_arrays, "sort", sort_typed_array),
        (&typed_arrays, "toSorted", sort_copy_of_typed_array),
    ] {
        replace_method(prototype, name, context, |builtin| {
            NativeFunction::from_copy_closure_with_captures(
                move |this, args, builtin, context| {
                    let order = args.get_or_undefined(0);
                    match order.as_function() {
                        Some(order) => sort(this, Some(&order), builtin, context),
                        None if order.is_undefined() => sort(this, None, builtin, context),
                        // The engine's words about what is no function.
                        None => builtin.call(this, args, context),
                    }
                },
                builtin,
            )
        })?;
    }
    Ok(())
}

/// Sorts `this` by a function, or as the standard orders; the last object is the engine's own method.
type Sort = fn(&JsValue, Option<&JsFunction>, &JsObject, &mut Context) -> JsResult<JsValue>;

fn sort_array(
    this: &JsValue,
    order: Option<&JsFunction>,
    _: &JsObject,
    context: &mut Context,
) -> JsResult<JsValue> {
    let array = this.to_object(context)?;
    let length = length(&array, context)?;
    let mut elements = Vec::new();
    for index in 0..length {
        if array.has_property(index, context)? {
            elements.push(array.get(index, context)?);
        }
    }
    let sorted = sorted(elements, order, context)?;
    let filled = sorted.len() as u64;
    for (index, element) in sorted.into_iter().enumerate() {
        array.set(index, element, true, context)?;
    }
    for index in filled..length {
        array.delete_property_or_throw(index, context)?;
    }
    Ok(array.into())
}

fn sort_copy_of_array(
    this: &JsValue,
    order: Option<&JsFunction>,
    _: &JsObject,
    context: &mut Context,
) -> JsResult<JsValue> {
    let array = this.to_object(context)?;
    let elements = elements(&array, context)?;
    let sorted = sorted(elements, order, context)?;
    Ok(JsArray::from_iter(sorted, context).into())
}

fn sort_typed_array(
    this: &JsValue,
    order: Option<&JsFunction>,
    builtin: &JsObject,
    context: &mut Context,
) -> JsResult<JsValue> {
    let Some(order) = order else {
        return builtin.call(this, &[], context);
    };
    // The engine says what is no such array. Where all elements are equal, nothing moves.
    let array = builtin
        .call(this, &[all_equal(context)], context)?
        .to_object(context)?;
    let elements = elements(&array, context)?;
    for (index, element) in sorted(elements, Some(order), context)?.into_iter().enumerate() {
        array.set(index, element, true, context)?;
    }
    Ok(array.into())
}

fn sort_copy_of_typed_array(
    this: &JsValue,
    order: Option<&JsFunction>,
    builtin: &JsObject,
    context: &mut Context,
) -> JsResult<JsValue> {
    let Some(order) = order else {
        return builtin.call(this, &[], context);
    };
    let copy = builtin
        .call(this, &[all_equal(context)], context)?
        .to_object(context)?;
    let elements = elements(&copy, context)?;
    for (index, element) in sorted(elements, Some(order), context)?.into_iter().enumerate() {
        copy.set(index, element, true, context)?;
    }
    Ok(copy.into())
}

/// All elements, with `undefined` for those that are missing.
fn elements(array: &JsObject, context: &mut Context) -> JsResult<Vec<JsValue>> {
    let length = length(array, context)?;
    (0..length).map(|index| array.get(index, context)).collect()
}

fn length(array: &JsObject, context: &mut Context) -> JsResult<u64> {
    array.get(js_string!("length"), context)?.to_length(context)
}

fn all_equal(context: &Context) -> JsValue {
    NativeFunction::from_copy_closure(|_, _, _| Ok(JsValue::new(0)))
        .to_js_function(context.realm())
        .into()
}

/// Sorts elements; `undefined` comes last, and no function sees it.
fn sorted(
    mut elements: Vec<JsValue>,
    order: Option<&JsFunction>,
    context: &mut Context,
) -> JsResult<Vec<JsValue>> {
    let all = elements.len();
    elements.retain(|element| !element.is_undefined());
    let mut sorted = match order {
        Some(order) => {
            // Asked in the way of V8, which counts where a function answers with a boolean.
            let mut is_before = |later: &JsValue, earlier: &JsValue| {
                StopSignal::check(context)?;
                let order = order.call(&JsValue::undefined(), &[later.clone(), earlier.clone()], context)?;
                Ok(order.to_number(context)? < 0.0)
            };
            merge_sorted(elements, &mut is_before)?
        }
        None => sorted_as_texts(elements, context)?,
    };
    sorted.resize(all, JsValue::undefined());
    Ok(sorted)
}

/// As the standard orders: by the code units of the elements as strings.
fn sorted_as_texts(elements: Vec<JsValue>, context: &mut Context) -> JsResult<Vec<JsValue>> {
    if elements.len() < 2 {
        return Ok(elements);
    }
    let mut named: Vec<(JsString, JsValue)> = Vec::with_capacity(elements.len());
    for element in elements {
        named.push((element.to_string(context)?, element));
    }
    named.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(named.into_iter().map(|(_, element)| element).collect())
}

/// Sorts in halves, which are then merged. Equal elements keep their order.
fn merge_sorted(
    mut elements: Vec<JsValue>,
    is_before: &mut impl FnMut(&JsValue, &JsValue) -> JsResult<bool>,
) -> JsResult<Vec<JsValue>> {
    if elements.len() < 2 {
        return Ok(elements);
    }
    let right = elements.split_off(elements.len() / 2);
    let left = merge_sorted(elements, is_before)?;
    let right = merge_sorted(right, is_before)?;
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(earlier), Some(later)) = (left.peek(), right.peek()) {
        let next = if is_before(later, earlier)? {
            right.next()
        } else {
            left.next()
        };
        merged.extend(next);
    }
    merged.extend(left);
    merged.extend(right);
    Ok(merged)
}
