//! What the command tells the person at the terminal: the discovery report, and errors with their causes.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Result;
use bridge_host::{Outcome, Report};

/// The report as lines: what can be required, then what was skipped or refused, why, and what to do.
pub(crate) fn text(report: &Report) -> String {
    let mut text = format!("{report}\n");
    // As in go-go-goja that is no error; but a folder with a misspelt name should not look like an empty one.
    for missing in report.directories.iter().filter(|folder| !folder.exists()) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {} does not exist", missing.display());
    }
    for candidate in &report.candidates {
        let path = candidate.path.display();
        let line = match &candidate.outcome {
            Outcome::Loaded(module) => format!("  {module} <- {path}"),
            Outcome::Skipped(reason) => format!("  skipped: {}\n    {}", reason.text, reason.advice),
            Outcome::Refused(reason) => format!("  refused: {}\n    {}", reason.text, reason.advice),
        };
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

/// Says what is wrong with the command line.
pub(crate) fn misused(error: &anyhow::Error) -> ExitCode {
    const USAGE: u8 = 2;
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "pontoon: {error:#}");
    USAGE.into()
}

/// The command's own exit code; or 1 after an error, which is printed with its causes.
pub(crate) fn exit_code(result: Result<ExitCode>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(error) => {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(std::io::stderr(), "pontoon: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_does_not_exist_is_told_apart_from_an_empty_one() {
        let directories = vec!["/does/not/exist".into(), "/".into()];
        let report = Report {
            directories,
            candidates: vec![],
        };
        assert_eq!(
            text(&report),
            "no plugins found under /does/not/exist, /\n  /does/not/exist does not exist\n"
        );
    }
}
