//! Scripts that npm packages are bundled into: each from a folder of its own into one file in its `dist/`, when its
//! sources changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::content_hash::Stamp;
use crate::process;
use crate::setup::npm;
use crate::step::step;
use crate::workspace::Workspace;

/// The page's editor. `web/editor` does not compile without it.
pub(crate) fn ensure_editor(workspace: &Workspace) -> Result<()> {
    ensure(workspace, npm::EDITOR, "editor.js").map(drop)
}

/// The worker that runs scripts in QuickJS; returns its file.
pub(crate) fn ensure_quickjs(workspace: &Workspace) -> Result<PathBuf> {
    ensure(workspace, npm::QUICKJS, "worker.js")
}

/// Bundles `folder`, unless the bundle is that of the current sources.
fn ensure(workspace: &Workspace, folder: &str, file: &str) -> Result<PathBuf> {
    npm::ensure_packages(workspace, folder)?;
    let name = format!("bundle of {folder}");
    let folder = workspace.root().join(folder);
    let bundle = folder.join("dist").join(file);
    let bundled = Stamp::new(folder.join("dist/.bundled-from"), &sources(&folder)?)?;
    if !bundled.is_current() || !bundle.is_file() {
        step(name, || {
            process::run(process::command("npm", &folder).args(["run", "--silent", "build"]))?;
            bundled.write()
        })?;
    }
    Ok(bundle)
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let list = folder.join("src");
    let entries = fs::read_dir(&list).with_context(|| format!("list {}", list.display()))?;
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
