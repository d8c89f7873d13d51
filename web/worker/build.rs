//! Raises the wasm stack: Boa's parser recurses, and rustc's default of 1 MiB ends on 66 nested brackets.

use std::env;

const STACK_BYTES: u32 = 8 * 1024 * 1024;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=-zstack-size={STACK_BYTES}");
    }
}
