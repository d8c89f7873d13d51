//! [`Heap`]: the allocator of a program that runs scripts. It counts what is in use, so that a realm can end a script
//! that takes too much, and refuses what a script takes at one stroke, before the machine suffers.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fmt;
use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering};

use crate::bounds::limits::MEMORY_AT_ONCE;

/// What a thread takes or gives back before the others hear of it: counting each allocation for all costs scripts time.
const PENDING_BYTES: usize = 64 * 1024;

thread_local! {
    /// Bytes that this thread took and gave back since it last told the heap.
    static PENDING: Cell<isize> = const { Cell::new(0) };
}

/// An allocator that counts. A program makes it its `#[global_allocator]`.
pub struct Heap {
    in_use: AtomicIsize,
    limit: AtomicUsize,
    when_full: fn(),
}

impl fmt::Debug for Heap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Heap")
            .field("in_use", &self.in_use())
            .finish_non_exhaustive()
    }
}

impl Heap {
    /// A heap without a bound. `when_full` is called when there is no memory left, must not allocate, and should end
    /// the program: it is aborted otherwise.
    #[must_use]
    pub const fn new(when_full: fn()) -> Self {
        Self {
            in_use: AtomicIsize::new(0),
            limit: AtomicUsize::new(usize::MAX),
            when_full,
        }
    }

    /// Bytes that were allocated and not freed; of other threads than the present one, to within 64 KiB each.
    #[must_use]
    pub fn in_use(&self) -> u64 {
        let pending = PENDING.with(Cell::get);
        let in_use = self.in_use.load(Ordering::Relaxed).saturating_add(pending);
        u64::try_from(in_use).unwrap_or_default()
    }

    /// From now on no more is given than scripts may take.
    pub(crate) fn bound(&self) {
        self.limit.store(MEMORY_AT_ONCE, Ordering::Relaxed);
    }

    /// From now on there is no bound any more: for what a program still does when there was no memory left.
    pub fn unbound(&self) {
        self.limit.store(usize::MAX, Ordering::Relaxed);
    }

    /// Counts what is taken; returns false, and counts nothing, if that is too much.
    #[inline]
    fn take(&self, bytes: usize) -> bool {
        let pending = PENDING.with(Cell::get).saturating_add_unsigned(bytes);
        if pending.unsigned_abs() < PENDING_BYTES {
            PENDING.with(|own| own.set(pending));
            return true;
        }
        self.take_many(bytes, pending)
    }

    /// Tells the heap what is pending, if it has room for the last of it.
    #[cold]
    fn take_many(&self, bytes: usize, pending: isize) -> bool {
        let in_use = self.in_use.load(Ordering::Relaxed).saturating_add(pending);
        let fits =
            usize::try_from(in_use).map_or(true, |in_use| in_use <= self.limit.load(Ordering::Relaxed));
        let told = if fits {
            pending
        } else {
            pending.saturating_sub_unsigned(bytes)
        };
        self.in_use.fetch_add(told, Ordering::Relaxed);
        PENDING.with(|own| own.set(0));
        fits
    }

    #[inline]
    fn give_back(&self, bytes: usize) {
        let pending = PENDING.with(Cell::get).saturating_sub_unsigned(bytes);
        if pending.unsigned_abs() < PENDING_BYTES {
            PENDING.with(|own| own.set(pending));
            return;
        }
        self.in_use.fetch_add(pending, Ordering::Relaxed);
        PENDING.with(|own| own.set(0));
    }

    /// Counts and allocates.
    #[inline]
    fn allocate(&self, bytes: usize, allocate: impl FnOnce() -> *mut u8) -> *mut u8 {
        if self.take(bytes) {
            let pointer = allocate();
            if !pointer.is_null() {
                return pointer;
            }
            self.give_back(bytes);
        }
        (self.when_full)();
        std::ptr::null_mut()
    }
}

#[expect(
    unsafe_code,
    reason = "the trait of allocators is unsafe; every call goes to the system's as it stands"
)]
// SAFETY: each method hands its arguments to the system's allocator, whose contract is the same, or answers null.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract.
        self.allocate(layout.size(), || unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract.
        self.allocate(layout.size(), || unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract, and the pointer is the system's.
        unsafe { System.dealloc(pointer, layout) };
        self.give_back(layout.size());
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller keeps the contract, and the pointer is the system's.
        let resized = self.allocate(size, || unsafe { System.realloc(pointer, layout, size) });
        if !resized.is_null() {
            self.give_back(layout.size());
        }
        resized
    }
}
