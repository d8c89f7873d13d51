//! What keeps a script from harming its program: limits, the memory that is counted, the stop signal, and checks in front
//! of built-in functions that the engine does not bound.

mod arrays;
mod generators;
mod guard;
mod heap;
pub(crate) mod limits;
mod memory;
mod methods;
mod pace;
mod replace_method;
mod stop;
mod strings;

pub(crate) use generators::register as count_generators;
pub use heap::Heap;
pub use limits::{LIMITS, Limit, THREAD_STACK};
pub(crate) use memory::Memory;
pub(crate) use methods::register as guard_methods;
pub use pace::{Headlong, Pace};
pub(crate) use replace_method::{replace_getter, replace_method};
pub(crate) use stop::{StopSignal, is_stop, stoppable};
