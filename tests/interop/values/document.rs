//! `docs/values.md`: the tables for people, written from the rows.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use super::{answers, javascript, wire};

const HEAD: &str = "\
# Values

What JavaScript and plugins exchange is JSON's values with all of IEEE 754: `null`, booleans, numbers, strings, arrays,
and plain objects whose keys keep their order. What a plugin could not see as it is, is an error that names the place
and the way out, never a silent loss.

This page is written from the tables in `tests/interop/values/`; the tests fail when it is stale, and
`UPDATE_EXPECTED=1 cargo test -p tests --test interop page_of_values` writes it anew. Each row is run by
`cargo xtask test interop`: those of scripts in the real page, in Chromium, through the bridge to a plugin in Go, on
HashiCorp's go-plugin, and to one in Rust, and back.

A plugin in Go keeps an object in a map, so the keys of an object that it sends come in any order; a plugin in Rust
keeps theirs. The order of an array's items is everybody's. protobuf-go reads objects only 3,333 deep: deeper ones
reach plugins in Rust only.
";

const SCRIPTS: &str = "
## From a script to a plugin and back

The argument of a call, and the result when the plugin answers it as it is: the same from both plugins, unless it is
said. `nest(n)` and `nestObjects(n)` make as many arrays or objects in each other. *The genuine host* is go-go-goja's; what it refuses too
is not named there, although its errors say no more than `proto: invalid type` and a type of Go.

| argument | what comes back | the genuine host, where it differs |
|---|---|---|
";

const ANSWERS: &str = "
## From a plugin to a script

Results that a plugin in Go was made to send, as bytes of `google.protobuf.Value`, and what the script gets.

| result | what the script gets |
|---|---|
";

const WIRE: &str = "
## On the wire

Bytes of `google.protobuf.Value` as an argument of a plugin that answers it: what comes back, in JSON (a number that
JSON lacks is written as `{\"$number\":\"NaN\"}`). The Rust host is the bridge, spoken to over gRPC-Web; the Go host is a
program on go-plugin. Errors of the Go host begin with what go-plugin puts before them.

";

/// Compares the page with the file, or writes it where that is asked for.
///
/// # Errors
/// The file is not the page.
pub(crate) fn check() -> Result<()> {
    let page = render();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/values.md");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &page).context("write docs/values.md")?;
    }
    ensure!(
        fs::read_to_string(&path).unwrap_or_default() == page,
        "docs/values.md is stale; run `UPDATE_EXPECTED=1 cargo test -p tests --test interop page_of_values`"
    );
    Ok(())
}

fn render() -> String {
    let mut page = format!("{HEAD}{SCRIPTS}");
    for row in javascript::rows() {
        let mut outcome = code(row.outcome);
        if !row.from_rust.is_empty() {
            outcome.push_str(&format!("; from the one in Rust: {}", code(row.from_rust)));
        }
        line(&mut page, &[&code(row.expression), &outcome, row.genuine]);
    }
    page.push_str(ANSWERS);
    for row in answers::rows() {
        let name = match row.what {
            "" => code(row.expression),
            what => what.to_owned(),
        };
        line(&mut page, &[&name, &code(row.outcome)]);
    }
    page.push_str(WIRE);
    line(&mut page, &[&["argument"], &wire::WAYS[..]].concat());
    page.push_str("|---|---|---|---|\n");
    for row in wire::rows() {
        let outcomes = row.outcomes.map(code);
        let same = outcomes.iter().all(|outcome| *outcome == outcomes[0]);
        let [first, second, third] = &outcomes;
        match same {
            true => line(&mut page, &[row.what, first, "the same", "the same"]),
            false => line(&mut page, &[row.what, first, second, third]),
        }
    }
    page
}

fn line(page: &mut String, cells: &[&str]) {
    page.push_str(&format!("| {} |\n", cells.join(" | ")));
}

fn code(text: &str) -> String {
    // Noncharacters are shown by their numbers: they look like nothing.
    let shown: String = text
        .chars()
        .map(|letter| match letter {
            '\u{fffe}' | '\u{10ffff}' => letter.escape_unicode().to_string(),
            '|' => "\\|".to_owned(),
            _ => letter.to_string(),
        })
        .collect();
    if shown.contains('`') {
        format!("`` {shown} ``")
    } else {
        format!("`{shown}`")
    }
}
