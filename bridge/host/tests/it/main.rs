//! The host against real plugin processes: the greeter, and the plugin that misbehaves on command.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod calls;
mod catalog;
mod go_plugin;
mod processes;
mod scenarios;
mod sessions;
mod support;
mod tls;
