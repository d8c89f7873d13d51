//! The example plugins as files: which they are, how they are built, how they reach a folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::step::step;
use crate::workspace::Workspace;

const EXAMPLES: &str = "plugins/examples/";

/// Builds every example; returns the executables. `profile` is a cargo profile that is also its output folder.
pub(crate) fn build_examples(workspace: &Workspace, profile: Profile) -> Result<Vec<PathBuf>> {
    let examples = workspace
        .crates()
        .iter()
        .filter(|member| member.folder.starts_with(EXAMPLES));
    let examples: Vec<_> = examples.collect();
    if examples.is_empty() {
        bail!("there is no crate in {EXAMPLES}");
    }
    step(format_args!("example plugins ({})", profile.name()), || {
        let packages = examples.iter().flat_map(|example| ["--package", &example.name]);
        process::run(
            workspace
                .cargo()
                .args(["build", "--profile", profile.name(), "--bins"])
                .args(packages),
        )
    })?;
    let binaries = examples.iter().flat_map(|example| &example.binaries);
    Ok(binaries
        .map(|name| workspace.binary(profile.folder(), name))
        .collect())
}

/// A cargo profile of native programs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Profile {
    /// For tests.
    Dev,
    /// As release, the page inside included, but built in a tolerable time.
    Quick,
    /// For people.
    Release,
    /// Plugins for people: small, because many may run at once.
    Plugin,
}

impl Profile {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Quick => "quick",
            Self::Release => "release",
            Self::Plugin => "plugin",
        }
    }

    /// Cargo calls the output folder of `dev` otherwise.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Quick => "quick",
            Self::Release => "release",
            Self::Plugin => "plugin",
        }
    }
}

/// Puts the executables into `folder`, each in one step, so that nobody ever starts half a file. Files that are
/// equal already are left alone. Returns where they lie.
pub(crate) fn place(executables: &[PathBuf], folder: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    executables
        .iter()
        .map(|executable| place_one(executable, folder))
        .collect()
}

fn place_one(executable: &Path, folder: &Path) -> Result<PathBuf> {
    let name = executable
        .file_name()
        .with_context(|| format!("{} is not a file", executable.display()))?;
    let target = folder.join(name);
    let content = fs::read(executable).with_context(|| format!("read {}", executable.display()))?;
    if fs::read(&target).is_ok_and(|present| present == content) {
        return Ok(target);
    }
    // The leading dot keeps discovery from taking the temporary file for a plugin.
    let temporary = folder.join(format!(".{}.{}", name.to_string_lossy(), std::process::id()));
    fs::copy(executable, &temporary).with_context(|| format!("write {}", temporary.display()))?;
    fs::rename(&temporary, &target).with_context(|| format!("replace {}", target.display()))?;
    Ok(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_executable_replaces_the_older_one_and_nothing_else_is_left() {
        let folder = std::env::temp_dir().join(format!("pontoon-place-{}", std::process::id()));
        let built = folder.join("built");
        fs::create_dir_all(&built).unwrap();
        let executable = built.join("goja-plugin-a");
        for content in ["one", "two"] {
            fs::write(&executable, content).unwrap();
            let placed = place(std::slice::from_ref(&executable), &folder.join("placed")).unwrap();
            assert_eq!(placed, [folder.join("placed/goja-plugin-a")]);
            assert_eq!(fs::read_to_string(&placed[0]).unwrap(), content);
        }
        assert_eq!(fs::read_dir(folder.join("placed")).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
