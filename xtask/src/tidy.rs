//! `cargo xtask tidy`: the rules of this code base that no compiler checks. Every rule names the file and the way
//! out.

mod manifest;
mod source;

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// Checks every file that git tracks or would track.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let mut git = process::command("git", workspace.root());
    let list = process::read(git.args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    let mut offences = Vec::new();
    for name in list.lines() {
        let path = workspace.root().join(name);
        let is_text = [".rs", ".js", ".css", ".html", ".toml", ".proto"]
            .iter()
            .any(|end| name.ends_with(end));
        // A file that was deleted but not committed yet is still listed.
        if !is_text || !path.is_file() {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("read {name}"))?;
        let found = [source::offences(name, &text), manifest::offences(name, &text)].concat();
        offences.extend(found.into_iter().map(|offence| format!("{name}: {offence}")));
    }
    if !offences.is_empty() {
        bail!("{} files are untidy:\n{}", offences.len(), offences.join("\n"));
    }
    Ok(())
}
