//! The `pontoon` binary with a finished page inside.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::plugins::Profile;
use crate::process;
use crate::step::step;
use crate::workspace::Workspace;

/// Names the folder whose files `bridge/server` embeds; its build script reads it.
pub(crate) const PAGE_VARIABLE: &str = "PONTOON_PAGE";

/// Builds the binary around `page` and returns it.
pub(crate) fn build(workspace: &Workspace, profile: Profile, page: &Path) -> Result<PathBuf> {
    step(format_args!("pontoon ({})", profile.name()), || {
        let arguments = [
            "build",
            "--profile",
            profile.name(),
            "--package",
            "pontoon",
            "--bins",
        ];
        process::run(workspace.cargo().args(arguments).env(PAGE_VARIABLE, page))
    })?;
    Ok(workspace.binary(profile.folder(), "pontoon"))
}
