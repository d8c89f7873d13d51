//! The first example: functions, an object with methods, metadata.

fn main() {}
