//! Write Pontoon plugins in Rust. A plugin is a program that offers one JavaScript module; this is a whole one:
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! use pontoon_sdk::{Call, Error, Function, Method, Module, Object, Result};
//! use serde::Serialize;
//!
//! fn main() -> ExitCode {
//!     pontoon_sdk::serve(module())
//! }
//!
//! fn module() -> Module {
//!     Module::new("plugin:school")
//!         .version("v1")
//!         .doc("Marks for pupils.")
//!         .function(Function::new("grade", grade).parameters("score, strict?").doc("what the score is worth."))
//!         .object(
//!             Object::new("names").doc("Works on names.").method(
//!                 Method::new("initials", initials).parameters("...names").summary("their first letters"),
//!             ),
//!         )
//! }
//!
//! #[derive(Serialize)]
//! struct Grade {
//!     score: f64,
//!     passing: bool,
//! }
//!
//! fn grade(score: f64, strict: Option<bool>) -> Result<Grade> {
//!     if !(0.0..=1.0).contains(&score) {
//!         return Err(Error::new(format!("score must lie between 0 and 1, got {score}")));
//!     }
//!     let limit = if strict.unwrap_or(false) { 0.8 } else { 0.5 };
//!     Ok(Grade { score, passing: score >= limit })
//! }
//!
//! fn initials(call: &Call) -> Result<String> {
//!     let first = |index| Ok(call.string(index)?.chars().next().unwrap_or_default());
//!     (0..call.len()).map(first).collect()
//! }
//! ```
//!
//! Give the binary a name that begins with `goja-plugin-` and put it where the host looks for plugins; then
//! `require("plugin:school").grade(0.6)` is `{ score: 0.6, passing: true }`. The module's name begins with `plugin:`.
//!
//! - [`Handler`] says what a function may look like, [`Answer`] what it may return, [`Error`] how it fails.
//! - [`value::from_value`] and [`value::to_value`] say what JavaScript's values are in Rust, and back.
//! - [`testing::Harness`] calls a module in a plain test, as a host would.
//! - [`serve()`] is the rest of the program.
//!
//! The same binary runs under every host that speaks go-go-goja's plugin protocol, over a Unix socket, in plain or
//! over mutual TLS as the host asks. Systems without Unix sockets are not supported.
//!
//! # Features
//!
//! `tls`, on by default, is what a host needs that asks for TLS. Without it a plugin builds without a C compiler and in
//! less time, and refuses to start under such a host. Build with `AWS_LC_SYS_NO_JITTER_ENTROPY=1` in the environment if
//! starts over TLS shall be quick: otherwise the cryptographic library gathers randomness of its own for 35 ms, where the
//! system's would do.

mod action;
mod answer;
mod call;
mod environment;
mod error;
mod export;
mod futures;
mod handler;
mod literal;
mod module;
mod outcome;
mod plugin;
mod report;
mod serve;
mod server;
mod socket;
mod stop;
pub mod testing;
mod threads;
#[cfg_attr(not(feature = "tls"), path = "tls_disabled.rs")]
mod tls;

pub use answer::Answer;
pub use call::{ArgumentError, Call};
pub use error::{Error, Result};
pub use export::{Function, Method, Object};
pub use handler::Handler;
#[doc(hidden)]
pub use literal::expression;
pub use module::{DefinitionError, Module};
pub use plugin::Plugin;
#[doc(inline)]
pub use proto::value::{self, Value};
pub use serve::serve;

/// The guide, so that its code is compiled and run with the examples here.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/plugins.md")]
struct Guide;
