//! The embedded page. Files whose name holds a hash of their content are cached for ever; the entry document
//! is asked for anew each time.

use axum::Router;
use memory_serve::{CacheControl, load};

/// Routes for every file of the page, `/` being its entry document.
pub(crate) fn router() -> Router {
    load!()
        .index_file(Some("/index.html"))
        .html_cache_control(CacheControl::NoCache)
        .cache_control(CacheControl::Custom("public, max-age=31536000, immutable"))
        // Every browser that runs WebAssembly reads brotli; anything else gets the plain bytes.
        .enable_gzip(false)
        .into_router()
}
