//! The real binary on real plugins: what people and programs get to read, and the exit code.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod cancel;
mod check;
mod doctor;
mod engine_ends;
mod javascript;
mod list;
mod new;
mod pty;
mod repl;
mod scripts;
mod signals;
mod support;
