//! Write Pontoon plugins in Rust. A plugin is a program that offers one JavaScript module; this is a whole one:
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! use pontoon_sdk::{Call, Function, Method, Module, Object, Result, Value};
//!
//! fn main() -> ExitCode {
//!     let module = Module::new("plugin:adder")
//!         .version("v1")
//!         .doc("Adds numbers.")
//!         .capabilities(["examples"])
//!         .function(Function::new("add", add).doc("add(a, b): the sum of two numbers."))
//!         .object(
//!             Object::new("text")
//!                 .doc("Works on text.")
//!                 .method(
//!                     Method::new("twice", |call: &Call| call.string_default(0, "knock").repeat(2))
//!                         .summary("twice(text = \"knock\"): the text, two times"),
//!                 ),
//!         );
//!     pontoon_sdk::serve(module)
//! }
//!
//! fn add(call: &Call) -> Result<Value> {
//!     Ok((call.number(0)? + call.number(1)?).into())
//! }
//! ```
//!
//! Give the binary a name that begins with `goja-plugin-` and put it where the host looks for plugins; then
//! `require("plugin:adder").add(1, 2)` is `3`. The module's name begins with `plugin:`. Values are JSON's: see
//! [`Value`].
//!
//! The same binary runs under every host that speaks go-go-goja's plugin protocol, over a Unix socket. TLS and
//! systems without Unix sockets are not supported.

mod action;
mod call;
mod environment;
mod error;
mod export;
mod handler;
mod module;
mod plugin;
mod report;
mod serve;
mod server;
mod socket;
mod stop;

pub use call::{ArgumentError, Call};
pub use error::{Error, Result};
pub use export::{Function, Method, Object};
pub use handler::{Answer, Handler};
pub use module::Module;
pub use plugin::{DefinitionError, Plugin};
pub use proto::value::{self, Value};
pub use serve::serve;
