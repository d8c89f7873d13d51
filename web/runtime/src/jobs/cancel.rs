//! [`Cancel`]: ends work outside the engine early. Its future is dropped at once, even while a script keeps the thread.

use std::cell::RefCell;
use std::fmt;
use std::future::poll_fn;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;

use super::Settle;

/// A handle that does not keep the work alive.
pub(crate) struct Cancel(Weak<Work>);

struct Work {
    future: RefCell<Option<LocalBoxFuture<'static, Settle>>>,
    waker: RefCell<Option<Waker>>,
}

/// Makes work that can be cancelled. Cancelled work settles nothing.
pub(crate) fn cancellable(
    future: LocalBoxFuture<'static, Settle>,
) -> (LocalBoxFuture<'static, Settle>, Cancel) {
    let work = Rc::new(Work {
        future: RefCell::new(Some(future)),
        waker: RefCell::default(),
    });
    let cancel = Cancel(Rc::downgrade(&work));
    (poll_fn(move |cx| work.poll(cx)).boxed_local(), cancel)
}

impl Work {
    fn poll(&self, cx: &mut Context<'_>) -> Poll<Settle> {
        match self.future.borrow_mut().as_mut() {
            Some(future) => {
                self.waker.replace(Some(cx.waker().clone()));
                future.poll_unpin(cx)
            }
            None => Poll::Ready(Box::new(|_, _| Ok(()))),
        }
    }
}

impl Cancel {
    /// Drops the future. Does nothing if it is done.
    pub(crate) fn cancel(&self) {
        if let Some(work) = self.0.upgrade() {
            drop(work.future.take());
            if let Some(waker) = work.waker.take() {
                waker.wake();
            }
        }
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cancel").finish_non_exhaustive()
    }
}
