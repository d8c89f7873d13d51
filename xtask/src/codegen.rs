//! `cargo xtask codegen`: Rust code from `proto/proto/`, through protox, committed in `proto/src/generated/`.
//! With `--check` nothing is written and a difference is an error.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::workspace;

const PROTOS: [&str; 5] = [
    "hashiplugin/contract/v1/jsmodule.proto",
    "plugin/grpc_broker.proto",
    "plugin/grpc_controller.proto",
    "plugin/grpc_stdio.proto",
    "pontoon/v1/browser.proto",
];

/// Writes the generated code, or with `check` compares it with what is committed.
pub(crate) fn run(check: bool) -> Result<()> {
    let committed = workspace::root().join("proto/src/generated");
    if !check {
        return generate(&committed);
    }
    let fresh = workspace::root().join("target/codegen-check");
    generate(&fresh)?;
    let stale: Vec<String> = names(&committed)?
        .into_iter()
        .chain(names(&fresh)?)
        .filter(|name| fs::read(committed.join(name)).ok() != fs::read(fresh.join(name)).ok())
        .collect();
    if !stale.is_empty() {
        bail!(
            "generated code is stale ({}); run `cargo xtask codegen` and commit the result",
            stale.join(", ")
        );
    }
    Ok(())
}

fn generate(out: &Path) -> Result<()> {
    let protos = workspace::root().join("proto/proto");
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("remove {}", out.display()))?;
    }
    fs::create_dir_all(out).with_context(|| format!("create {}", out.display()))?;
    let descriptors = protox::compile(PROTOS, [&protos]).context("compile the protos")?;
    tonic_prost_build::configure()
        .build_transport(false)
        .out_dir(out)
        .extern_path(".google.protobuf.Value", "crate::value::EncodedValue")
        .compile_fds(descriptors)
        .context("generate Rust code")
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))?;
    entries
        .map(|entry| -> Result<String> {
            let path: PathBuf = entry?.path();
            Ok(path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default())
        })
        .collect()
}
