//! [`Guard`]: a look at a call of a built-in function before it is made.

use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue};

/// Looks at a call before it is made.
pub(super) type Guard = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<()>;

/// The error of a call that asks for too much.
pub(super) fn range(message: String) -> JsError {
    JsNativeError::range().with_message(message).into()
}
