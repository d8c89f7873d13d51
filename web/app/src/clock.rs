//! The page's clock: it never jumps, and starts anew with the page.

/// Milliseconds since the page was loaded.
pub(crate) fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
