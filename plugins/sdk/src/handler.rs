//! [`Handler`]: which functions can answer a call. The trait's parameter tells the kinds of functions apart, so
//! that further kinds can be added without a word changing for authors.

use proto::value::Value;

use crate::action::Action;
use crate::{Call, Error};

/// A function that answers calls: one that reads a [`Call`] and returns an [`Answer`], or one that takes a [`Call`]
/// and returns a future of an [`Answer`].
///
/// A plain function may block; each call has a thread of its own. A future must not: all of them share one
/// thread. A panic is the error of that call only.
///
/// ```
/// use pontoon_sdk::{Call, Function, Result};
///
/// Function::new("length", |call: &Call| -> Result<f64> { Ok(call.string(0)?.chars().count() as f64) });
/// Function::new("later", |call: Call| async move { call.string_default(0, "tomorrow").to_owned() });
/// ```
///
/// This trait is implemented for all such functions; it is not for you to implement.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot answer calls",
    label = "expected `fn(&Call) -> Answer` or `async fn(Call) -> Answer`",
    note = "closures must name their argument's type: `|call: &Call| …`, or `|call: Call| async move {{ … }}`",
    note = "an answer is a `Value`, `String`, `f64` or `bool`, or a `Result` of something that becomes a `Value`"
)]
pub trait Handler<Kind>: Send + Sync + 'static {
    #[doc(hidden)]
    fn into_action(self) -> Action;
}

/// The kind of plain functions.
#[derive(Debug)]
pub struct Blocking;

/// The kind of functions that return a future.
#[derive(Debug)]
pub struct Asynchronous;

impl<F, A> Handler<(Blocking, A)> for F
where
    F: Fn(&Call) -> A + Send + Sync + 'static,
    A: Answer,
{
    fn into_action(self) -> Action {
        Action::blocking(move |call| self(call).into_result())
    }
}

impl<F, A> Handler<(Asynchronous, A)> for F
where
    F: Fn(Call) -> A + Send + Sync + 'static,
    A: Future<Output: Answer> + Send + 'static,
{
    fn into_action(self) -> Action {
        Action::asynchronous(move |call| {
            let answer = self(call);
            async move { answer.await.into_result() }
        })
    }
}

/// What a handler returns: a value, or a [`Result`] of something that becomes one.
pub trait Answer: Send + 'static {
    /// The answer as the caller gets it.
    ///
    /// # Errors
    /// The handler's own.
    fn into_result(self) -> Result<Value, Error>;
}

impl<T, E> Answer for Result<T, E>
where
    T: Into<Value> + Send + 'static,
    E: Into<Error> + Send + 'static,
{
    fn into_result(self) -> Result<Value, Error> {
        self.map(Into::into).map_err(Into::into)
    }
}

impl Answer for Value {
    fn into_result(self) -> Result<Value, Error> {
        Ok(self)
    }
}

impl Answer for String {
    fn into_result(self) -> Result<Value, Error> {
        Ok(self.into())
    }
}

impl Answer for &'static str {
    fn into_result(self) -> Result<Value, Error> {
        Ok(self.into())
    }
}

impl Answer for f64 {
    fn into_result(self) -> Result<Value, Error> {
        Ok(self.into())
    }
}

impl Answer for bool {
    fn into_result(self) -> Result<Value, Error> {
        Ok(self.into())
    }
}
