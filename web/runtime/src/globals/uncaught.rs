//! Errors that no script caught, thrown where nobody waits for them: in timers, microtasks, listeners and promises. They
//! are shown, and everything else goes on.

use std::cell::Cell;

use boa_engine::{Context, JsError, JsResult, JsValue};
use web_output::Piece;

use crate::errors;
use crate::globals::console;
use crate::inspect;

/// Whether there was such an error since somebody last asked.
#[derive(Debug, Default)]
pub(crate) struct Uncaught(Cell<bool>);

impl Uncaught {
    pub(crate) fn take(context: &Context) -> bool {
        context
            .get_data::<Self>()
            .is_some_and(|uncaught| uncaught.0.take())
    }

    fn tell(message: Vec<Piece>, context: &Context) {
        if let Some(uncaught) = context.get_data::<Self>() {
            uncaught.0.set(true);
        }
        console::report(message, context);
    }
}

/// Shows an error in the console.
///
/// # Errors
/// Gives back what is no error of a script: a limit of the engine, or a stop.
pub(crate) fn report(error: JsError, context: &mut Context) -> JsResult<()> {
    if error.as_engine().is_some() {
        return Err(error);
    }
    let value = error.into_opaque(context)?;
    let value = Piece::Value(inspect::preview(&value, context));
    Uncaught::tell(vec![Piece::plain("Uncaught "), value], context);
    Ok(())
}

/// Shows an error, a limit of the engine among them.
pub(crate) fn report_all(error: JsError, context: &mut Context) {
    if let Err(limit) = report(error, context) {
        let limit = errors::from_thrown(limit, context);
        Uncaught::tell(vec![Piece::plain(format!("Uncaught {limit}"))], context);
    }
}

/// Shows why a promise was rejected that nobody waits for.
pub(crate) fn report_rejection(reason: &JsValue, context: &mut Context) {
    let reason = Piece::Value(inspect::preview(reason, context));
    Uncaught::tell(vec![Piece::plain("Uncaught (in promise) "), reason], context);
}
