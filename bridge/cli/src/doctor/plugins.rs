//! The plugin folders and what lies in them, by the host's own rules; nothing is started.

use anyhow::Result;
use bridge_host::config::Directories;
use bridge_host::{Reason, Standing, survey};

use super::finding::Finding;

pub(super) fn examine(directories: Result<Directories>) -> Vec<Finding> {
    let directories = match directories {
        Ok(directories) => directories,
        Err(error) => {
            return vec![Finding::bad(
                "folders",
                format!("{error:#}"),
                "name a folder with --plugin-dir",
            )];
        }
    };
    let mut findings = missing(&directories);
    let found = survey(&directories);
    let fit = found
        .iter()
        .filter(|(_, standing)| matches!(standing, Standing::Fit))
        .count();
    match fit {
        0 if findings.is_empty() => findings.push(Finding::warn(
            "files",
            "no plugins found",
            "run `cargo xtask install-plugins` in a checkout of Pontoon to install the examples",
        )),
        0 => {}
        1 => findings.push(Finding::ok("files", "1 plugin can be started")),
        fit => findings.push(Finding::ok("files", format!("{fit} plugins can be started"))),
    }
    findings.extend(found.into_iter().filter_map(|(_, standing)| match standing {
        Standing::Fit => None,
        Standing::Unusable(Reason { text, advice }) => Some(Finding::warn("skipped", text, advice)),
        Standing::Unsafe(Reason { text, advice }) => Some(Finding::bad("refused", text, advice)),
    }));
    findings
}

/// A folder that does not exist yields no plugins and no error; here it is reported.
fn missing(directories: &Directories) -> Vec<Finding> {
    match directories {
        Directories::Tree(root) if !root.is_dir() => vec![Finding::warn(
            "folders",
            format!("{} does not exist, so there are no plugins", root.display()),
            "run `cargo xtask install-plugins` in a checkout of Pontoon, or name a folder with --plugin-dir",
        )],
        Directories::Tree(_) => Vec::new(),
        Directories::Explicit(folders) => folders
            .iter()
            .filter(|folder| !folder.is_dir())
            .map(|folder| {
                Finding::bad(
                    "folders",
                    format!("{} does not exist", folder.display()),
                    "check --plugin-dir",
                )
            })
            .collect(),
    }
}
