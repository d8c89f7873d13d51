//! The table of libraries, for whoever runs the test by itself.

use std::fmt::Write as _;

use crate::answer::Answer;

/// One row for each, and a summary.
pub(crate) fn of(answers: &[Answer], known_failures: &[(&str, &str)]) -> String {
    let mut table = String::new();
    for answer in answers {
        let reason = known_failures.iter().find(|(name, _)| *name == answer.name);
        let ending = match (answer.is_right(), reason) {
            (true, _) => "as in Node.js",
            (false, Some((_, reason))) => reason,
            (false, None) => "differs",
        };
        let _ = writeln!(
            table,
            "{:20} {:>6} ms  {ending}",
            answer.name,
            answer.elapsed.as_millis()
        );
    }
    let right = answers.iter().filter(|answer| answer.is_right()).count();
    let _ = write!(table, "{right} of {} answer as in Node.js", answers.len());
    table
}
