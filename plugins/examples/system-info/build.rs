//! Tells the program which compiler made it: no library knows.

use std::env;
use std::process::Command;

fn main() {
    let rustc = env::var_os("RUSTC").expect("cargo names the compiler");
    #[expect(
        clippy::disallowed_methods,
        reason = "a build script has no other way to ask the compiler"
    )]
    let asked = Command::new(rustc).arg("--version").output();
    // It answers `rustc 1.95.0 (59807616e 2026-04-14)`.
    let answer = asked.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let version = answer
        .ok()
        .and_then(|answer| answer.split(' ').nth(1).map(str::to_owned))
        .unwrap_or_else(|| "unknown".to_owned());
    println!("cargo::rustc-env=RUST_VERSION={version}");
    println!("cargo::rerun-if-changed=build.rs");
}
