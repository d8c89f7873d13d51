//! What every value in the output needs to open itself, without each component in between passing it on.

use web_output::Handle;
use yew::Callback;

use crate::state::Objects;

/// What is known of opened objects, and how to ask for more.
#[derive(Clone, PartialEq)]
pub(crate) struct ObjectsContext {
    pub(crate) objects: Objects,
    /// The object, and the place of the first entry that is wanted.
    pub(crate) on_open: Callback<(Handle, u64)>,
}
