//! The listeners of an `EventTarget`.

use boa_engine::{JsData, JsObject, JsString};
use boa_gc::{Finalize, GcRefCell, Trace};

/// The listeners of one target.
#[derive(Debug, Default, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct Listeners(pub(super) GcRefCell<Vec<Listener>>);

#[derive(Debug, Clone, Trace, Finalize)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct Listener {
    #[unsafe_ignore_trace]
    pub(super) kind: JsString,
    pub(super) callback: JsObject,
    pub(super) captures: bool,
    pub(super) once: bool,
    pub(super) is_passive: bool,
    /// It is the value of a property such as `onabort`.
    pub(super) is_handler: bool,
}

impl Listener {
    /// Whether `other` is the same listener, so that it is added once.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.callback == other.callback
            && self.captures == other.captures
            && self.is_handler == other.is_handler
    }
}
