//! Numbers, dates and texts as people of a place write and sort them: what JavaScript's `Intl` asks of its host.
//!
//! [`Intl`] is the question. In the page the browser answers it; everywhere else [`English`] does, which knows American
//! English and nothing else. `docs/decisions/0014-intl.md` says why. The crate knows no engine.

mod data;
#[cfg(not(target_family = "wasm"))]
mod english;
mod intl;

pub use data::Data;
#[cfg(not(target_family = "wasm"))]
pub use english::English;
pub use intl::{ErrorKind, Formatter, Intl, IntlError, Service};
