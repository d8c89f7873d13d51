//! The editor's JavaScript: one ES module in `web/editor/dist/`, bundled by npm when its sources changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::content_hash::Stamp;
use crate::process;
use crate::setup::npm;
use crate::step::step;
use crate::workspace::Workspace;

/// Bundles the editor, unless the bundle is that of the current sources. `web/editor` does not compile without it.
pub(crate) fn ensure(workspace: &Workspace) -> Result<()> {
    npm::ensure_packages(workspace, npm::EDITOR)?;
    let folder = workspace.root().join(npm::EDITOR);
    let bundled = Stamp::new(folder.join("dist/.bundled-from"), &sources(&folder)?)?;
    if bundled.is_current() && folder.join("dist/editor.js").is_file() {
        return Ok(());
    }
    step("editor bundle", || {
        process::run(process::command("npm", &folder).args(["run", "--silent", "build"]))?;
        bundled.write()
    })
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder.join("src")).context("list web/editor/src")?;
    let files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    let mut scripts: Vec<PathBuf> = files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "js"))
        .collect();
    scripts.sort();
    scripts.extend([folder.join("package.json"), folder.join("package-lock.json")]);
    Ok(scripts)
}
