//! `docs/engine-conformance.md`: the figures for people, and every file that the engine gets wrong.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::BY_DESIGN;
use crate::suite::{Case, Part};
use crate::tally::{self, Reader};

const HEAD: &str = "\
# What the engine reads

How much of JavaScript's grammar gets through, counted on a suite that nobody here wrote: npm's
[test262-parser-tests](https://www.npmjs.com/package/test262-parser-tests) 0.0.5, from the committee that keeps the
language's own tests. `pass` holds programs, `pass-explicit` the same programs with every parenthesis and semicolon;
`fail` holds what the grammar refuses, and `early` what one of its additional rules refuses. A file counts when it is
read, or is a `SyntaxError`, as the suite says.

`cargo xtask test conformance` reads every file three times: with Boa and nothing of ours (but its feature `annex-b`,
which the runtime has too), with the runtime as the terminal has it, and in the page's own worker in Chromium, where the
runtime is WebAssembly; all three are built for tests, with less optimisation than for people. In the last two a script
is a cell, as it is for people, and a module is a document that a cell imports. The test fails when one of them differs
from Boa alone in a file that is not named below, and when this page is stale; `UPDATE_EXPECTED=1 cargo xtask test
conformance` writes it anew. (What Pontoon makes of go-plugin's protocol is [another page](conformance.md).)

";

const DIFFERENCES: &str = "
## Where the runtime differs from Boa alone

By design, and the same in the terminal and in the browser:

";

const OUTDATED_HEAD: &str = "
## Where the suite is older than the language

The suite was written for an earlier edition of the language. These are programs today, or always were in browsers
(Annex B): the engine is right, and is counted as wrong.

";

const FAILURES: &str = "
## What Boa gets wrong

";

/// Files that the suite refuses and today's language does not. V8 reads them too.
const OUTDATED: [(&str, &str); 14] = [
    ("early/0f5f47108da5c34e.js", "`for (var a of …)` in `catch (a)`"),
    (
        "early/12a74c60f52a60de.js",
        "two functions of one name in a block",
    ),
    ("early/1aff49273f3e3a98.js", "the same"),
    ("early/be7329119eaa3d47.js", "the same"),
    ("early/ec31fa5e521c5df4.js", "the same"),
    ("fail/0d5e450f1da8a92a.js", "`\\9` in a string"),
    ("fail/647e21f8f157c338.js", "a line separator in a string"),
    ("fail/748656edbfb2d0bb.js", "`\\8` in a string"),
    ("fail/79f882da06f88c9f.js", "`\\8` in a string"),
    ("fail/8af69d8f15295ed2.js", "a paragraph separator in a string"),
    ("fail/92b6af54adef3624.js", "`\\9` in a string"),
    ("fail/98204d734f8c72b3.js", "a field in a class"),
    ("fail/e3fbcf63d7e43ead.js", "`for (var x = 1 in …)`"),
    ("fail/ef81b93cf9bdb4ec.js", "a field in a class"),
];

/// Compares the page with the file, or writes it where that is asked for.
///
/// # Errors
/// The file is not the page.
pub(crate) fn check(suite: &[Case], readers: &[Reader]) -> Result<()> {
    let page = render(suite, readers)?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/engine-conformance.md");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &page).context("write docs/engine-conformance.md")?;
    }
    ensure!(
        fs::read_to_string(&path).unwrap_or_default() == page,
        "docs/engine-conformance.md is stale; run `UPDATE_EXPECTED=1 cargo xtask test conformance`, and read what changed"
    );
    Ok(())
}

fn render(suite: &[Case], readers: &[Reader]) -> Result<String> {
    let engine = readers.first().context("nothing read the suite")?;
    let mut failures: Vec<String> = engine.failures(suite).map(Case::to_string).collect();
    let mut page = format!("{HEAD}{}{DIFFERENCES}", tally::table(suite, readers));
    list(&mut page, &BY_DESIGN);
    page.push_str(OUTDATED_HEAD);
    list(&mut page, &OUTDATED);
    for (file, _) in OUTDATED {
        let position = failures.iter().position(|failure| failure == file);
        failures
            .remove(position.with_context(|| format!("{file} is listed as outdated, but Boa refuses it"))?);
    }
    page.push_str(FAILURES);
    for part in Part::ALL {
        let folder = part.folder();
        let of_part = |file: &&String| file.split('/').next() == Some(folder);
        page.push_str(&format!(
            "`{folder}`, {}:\n\n```text\n",
            failures.iter().filter(of_part).count()
        ));
        for file in failures.iter().filter(of_part) {
            page.push_str(file);
            page.push('\n');
        }
        page.push_str("```\n\n");
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    Ok(page)
}

fn list(page: &mut String, files: &[(&str, &str)]) {
    for (file, why) in files {
        page.push_str(&format!("- `{file}`: {why}\n"));
    }
}
