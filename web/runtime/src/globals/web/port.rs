//! The state of a `MessagePort`.

use std::collections::VecDeque;

use boa_engine::{JsData, JsObject, JsValue};
use boa_gc::{Finalize, GcRefCell, Trace};

use crate::events::Listeners;

/// The state of one port.
#[derive(Debug, Default, Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
pub(super) struct Port {
    pub(super) listeners: Listeners,
    /// The other port, until one of them is closed.
    pub(super) other: GcRefCell<Option<JsObject>>,
    /// Messages that are not dispatched yet.
    pub(super) arrived: GcRefCell<VecDeque<JsValue>>,
    /// Whether messages are dispatched as they arrive.
    pub(super) is_started: bool,
}
