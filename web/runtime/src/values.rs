//! JavaScript values to plugin values and back, without recursion: depth is an error, never a crash.
//! What a plugin could not see as it is (a Date, a Map, a cycle) is an error that names the place and the way out.

mod failure;
mod from_js;
mod place;
mod refusal;
mod to_js;

pub(crate) use from_js::arguments_from_js;
pub(crate) use place::is_identifier;
pub(crate) use to_js::value_to_js;
