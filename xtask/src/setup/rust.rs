//! The Rust side: the wasm32 target and the components that the tests call. rustup reads `rust-toolchain.toml`, but
//! where it may not install by itself (`RUSTUP_AUTO_INSTALL=0`) a toolchain lacks what that file lists.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process::{self, find_on_path};
use crate::step::step;
use crate::workspace::Workspace;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain compiles for the browser.
pub(crate) fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let sysroot = process::read(process::command("rustc", workspace.root()).args(["--print", "sysroot"]))?;
    let library = PathBuf::from(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if library.is_dir() {
        return Ok(());
    }
    rustup(workspace, &["target", "add", WASM_TARGET])
}

/// Makes sure that `cargo fmt` and `cargo clippy` exist.
pub(crate) fn ensure_components(workspace: &Workspace) -> Result<()> {
    for (component, program) in [("rustfmt", "rustfmt"), ("clippy", "clippy-driver")] {
        // rustup's proxies are on PATH even where the component is missing, so only an answer counts.
        let mut probe = process::command(program, workspace.root());
        let answers = probe
            .arg("--version")
            .output()
            .is_ok_and(|output| output.status.success());
        if !answers {
            rustup(workspace, &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let line = format!("rustup {}", arguments.join(" "));
    if find_on_path("rustup").is_none() {
        bail!("`{line}` is needed, but rustup is not installed: https://rustup.rs");
    }
    step(&line, || {
        process::run(process::command("rustup", workspace.root()).args(arguments))
    })
}
