//! `cargo xtask codegen`: the code in `proto/src/generated/` is what the protos say. The generator itself is the
//! crate `xtask/codegen`, so that only this command waits for it to compile.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// Writes the generated code.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    generate(workspace, &workspace.root().join("proto/src/generated"))
}

/// Compares a fresh generation with the committed code.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let committed = workspace.root().join("proto/src/generated");
    let fresh = workspace.target().join("codegen-check");
    generate(workspace, &fresh)?;
    let stale: Vec<String> = names(&committed)?
        .union(&names(&fresh)?)
        .filter(|name| fs::read(committed.join(name)).ok() != fs::read(fresh.join(name)).ok())
        .cloned()
        .collect();
    if !stale.is_empty() {
        bail!(
            "generated code is stale ({}); run `cargo xtask codegen` and commit the result",
            stale.join(", ")
        );
    }
    Ok(())
}

fn generate(workspace: &Workspace, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("remove {}", out.display()))?;
    }
    fs::create_dir_all(out).with_context(|| format!("create {}", out.display()))?;
    let generator = [
        "run",
        "--quiet",
        "--package",
        "xtask-codegen",
        "--profile",
        "xtask",
        "--",
    ];
    let protos = workspace.root().join("proto/proto");
    process::run(workspace.cargo().args(generator).arg(protos).arg(out))
}

fn names(folder: &Path) -> Result<BTreeSet<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))?;
    entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}
