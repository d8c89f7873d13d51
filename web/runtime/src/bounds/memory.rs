//! [`Memory`]: what the values of a realm may take, looked at between two steps of the engine, and by the functions that
//! make large values.

use std::cell::Cell;
use std::rc::Rc;

use boa_engine::{Context, JsError, JsNativeError, JsResult};

use crate::bounds::heap::Heap;
use crate::bounds::limits::MEMORY;

/// The engine's collector knows the sizes of objects but not of what they hold, so it is called where that is much.
const COLLECT_FROM: u64 = 64 * 1024 * 1024;
/// How much more is given to a realm that has too much already, or nearly.
const GRACE: u64 = 16 * 1024 * 1024;

/// The memory of a realm; without a heap it has no bound.
#[derive(Debug)]
pub(crate) struct Memory {
    heap: Option<&'static Heap>,
    /// Where to look next.
    collect_at: Cell<u64>,
}

impl Memory {
    pub(crate) fn new(heap: Option<&'static Heap>) -> Rc<Self> {
        if let Some(heap) = heap {
            heap.bound();
        }
        Rc::new(Self {
            heap,
            collect_at: Cell::new(COLLECT_FROM),
        })
    }

    /// Goes on, unless the values take too much. Asked after nearly every step of the engine, so it must be cheap.
    ///
    /// # Errors
    /// A `RangeError`.
    #[inline]
    pub(crate) fn check(&self) -> JsResult<()> {
        match self.heap {
            Some(heap) if heap.in_use() >= self.collect_at.get() => self.collect(heap),
            _ => Ok(()),
        }
    }

    /// The same for the realm of a context.
    ///
    /// # Errors
    /// A `RangeError`.
    pub(crate) fn check_in(context: &Context) -> JsResult<()> {
        context
            .get_data::<Rc<Self>>()
            .map_or(Ok(()), |memory| memory.check())
    }

    /// Frees what nobody needs, and looks at the rest.
    #[cold]
    fn collect(&self, heap: &Heap) -> JsResult<()> {
        boa_gc::force_collect();
        let live = heap.in_use();
        if live <= MEMORY {
            let next = (live + live / 2).min(MEMORY).max(live + GRACE);
            self.collect_at.set(COLLECT_FROM.max(next));
            return Ok(());
        }
        self.collect_at.set(live + GRACE);
        Err(exhausted("the values in use", live))
    }
}

fn exhausted(what: &str, bytes: u64) -> JsError {
    const MIB: u64 = 1024 * 1024;
    let (taken, bound) = (bytes.div_ceil(MIB), MEMORY / MIB);
    JsNativeError::range()
        .with_message(format!(
            "out of memory: {what} take {taken} MiB, and may take {bound} MiB"
        ))
        .into()
}
