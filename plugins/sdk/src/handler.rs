//! [`Handler`]: which functions can answer a call. The trait's parameter tells the kinds of functions apart, so
//! that further kinds can be added without a word changing for authors.

#[cfg(test)]
mod tests;
mod typed;

use crate::action::Action;
use crate::{Answer, Call};

/// A function that answers calls. There are two ways to write one, and each may be `async`.
///
/// **Typed**: it takes what a caller gives, and returns what the caller gets. Each argument is anything that serde
/// deserialises, up to eight of them; an `Option` may be left out, and what a caller gives beyond them is ignored,
/// as in JavaScript. See [`crate::value::from_value`] for how types are read.
///
/// **Raw**: it takes a [`Call`], for whoever wants to look at the arguments itself: `&Call`, or `Call` when it is
/// `async`.
///
/// Either returns an [`Answer`]: anything that serde serialises, or a [`crate::Result`] of it.
///
/// ```
/// use pontoon_sdk::{Call, Function, Result};
///
/// fn repeat(text: String, times: Option<usize>) -> String {
///     text.repeat(times.unwrap_or(2))
/// }
///
/// async fn later(text: String) -> Result<String> {
///     Ok(tokio::task::spawn_blocking(move || text.to_uppercase()).await?)
/// }
///
/// fn count(call: &Call) -> usize {
///     call.len()
/// }
///
/// Function::new("repeat", repeat);
/// Function::new("later", later);
/// Function::new("count", count);
/// Function::new("add", |left: f64, right: f64| left + right);
/// Function::new("first", |call: Call| async move { call.value(0).cloned() });
/// ```
///
/// A plain function may block; each call has a thread of its own, of which there are at most 512. A future must not:
/// all of them share one thread, and wait for the one that blocks. A panic is the error of that call only.
///
/// A caller may cancel its call, and a host may lose patience. Then a future is dropped where it awaits; a plain function
/// runs to its end, and nobody gets its answer.
///
/// This trait is implemented for all such functions; it is not for you to implement.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot answer calls",
    label = "expected a function whose arguments serde deserialises and whose answer serde serialises",
    note = "an argument is an owned type that implements `serde::Deserialize` (`String`, not `&str`), or the only one is `&Call`; at most eight",
    note = "an answer implements `serde::Serialize`, or is a `Result` of such a type and an error that becomes a `pontoon_sdk::Error`",
    note = "closures name the types of their arguments: `|score: f64| …`, `|call: &Call| …`, `|call: Call| async move {{ … }}`"
)]
pub trait Handler<Kind>: Send + Sync + 'static {
    #[doc(hidden)]
    fn into_action(self) -> Action;
}

/// The kind of plain functions that take a [`Call`].
#[derive(Debug)]
pub struct Raw;

/// The kind of functions that take a [`Call`] and return a future.
#[derive(Debug)]
pub struct AsyncRaw;

impl<F, A, Kind> Handler<(Raw, A, Kind)> for F
where
    F: Fn(&Call) -> A + Send + Sync + 'static,
    A: Answer<Kind>,
{
    fn into_action(self) -> Action {
        Action::blocking(None, move |call| self(&call).into_outcome())
    }
}

impl<F, A, Kind> Handler<(AsyncRaw, A, Kind)> for F
where
    F: Fn(Call) -> A + Send + Sync + 'static,
    A: Future<Output: Answer<Kind>> + Send + 'static,
{
    fn into_action(self) -> Action {
        Action::asynchronous(None, move |call| {
            let answer = self(call);
            async move { answer.await.into_outcome() }
        })
    }
}
