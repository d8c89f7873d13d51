//! [`PresentSession`]: the transport of every realm. A realm can outlive the session that it was made in; its calls go
//! to the one that is open when they are made.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use proto::value::Value;
use web_runtime::{Call, CallError, NoTransport, Transport};

/// A handle; clones lead to the same session.
#[derive(Clone)]
pub(crate) struct PresentSession(Rc<RefCell<Rc<dyn Transport>>>);

impl PresentSession {
    /// There is none yet.
    pub(crate) fn absent() -> Self {
        Self(Rc::new(RefCell::new(Rc::new(NoTransport))))
    }

    /// From now on calls go there.
    pub(crate) fn set(&self, transport: impl Transport + 'static) {
        self.0.replace(Rc::new(transport));
    }

    fn transport(&self) -> Rc<dyn Transport> {
        Rc::clone(&self.0.borrow())
    }
}

impl Transport for PresentSession {
    fn invoke(&self, call: Call) -> Result<Value, CallError> {
        self.transport().invoke(call)
    }

    fn start(&self, call: Call) -> LocalBoxFuture<'static, Result<Value, CallError>> {
        self.transport().start(call)
    }
}
