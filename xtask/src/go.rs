//! The Go side of the tests: plugins on the genuine go-plugin, in the Go module `tests/go`.

use std::path::PathBuf;

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

/// Builds every command of the module; returns the folder of the executables.
pub(crate) fn build_plugins(workspace: &Workspace) -> Result<PathBuf> {
    ensure()?;
    let out = workspace.target().join("go");
    step("Go plugins", || {
        process::run(
            process::command("go", &folder(workspace))
                .args(["build", "-buildvcs=false", "-trimpath", "-o"])
                // The final slash makes go take it for a folder.
                .arg(out.join(""))
                .arg("./cmd/...")
                // The system's C libraries are of no use to a plugin, and need not be there.
                .env("CGO_ENABLED", "0"),
        )
    })?;
    Ok(out)
}
