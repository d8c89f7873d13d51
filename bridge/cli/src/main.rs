//! The pontoon command.

fn main() {}
