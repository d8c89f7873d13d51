//! Pontoon as people meet it: the real binary, a real browser, real plugin processes.

mod cancel;
mod cases;
mod catalog;
mod corpus;
mod depth;
mod endurance;
mod guard;
mod hangs;
mod lifetime;
mod output;
mod playground;
mod plugin_list;
mod prompt;
mod stop;
mod tabs;
mod unwinding;
