//! `cargo xtask test lint`: clippy and rustdoc for the whole workspace, and clippy once more, as the browser's
//! compiler sees it, for what runs there. A warning is an error here and only here.

use anyhow::Result;

use crate::bridge::PAGE_VARIABLE;
use crate::bundle;
use crate::page::Quality;
use crate::process;
use crate::setup::rust;
use crate::step::step;
use crate::workspace::Workspace;

/// What is compiled for the browser. Their common dependencies must be able to go there.
const WASM_CRATES: [&str; 8] = [
    "proto",
    "web-messages",
    "web-locale",
    "web-source",
    "web-runtime",
    "web-worker",
    "web-editor",
    "web-app",
];

/// Runs every linter that cargo has.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    rust::ensure_components(workspace)?;
    rust::ensure_wasm_target(workspace)?;
    bundle::ensure_editor(workspace)?;

    clippy(workspace, "clippy, native", &["--workspace", "--all-targets"])?;
    let packages: Vec<&str> = WASM_CRATES
        .into_iter()
        .flat_map(|name| ["--package", name])
        .collect();
    clippy(
        workspace,
        "clippy, wasm32",
        &[&["--target", "wasm32-unknown-unknown"], &*packages].concat(),
    )?;
    step("rustdoc", || {
        let mut cargo = workspace.cargo();
        cargo.args([
            "doc",
            "--workspace",
            "--no-deps",
            "--document-private-items",
            "--keep-going",
        ]);
        process::run(
            cargo
                .env("RUSTDOCFLAGS", "-D warnings")
                .env(PAGE_VARIABLE, page_folder(workspace)),
        )
    })
}

fn clippy(workspace: &Workspace, name: &str, selection: &[&str]) -> Result<()> {
    step(name, || {
        let mut cargo = workspace.cargo();
        cargo.arg("clippy").args(selection).args(["--", "-D", "warnings"]);
        process::run(cargo.env(PAGE_VARIABLE, page_folder(workspace)))
    })
}

fn page_folder(workspace: &Workspace) -> std::path::PathBuf {
    Quality::Quick.page_folder(workspace)
}
