//! Runs the JavaScript runtime in a Web Worker.

fn main() {}
