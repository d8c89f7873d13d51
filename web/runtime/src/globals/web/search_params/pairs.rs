//! [`SearchParams`]: the names and values behind a `URLSearchParams`, and how they are read and written.

use boa_engine::{JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use crate::globals::web::{class, location};

/// The name of the class.
pub(super) const NAME: &str = "URLSearchParams";

/// Names and values.
pub(super) type Pairs = Vec<(String, String)>;

/// The state of one list.
#[derive(Debug, Default, Trace, Finalize, JsData)]
pub(super) struct SearchParams {
    #[unsafe_ignore_trace]
    pub(super) pairs: Pairs,
    /// The `URL` whose query this is.
    pub(super) owner: Option<JsObject>,
}

/// Reads a query without its question mark.
pub(super) fn parse(query: &str) -> Pairs {
    ::url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

pub(super) fn serialize(pairs: &Pairs) -> String {
    ::url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

/// The list, for a method that only looks.
///
/// # Errors
/// A `TypeError` if `this` is no list.
pub(super) fn read<R>(this: &JsValue, read: impl FnOnce(&Pairs) -> R) -> JsResult<R> {
    class::data(this, NAME, |params: &SearchParams| read(&params.pairs))
}

/// Changes the list, and with it the query of its `URL`.
///
/// # Errors
/// A `TypeError` if `this` is no list.
pub(super) fn change(this: &JsValue, change: impl FnOnce(&mut Pairs)) -> JsResult<JsValue> {
    let (query, owner) = class::data_mut(this, NAME, |params: &mut SearchParams| {
        change(&mut params.pairs);
        (serialize(&params.pairs), params.owner.clone())
    })?;
    if let Some(owner) = owner {
        location::set_query(&owner, &query)?;
    }
    Ok(JsValue::undefined())
}

pub(super) fn to_js(text: &str) -> JsValue {
    JsString::from(text).into()
}
