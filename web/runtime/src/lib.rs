//! JavaScript with plugins: Boa, cells in a lasting realm, `require`, the console, and values that cross to a plugin
//! and back.
//!
//! The library runs as it stands in a Web Worker and in a terminal. What differs is handed in as [`Surroundings`]: a
//! [`Transport`] that carries calls, a [`ConsoleSink`] that shows lines, a [`Pace`] that stops it. It starts no thread,
//! opens no file, and never panics on what a script does.

mod bounds;
mod completion;
mod corrections;
mod errors;
mod events;
mod globals;
mod inspect;
mod jobs;
mod modules;
mod realm;
mod trace;
mod values;

pub use bounds::{Headlong, Heap, LIMITS, Limit, Pace, THREAD_STACK};
pub use completion::{Called, Candidate, Completions};
pub use globals::ConsoleSink;
pub use modules::{
    Call, CallError, CallErrorCode, Catalog, Documents, NoDocuments, NoTransport, PluginModule, Transport,
    decoded_result,
};
pub use realm::{Outcome, PastCell, Profile, Realm, Surroundings, UnknownProfile};
pub use web_source::ask_for_room;
