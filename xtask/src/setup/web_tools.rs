//! trunk and wasm-bindgen in exactly the versions that the repository names: from PATH, else from our cache folder,
//! else installed into it. The cache folder lies outside the repository, so that a fresh clone finds the tools.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::process::{self, find_on_path};
use crate::step::{say, step};
use crate::workspace::Workspace;

/// A program that the page's build calls.
#[derive(Debug)]
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    pub(crate) version: String,
    pub(crate) program: PathBuf,
}

struct Wanted {
    name: &'static str,
    version: String,
    package: &'static str,
    /// Whether the crate's own lock file is used. wasm-bindgen-cli's names a release that is no longer served.
    locked: bool,
}

/// Finds or installs the tools.
pub(crate) fn ensure(workspace: &Workspace) -> Result<Vec<Tool>> {
    let trunk = Wanted {
        name: "trunk",
        version: trunk_version(&read(workspace, "Trunk.toml")?)
            .context("Trunk.toml names no trunk-version")?,
        package: "trunk",
        locked: true,
    };
    let wasm_bindgen = Wanted {
        name: "wasm-bindgen",
        version: locked_version(&read(workspace, "Cargo.lock")?, "wasm-bindgen")
            .context("Cargo.lock names no wasm-bindgen")?,
        package: "wasm-bindgen-cli",
        locked: false,
    };
    [trunk, wasm_bindgen]
        .into_iter()
        .map(|wanted| wanted.ensure(workspace))
        .collect()
}

impl Wanted {
    fn ensure(self, workspace: &Workspace) -> Result<Tool> {
        let cache = cache_folder()?.join(format!("{}-{}", self.name, self.version));
        let cached = cache
            .join("bin")
            .join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX));
        let known = find_on_path(self.name).into_iter().chain([cached.clone()]);
        let program = match known.into_iter().find(|program| self.is_version_of(program)) {
            Some(program) => program,
            None => {
                self.install(workspace, &cache)?;
                cached
            }
        };
        Ok(Tool {
            name: self.name,
            version: self.version,
            program,
        })
    }

    fn is_version_of(&self, program: &Path) -> bool {
        let answer = process::command(program, Path::new("."))
            .arg("--version")
            .output();
        let text = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned());
        text.is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, workspace: &Workspace, folder: &Path) -> Result<()> {
        if find_on_path("cargo-binstall").is_some() {
            let name = format!("{} {} with cargo binstall", self.package, self.version);
            if step(name, || self.install_prebuilt(workspace, folder)).is_ok() {
                return Ok(());
            }
        }
        say(format_args!(
            "{} is built once, from crates.io; that takes some minutes",
            self.package
        ));
        let name = format!("{} {} into {}", self.package, self.version, folder.display());
        step(name, || self.install_from_source(workspace, folder))
    }

    fn install_prebuilt(&self, workspace: &Workspace, folder: &Path) -> Result<()> {
        let package = format!("{}@{}", self.package, self.version);
        let install = [
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--root",
        ];
        process::run(workspace.cargo().args(install).arg(folder).arg(package))
    }

    fn install_from_source(&self, workspace: &Workspace, folder: &Path) -> Result<()> {
        let mut cargo = workspace.cargo();
        cargo
            .args(["install", self.package, "--version", &self.version, "--root"])
            .arg(folder);
        if self.locked {
            cargo.arg("--locked");
        }
        // Without it cargo builds in a temporary folder and leaves nothing behind in ours.
        process::run(cargo.env_remove("CARGO_TARGET_DIR"))
    }
}

fn cache_folder() -> Result<PathBuf> {
    let set = std::env::var_os("XDG_CACHE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from);
    let cache = set.or_else(|| Some(std::env::home_dir()?.join(".cache")));
    Ok(cache
        .context("find the home directory, for the tools' cache")?
        .join("pontoon/tools"))
}

fn read(workspace: &Workspace, name: &str) -> Result<String> {
    fs::read_to_string(workspace.root().join(name)).with_context(|| format!("read {name}"))
}

fn trunk_version(configuration: &str) -> Option<String> {
    let value = configuration
        .lines()
        .find_map(|line| line.strip_prefix("trunk-version = "))?;
    Some(value.trim().trim_matches('"').trim_start_matches('=').to_owned())
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let value = lines.nth(1)?.strip_prefix("version = ")?;
    Some(value.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trunk_version_is_the_one_that_trunk_itself_insists_on() {
        let configuration = "trunk-version = \"=0.21.14\"\n\n[build]\n";
        assert_eq!(trunk_version(configuration).as_deref(), Some("0.21.14"));
        assert_eq!(trunk_version("[build]\n"), None);
    }

    #[test]
    fn the_version_of_a_package_is_not_that_of_one_with_a_longer_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
