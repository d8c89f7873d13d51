//! [`Listeners`]: who is told of the events of one target, in the order in which they were added.

use boa_engine::{JsData, JsObject, JsString};
use boa_gc::{Finalize, GcRefCell, Trace};

/// The listeners of one target.
#[derive(Debug, Default, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
pub(crate) struct Listeners(GcRefCell<Vec<Listener>>);

/// One listener.
#[derive(Debug, Clone, Trace, Finalize)]
#[boa_gc(unsafe_no_drop)]
pub(crate) struct Listener {
    #[unsafe_ignore_trace]
    pub(crate) kind: JsString,
    pub(crate) callback: JsObject,
    pub(crate) captures: bool,
    pub(crate) once: bool,
    pub(crate) is_passive: bool,
    /// It is the value of a property such as `onabort`.
    pub(crate) is_handler: bool,
}

impl Listeners {
    /// Reads or changes the list. What `act` does must not run scripts.
    pub(crate) fn with<R>(&self, act: impl FnOnce(&mut Vec<Listener>) -> R) -> R {
        act(&mut self.0.borrow_mut())
    }
}

impl Listener {
    /// Whether adding the other one changes nothing.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.callback == other.callback
            && self.captures == other.captures
            && self.is_handler == other.is_handler
    }
}
