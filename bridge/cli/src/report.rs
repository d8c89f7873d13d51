//! What the command prints for people: problems with plugins, and errors with their causes.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Result;
use bridge_host::{Outcome, Report};

/// What keeps plugins from being used: missing folders, then each file that was skipped or refused, why, and what to
/// do. Empty if all is well.
pub(crate) fn problems(report: &Report) -> String {
    let mut text = String::new();
    // As in go-go-goja that is not an error; but a folder with a misspelt name should not look like an empty one.
    for missing in report.directories.iter().filter(|folder| !folder.exists()) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{} does not exist; check --plugin-dir", missing.display());
    }
    for candidate in &report.candidates {
        let (word, reason) = match &candidate.outcome {
            Outcome::Loaded(_) => continue,
            Outcome::Skipped(reason) => ("Skipped", reason),
            Outcome::Refused(reason) => ("Cannot be used", reason),
        };
        let _ = writeln!(
            text,
            "{}",
            format!("{word}: {}\n  {}", reason.text, reason.advice).trim_end()
        );
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
    fn a_folder_that_does_not_exist_is_not_taken_for_an_empty_one() {
        let report = Report {
            directories: vec!["/does/not/exist".into(), "/".into()],
            candidates: vec![],
        };
        assert_eq!(
            problems(&report),
            "/does/not/exist does not exist; check --plugin-dir\n"
        );
    }
}
