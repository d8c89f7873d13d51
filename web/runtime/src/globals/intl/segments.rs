//! What `segment` of a `Segmenter` gives: the segments of a text, to be iterated or asked for a place.

use std::rc::Rc;

use boa_engine::builtins::iterable::create_iter_result_object;
use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::value::IntegerOrInfinity;
use boa_engine::{
    Context, JsArgs as _, JsData, JsNativeError, JsObject, JsResult, JsString, JsSymbol, JsValue,
    NativeFunction, js_string,
};
use boa_gc::{Finalize, Trace};
use web_locale::{Data, Service};

use super::object;
use super::{define, function_of, tag};

/// The prototypes of the segments and of their iterators.
struct Prototypes {
    segments: JsObject,
    iterator: JsObject,
}

/// A text with the ends of its segments.
#[derive(Debug, Clone, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
struct Segments {
    #[unsafe_ignore_trace]
    text: JsString,
    /// Each with whether the segment is like a word.
    #[unsafe_ignore_trace]
    ends: Rc<[(usize, bool)]>,
    has_words: bool,
}

#[derive(Debug, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
struct Iterator {
    segments: Segments,
    next: usize,
}

/// Makes the prototypes.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let parent = context.intrinsics().constructors().object().prototype();
    let segments = JsObject::from_proto_and_data(parent, OrdinaryObject);
    let function = function_of("containing", 1, NativeFunction::from_fn_ptr(containing), context);
    define(&segments, js_string!("containing"), function, context)?;
    let function = function_of(
        "[Symbol.iterator]",
        0,
        NativeFunction::from_fn_ptr(iterate),
        context,
    );
    define(&segments, JsSymbol::iterator(), function, context)?;
    let parent = context.intrinsics().constructors().iterator().prototype();
    let iterator = JsObject::from_proto_and_data(parent, OrdinaryObject);
    let function = function_of("next", 0, NativeFunction::from_fn_ptr(next), context);
    define(&iterator, js_string!("next"), function, context)?;
    tag(&iterator, "Segmenter String Iterator", context)?;
    context.insert_data(Rc::new(Prototypes { segments, iterator }));
    Ok(())
}

/// `segment` of a `Segmenter`.
pub(super) fn segment(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let formatter = object::formatter(this, Service::Segmenter)?;
    let text = args.get_or_undefined(0).to_string(context)?;
    let argument = Data::Text(text.to_std_string_lossy());
    let ends = formatter
        .call("segment", &[argument])
        .map_err(super::convert::error)?;
    let granularity = formatter
        .call("resolvedOptions", &[])
        .map_err(super::convert::error)?;
    let ends = match ends {
        Data::List(ends) => ends.iter().filter_map(end).collect(),
        _ => Vec::new(),
    };
    let segments = Segments {
        text,
        ends: ends.into(),
        has_words: *granularity.get("granularity") == Data::text("word"),
    };
    let prototype = prototypes(context)?.segments.clone();
    Ok(JsObject::from_proto_and_data(prototype, segments).into())
}

/// The segment around a place; undefined beyond the text.
fn containing(this: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let segments = segments(this)?;
    let place = match args.get_or_undefined(0).to_integer_or_infinity(context)? {
        IntegerOrInfinity::Integer(place) => usize::try_from(place).ok(),
        _ => None,
    };
    let Some(place) = place.filter(|place| *place < segments.text.len()) else {
        return Ok(JsValue::undefined());
    };
    let index = segments.ends.partition_point(|(end, _)| *end <= place);
    segments.object(index, context)
}

fn iterate(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let iterator = Iterator {
        segments: segments(this)?,
        next: 0,
    };
    let prototype = prototypes(context)?.iterator.clone();
    Ok(JsObject::from_proto_and_data(prototype, iterator).into())
}

fn next(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let object = this.as_object();
    let step = object.as_ref().and_then(|object| {
        let mut iterator = object.downcast_mut::<Iterator>()?;
        iterator.next += 1;
        Some((iterator.segments.clone(), iterator.next - 1))
    });
    let Some((segments, index)) = step else {
        return Err(JsNativeError::typ()
            .with_message("this is not an iterator of segments")
            .into());
    };
    if index >= segments.ends.len() {
        return Ok(create_iter_result_object(JsValue::undefined(), true, context));
    }
    let segment = segments.object(index, context)?;
    Ok(create_iter_result_object(segment, false, context))
}

impl Segments {
    fn object(&self, index: usize, context: &mut Context) -> JsResult<JsValue> {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before].0);
        let (end, is_word) = self.ends[index];
        let object = JsObject::with_object_proto(context.intrinsics());
        let segment = self.text.get(start..end).unwrap_or_default();
        object.create_data_property_or_throw(js_string!("segment"), segment, context)?;
        object.create_data_property_or_throw(js_string!("index"), start as f64, context)?;
        object.create_data_property_or_throw(js_string!("input"), self.text.clone(), context)?;
        if self.has_words {
            object.create_data_property_or_throw(js_string!("isWordLike"), is_word, context)?;
        }
        Ok(object.into())
    }
}

fn segments(this: &JsValue) -> JsResult<Segments> {
    let object = this.as_object();
    let segments = object
        .as_ref()
        .and_then(|object| object.downcast_ref::<Segments>());
    match segments {
        Some(segments) => Ok(segments.clone()),
        None => Err(JsNativeError::typ()
            .with_message("this is not the segments of a text")
            .into()),
    }
}

fn prototypes(context: &Context) -> JsResult<Rc<Prototypes>> {
    let prototypes = context.get_data::<Rc<Prototypes>>().cloned();
    prototypes.ok_or_else(|| JsNativeError::typ().with_message("Intl is not set up").into())
}

fn end(data: &Data) -> Option<(usize, bool)> {
    match data {
        Data::List(pair) => match pair[..] {
            [Data::Number(end), Data::Bool(is_word)] => Some((end as usize, is_word)),
            _ => None,
        },
        _ => None,
    }
}
