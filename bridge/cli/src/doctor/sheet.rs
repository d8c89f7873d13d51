//! The findings as text for people, or as JSON for programs.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::finding::{Section, State};
use crate::output::{count, wrap};

/// Where the meaning begins: after state and name.
const INDENT: usize = 30;
const WIDTH: usize = 110;

/// A block for each section, then how many findings there are of each state.
pub(super) fn text(sections: &[Section]) -> String {
    let mut text = String::new();
    for section in sections {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", section.title);
        for finding in &section.findings {
            let meaning = wrap(&finding.meaning, WIDTH - INDENT, INDENT);
            let _ = writeln!(
                text,
                "  {:5}  {:19}  {meaning}",
                finding.state.as_str(),
                finding.name
            );
            if let Some(fix) = &finding.fix {
                let fix = wrap(&format!("fix: {fix}"), WIDTH - INDENT, INDENT);
                let _ = writeln!(text, "{:INDENT$}{fix}", "");
            }
        }
        text.push('\n');
    }
    let counts = Counts::of(sections);
    let [warnings, errors] =
        [(counts.warn, "warning"), (counts.bad, "error")].map(|(number, what)| count(number, what));
    let _ = write!(text, "{} OK, {warnings}, {errors}", counts.ok);
    text
}

/// The same as one object.
pub(super) fn json(sections: &[Section]) -> Result<String> {
    #[derive(Serialize)]
    struct Sheet<'a> {
        sections: &'a [Section],
        counts: Counts,
    }
    let counts = Counts::of(sections);
    serde_json::to_string_pretty(&Sheet { sections, counts }).context("write the findings as JSON")
}

#[derive(Debug, Serialize)]
struct Counts {
    ok: usize,
    warn: usize,
    bad: usize,
}

impl Counts {
    fn of(sections: &[Section]) -> Self {
        let count = |state| {
            let findings = sections.iter().flat_map(|section| &section.findings);
            findings.filter(|finding| finding.state == state).count()
        };
        Self {
            ok: count(State::Ok),
            warn: count(State::Warn),
            bad: count(State::Bad),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::finding::Finding;
    use super::*;

    fn sections() -> Vec<Section> {
        vec![
            Section::new(
                "Plugin processes",
                vec![
                    Finding::ok("system", "Linux 6.18 on x86_64"),
                    Finding::warn(
                        "sealed images",
                        "the kernel forbids programs that have no file, so plugins run from a private copy, which \
                         is made when they are checked",
                        "sudo sysctl vm.memfd_noexec=1",
                    ),
                ],
            ),
            Section::new(
                "Port",
                vec![Finding::bad(
                    "127.0.0.1:7373",
                    "in use by python3 (process 4711)",
                    "`kill 4711`, or `pontoon serve --port 0`",
                )],
            ),
        ]
    }

    #[test]
    fn the_sheet_has_a_line_for_each_finding_and_its_fix_below() {
        insta::assert_snapshot!(text(&sections()), @r#"
        Plugin processes
          OK     system               Linux 6.18 on x86_64
          warn   sealed images        the kernel forbids programs that have no file, so plugins run from a private
                                      copy, which is made when they are checked
                                      fix: sudo sysctl vm.memfd_noexec=1

        Port
          error  127.0.0.1:7373       in use by python3 (process 4711)
                                      fix: `kill 4711`, or `pontoon serve --port 0`

        1 OK, 1 warning, 1 error
        "#);
    }

    #[test]
    fn the_same_for_programs() {
        insta::assert_snapshot!(json(&sections()[1..]).unwrap(), @r#"
        {
          "sections": [
            {
              "title": "Port",
              "findings": [
                {
                  "name": "127.0.0.1:7373",
                  "state": "bad",
                  "meaning": "in use by python3 (process 4711)",
                  "fix": "`kill 4711`, or `pontoon serve --port 0`"
                }
              ]
            }
          ],
          "counts": {
            "ok": 0,
            "warn": 0,
            "bad": 1
          }
        }
        "#);
    }
}
