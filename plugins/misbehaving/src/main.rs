//! A plugin that fails on command, for tests.

fn main() {}
