//! The Go side of the tests: plugins and a host on the genuine go-plugin, in the Go module `tests/go`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process::{self, find_on_path};
use crate::step::step;
use crate::workspace::Workspace;

/// The folder of the Go module.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("tests/go")
}

/// Makes sure that there is a `go`. One that is too old says so itself, or fetches what the module asks for.
pub(crate) fn ensure() -> Result<()> {
    if find_on_path("go").is_none() {
        bail!(
            "`go` is not on PATH, and the tests build plugins with it; install Go 1.24 or newer: https://go.dev/dl, \
             or `apt-get install golang-go` on Debian 13, Ubuntu 25.04 and later"
        );
    }
    Ok(())
}

/// Builds every program of the module and returns their folder. The catalog of examples has one of its own in it,
/// `examples`, which is a plugin folder.
pub(crate) fn build_programs(workspace: &Workspace) -> Result<PathBuf> {
    ensure()?;
    let out = workspace.target().join("go");
    step("Go programs", || {
        build(workspace, "./cmd/...", &out)?;
        build(workspace, "./examples/...", &out.join("examples"))
    })?;
    Ok(out)
}

/// What Go's own tools find in the sources, and whether they are formatted.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    ensure()?;
    step("go vet and gofmt", || {
        let folder = folder(workspace);
        process::run(
            process::command("go", &folder)
                .args(["vet", "./..."])
                .env("CGO_ENABLED", "0"),
        )?;
        let unformatted = process::read(process::command("gofmt", &folder).args(["-l", "."]))?;
        if !unformatted.is_empty() {
            bail!("not formatted; run `gofmt -w` in tests/go:\n{unformatted}");
        }
        Ok(())
    })
}

fn build(workspace: &Workspace, packages: &str, out: &Path) -> Result<()> {
    process::run(
        process::command("go", &folder(workspace))
            .args(["build", "-buildvcs=false", "-trimpath", "-o"])
            // The final slash makes go take it for a folder.
            .arg(out.join(""))
            .arg(packages)
            // The system's C libraries are of no use to a plugin, and need not be there.
            .env("CGO_ENABLED", "0"),
    )
}
