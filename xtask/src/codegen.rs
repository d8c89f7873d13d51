//! `cargo xtask codegen`: the generated code is what the protos say. The generator itself is the crate
//! `xtask/codegen`, so that only this command waits for it to compile.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::workspace::Workspace;
use crate::{go, process};

/// Code in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Language {
    Rust,
    Go,
}

const LANGUAGES: [Language; 2] = [Language::Rust, Language::Go];

/// Writes the generated code.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    LANGUAGES
        .into_iter()
        .try_for_each(|language| language.generate(workspace, &workspace.root().join(language.committed())))
}

/// Compares a fresh generation with the committed code.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    for language in LANGUAGES {
        let committed = workspace.root().join(language.committed());
        let fresh = workspace.target().join("codegen-check").join(language.name());
        language.generate(workspace, &fresh)?;
        let stale: Vec<String> = names(&committed)?
            .union(&names(&fresh)?)
            .filter(|name| fs::read(committed.join(name)).ok() != fs::read(fresh.join(name)).ok())
            .cloned()
            .collect();
        if !stale.is_empty() {
            bail!(
                "generated code in {} is stale ({}); run `cargo xtask codegen` and commit the result",
                language.committed(),
                stale.join(", ")
            );
        }
    }
    Ok(())
}

impl Language {
    const fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::Go => "go",
        }
    }

    /// The folder of the committed code, which holds nothing else.
    const fn committed(self) -> &'static str {
        match self {
            Self::Rust => "proto/src/generated",
            Self::Go => "tests/go/contract",
        }
    }

    fn generate(self, workspace: &Workspace, out: &Path) -> Result<()> {
        let mut arguments: Vec<OsString> =
            vec![self.name().into(), workspace.root().join("proto/proto").into()];
        if self == Self::Go {
            go::ensure()?;
            arguments.push(go::folder(workspace).into());
        }
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
        process::run(workspace.cargo().args(generator).args(arguments).arg(out))
    }
}

fn names(folder: &Path) -> Result<BTreeSet<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))?;
    entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}
