//! JavaScript values to plugin values and back, without recursion: depth is an error, never a crash.
//! What a plugin could not see as it is (a Date, a Map, a cycle) is an error that names the place and the way out.

pub(crate) mod bytes;
mod failure;
mod from_js;
pub(crate) mod lookup;
mod place;
pub(crate) mod property;
mod refusal;
mod similar;
mod to_js;

pub(crate) use from_js::arguments_from_js;
pub(crate) use similar::most_similar;
pub(crate) use to_js::value_to_js;
