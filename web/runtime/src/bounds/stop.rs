//! The way a stop request reaches a script: every function of this runtime that a script calls may end it.

use std::rc::Rc;

use boa_engine::error::{EngineError, RuntimeLimitError};
use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsError, JsNativeError, JsResult, NativeFunction};

use crate::bounds::generators::Generators;
use crate::bounds::pace::Pace;

/// Where a context finds its [`Pace`].
pub(crate) struct StopSignal(Rc<dyn Pace>);

impl StopSignal {
    pub(crate) fn register(pace: Rc<dyn Pace>, context: &mut Context) {
        context.insert_data(Self(pace));
    }

    /// Goes on, unless a stop was requested.
    ///
    /// # Errors
    /// One that no script can catch, except in an async generator.
    pub(crate) fn check(context: &Context) -> JsResult<()> {
        match context.get_data::<Self>() {
            Some(Self(pace)) if pace.stop_requested() && Generators::hold(context) => {
                Err(JsNativeError::error().with_message("stopped").into())
            }
            Some(Self(pace)) if pace.stop_requested() => Err(stopped()),
            _ => Ok(()),
        }
    }
}

/// A function that ends the script instead when a stop was requested.
pub(crate) fn stoppable(function: NativeFunctionPointer) -> NativeFunction {
    NativeFunction::from_copy_closure(move |this, args, context| {
        StopSignal::check(context)?;
        function(this, args, context)
    })
}

/// The engine passes its own limits by every `catch`. This one is not in use otherwise.
pub(crate) fn stopped() -> JsError {
    JsError::from(EngineError::from(RuntimeLimitError::LoopIteration))
}

/// Whether an evaluation was ended by [`StopSignal::check`].
pub(crate) fn is_stop(error: &JsError) -> bool {
    matches!(
        error.as_engine(),
        Some(EngineError::RuntimeLimit(RuntimeLimitError::LoopIteration))
    )
}
