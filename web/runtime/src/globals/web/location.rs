//! [`Location`]: the state of a `URL`, which its list of parameters changes too.

use boa_engine::{JsData, JsObject, JsResult};
use boa_gc::{Finalize, Trace};
use url::Url;

use super::class;

/// The name of the class.
pub(super) const NAME: &str = "URL";

/// The state of one URL.
#[derive(Debug, Trace, Finalize, JsData)]
pub(super) struct Location {
    #[unsafe_ignore_trace]
    pub(super) url: Url,
    /// Made when it is first asked for.
    pub(super) params: Option<JsObject>,
}

/// Replaces the query of a URL because its list changed.
///
/// # Errors
/// A `TypeError` if `url` is none.
pub(super) fn set_query(url: &JsObject, query: &str) -> JsResult<()> {
    class::data_mut(&url.clone().into(), NAME, |location: &mut Location| {
        location.url.set_query((!query.is_empty()).then_some(query));
    })
}
