//! The objects that can still be opened. They are kept alive for it, so there is an end to how many.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject};
use web_output::Handle;

/// The latest that are kept; the oldest are forgotten.
const MAX_KEPT: usize = 2_000;

/// Never repeats in one program, so that a handle of an earlier realm opens nothing in a later one.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// What a handle opens.
#[derive(Clone)]
pub(super) enum Kept {
    /// The entries of an object.
    Object(JsObject),
    /// The value of a property that has a getter.
    Getter(JsObject, PropertyKey),
}

#[derive(Default)]
struct Handles(RefCell<VecDeque<(Handle, Kept)>>);

/// Makes room for handles in a context.
pub(crate) fn register(context: &mut Context) {
    context.insert_data(Rc::new(Handles::default()));
}

pub(super) fn keep(kept: Kept, context: &Context) -> Option<Handle> {
    let handles = context.get_data::<Rc<Handles>>()?;
    let handle = Handle(NEXT.fetch_add(1, Ordering::Relaxed));
    let mut all = handles.0.borrow_mut();
    if all.len() == MAX_KEPT {
        all.pop_front();
    }
    all.push_back((handle, kept));
    Some(handle)
}

pub(super) fn find(handle: Handle, context: &Context) -> Option<Kept> {
    let handles = context.get_data::<Rc<Handles>>()?;
    let all = handles.0.borrow();
    all.iter()
        .find(|(kept, _)| *kept == handle)
        .map(|(_, kept)| kept.clone())
}
