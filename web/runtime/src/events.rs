//! Event listeners and abort signals as data. Their classes are in `globals/web`; calls of plugins listen to signals too.

pub(crate) mod listeners;
pub(crate) mod signal;

pub(crate) use listeners::{Listener, Listeners};
pub(crate) use signal::Signal;
