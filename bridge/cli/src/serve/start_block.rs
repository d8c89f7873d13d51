//! The lines under the link when `pontoon serve` starts: which plugins are ready, and what the keys do.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use bridge_host::{Outcome, Report, printable};

use crate::report;

/// How many plugins are ready, which and where; then what keeps others from being used. With `verbose`, every module
/// has a line with its path.
pub(super) fn plugins(report: &Report, verbose: bool) -> String {
    let loaded: Vec<(&str, &Path)> = report
        .candidates
        .iter()
        .filter_map(|candidate| match &candidate.outcome {
            Outcome::Loaded(module) => Some((module.as_str(), candidate.path.as_path())),
            Outcome::Skipped(_) | Outcome::Refused(_) => None,
        })
        .collect();
    let mut text = format!("Plugins  {}", summary(report, &loaded));
    if verbose {
        for (module, path) in &loaded {
            // Writing to a string cannot fail.
            let _ = write!(text, "\n         {} at {}", printable(module), path.display());
        }
    }
    for line in report::problems(report).lines() {
        let _ = write!(text, "\n         {line}");
    }
    text
}

/// What may be pressed while the server runs.
pub(super) const fn keys(takes_enter: bool) -> &'static str {
    if takes_enter {
        "         Enter: new link · Ctrl-C: stop"
    } else {
        "         Ctrl-C: stop"
    }
}

fn summary(report: &Report, loaded: &[(&str, &Path)]) -> String {
    if loaded.is_empty() {
        return printable(&report.to_string());
    }
    let names: Vec<&str> = loaded.iter().map(|(module, _)| short(module)).collect();
    let folders: BTreeSet<_> = loaded.iter().filter_map(|(_, path)| path.parent()).collect();
    let folders: Vec<_> = folders
        .iter()
        .map(|folder| folder.display().to_string())
        .collect();
    let count = report.to_string().replacen(" plugins ready", " ready", 1);
    let count = count.replacen(" plugin ready", " ready", 1);
    printable(&format!(
        "{count}: {} in {}",
        names.join(", "),
        folders.join(", ")
    ))
}

/// The last part of a module's name, such as `clock`.
fn short(module: &str) -> &str {
    module.rsplit(':').next().unwrap_or(module)
}

#[cfg(test)]
mod tests {
    use bridge_host::Candidate;
    use proto::manifest::ModuleName;

    use super::*;

    fn loaded(module: &str, path: &str) -> Candidate {
        Candidate {
            path: path.into(),
            outcome: Outcome::Loaded(ModuleName::parse(module).unwrap()),
        }
    }

    #[test]
    fn ready_plugins_take_one_line_and_their_paths_are_shown_on_request() {
        let report = Report {
            directories: vec!["/".into()],
            candidates: vec![
                loaded("plugin:examples:clock", "/p/goja-plugin-clock"),
                loaded("plugin:kv", "/p/goja-plugin-kv"),
            ],
        };
        assert_eq!(plugins(&report, false), "Plugins  2 ready: clock, kv in /p");
        assert!(plugins(&report, true).contains("\n         plugin:kv at /p/goja-plugin-kv"));
    }

    #[test]
    fn without_plugins_the_folder_is_named() {
        let report = Report {
            directories: vec!["/".into()],
            candidates: vec![],
        };
        assert_eq!(plugins(&report, false), "Plugins  No plugins in /");
    }
}
