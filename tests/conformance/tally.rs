//! What each reader made of the suite, as figures.

use crate::suite::{Case, Part, Verdict};

/// Something that reads, and what it made of each file.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    pub(crate) verdicts: Vec<Verdict>,
}

impl Reader {
    pub(crate) const fn new(name: &'static str, verdicts: Vec<Verdict>) -> Self {
        Self { name, verdicts }
    }

    /// The files on which it and the suite disagree.
    pub(crate) fn failures<'a>(&self, suite: &'a [Case]) -> impl Iterator<Item = &'a Case> {
        suite
            .iter()
            .zip(&self.verdicts)
            .filter(|(case, verdict)| case.expected() != **verdict)
            .map(|(case, _)| case)
    }
}

/// Part by part, as a table in Markdown: how many files there are, and how many each reader reads as the suite says.
pub(crate) fn table(suite: &[Case], readers: &[Reader]) -> String {
    let mut table = String::from("| part | files |");
    for reader in readers {
        table.push_str(&format!(" {} |", reader.name));
    }
    table.push_str("\n|---|--:|");
    table.push_str(&"--:|".repeat(readers.len()));
    table.push('\n');
    for part in Part::ALL {
        line(&mut table, part.folder(), suite, readers, |case| {
            case.part == part
        });
    }
    line(&mut table, "all", suite, readers, |_| true);
    table
}

fn line(table: &mut String, name: &str, suite: &[Case], readers: &[Reader], counts: impl Fn(&Case) -> bool) {
    let files = suite.iter().filter(|case| counts(case)).count();
    table.push_str(&format!("| {name} | {files} |"));
    for reader in readers {
        let failures = reader.failures(suite).filter(|case| counts(case)).count();
        let right = files - failures;
        table.push_str(&format!(" {right} ({:.2} %) |", percentage(right, files)));
    }
    table.push('\n');
}

#[expect(clippy::cast_precision_loss, reason = "the suite has some thousand files")]
fn percentage(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}
